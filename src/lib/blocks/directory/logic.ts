/** An amount at the start of a line: '200 g', '1 1/2 cups', '0,5 l', '½ lemon', '2–3 eggs' stays as it is. */
const AMOUNT = /^(?:(\d+)\s+(\d+)\/(\d+)|(\d+)\/(\d+)|(\d+(?:[.,]\d+)?)([½¼¾])?|([½¼¾]))(?=\s|[a-z]|$)/iu;
const PARTS: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** A line for another number of portions; lines without an amount stay. @param say writes a number in the app's language */
export function scaled(line: string, times: number, say: (value: number) => string): string {
	const found = AMOUNT.exec(line.trim());
	if (!found) return line;
	const [all, whole, over, under, over2, under2, plain, part, alone] = found;
	const number = (text: string | undefined) => Number((text ?? '0').replace(',', '.'));
	const amount =
		whole !== undefined
			? number(whole) + number(over) / number(under)
			: over2 !== undefined
				? number(over2) / number(under2)
				: number(plain) + (PARTS[part ?? alone ?? ''] ?? 0);
	const result = amount * times;
	if (!Number.isFinite(result)) return line;
	return say(Number(result.toFixed(result < 10 ? 2 : 0))) + line.trim().slice(all.length);
}

/** What somebody typed as a number of portions; undefined when it is none. */
export function portionsOf(text: string): number | undefined {
	const value = Number(text.trim().replace(',', '.'));
	return text.trim() && Number.isFinite(value) && value > 0 ? value : undefined;
}
