/** The items of 'a, b (x, y) and c', brackets and quotation marks kept whole. */
export function partsOf(list: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let part = '';
	for (const piece of list.split(
		/([()（）[\]]|\s*[,;、，]\s*(?:and\s+|or\s+|as well as\s+|plus\s+)?|\s+(?:and|&|\+|plus|as well as)\s+)/i
	)) {
		if (/^[(（[]$/.test(piece)) depth++;
		else if (/^[)）\]]$/.test(piece)) depth--;
		const isJoint = depth === 0 && /^\s*[,;、，]|^\s+(?:and|&|\+|plus|as well as)\s+$/i.test(piece);
		if (isJoint) {
			parts.push(part);
			part = '';
		} else part += piece;
	}
	return [...parts, part].map((text) => text.trim()).filter(Boolean);
}

/** The values of 'low, normal, high or urgent', 'S/M/L'. */
export const valuesOf = (list: string): string[] =>
	list
		.replace(/[.!?]+$/, '')
		.split(/\s*[,;、，|]\s*(?:and\s+|or\s+)?|\s*\/\s*|\s+(?:and|or)\s+/i)
		.map((part) =>
			part
				.trim()
				.replace(/^["'“”‘’«»]+|["'“”‘’«»]+$/g, '')
				.trim()
		)
		.filter(Boolean);
