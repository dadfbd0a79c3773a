import { useState } from 'react';
import { Input } from './field';
import { Lines } from './details';

/** Lines that start with an amount, recalculated for another number of servings. */
export function ScaledLines({ text, servings }: { text: string; servings: number }) {
	const [wanted, setWanted] = useState(String(servings));
	const factor = Number(wanted) > 0 ? Number(wanted) / servings : 1;
	return (
		<div className="stack">
			<Input label="Servings" type="number" min="1" value={wanted} onChange={(event) => setWanted(event.target.value)} />
			<Lines
				text={text
					.split('\n')
					.map((line) => scale(line, factor))
					.join('\n')}
			/>
		</div>
	);
}

/** `200 g flour` times 1.5 is `300 g flour`; lines without an amount stay. */
export const scale = (line: string, factor: number) =>
	line.replace(/^\s*(\d+(?:[.,]\d+)?)/, (_, amount: string) =>
		String(Math.round(Number(amount.replace(',', '.')) * factor * 100) / 100)
	);
