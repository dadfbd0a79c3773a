import { useId, useState } from 'react';
import * as format from '../../core/format';
import { IconButton } from '../../web/ui/button';
import { lineTotal, type BasketLine } from '../catalogue/logic';
import { words } from './words';

/** One kind of thing in the cart: how many of it, and what they cost together. */
export function Line({ line, onNumber }: { line: BasketLine; onNumber: (number: number) => void }) {
	const { detail, each, number, stock } = line;
	const id = useId();
	// What is typed may be no number for a while; the line keeps the last one that was.
	const [typed, setTyped] = useState<string>();
	const name = detail ? `${line.name}, ${detail}` : line.name;
	const problem = typed === undefined ? undefined : problemOf(typed, stock);
	const set = (next: number) => {
		setTyped(undefined);
		onNumber(next);
	};
	const type = (text: string) => {
		setTyped(text);
		if (!problemOf(text, stock)) onNumber(Number(text));
	};
	return (
		<li className="cart-line">
			<div className="cart-line-name">
				<strong>{line.name}</strong>
				{detail && <span>{detail}</span>}
				<span>{words('each', { price: format.money(Math.round(each)) })}</span>
			</div>
			<div className="cart-line-number">
				<IconButton label={words('fewer', { name })} icon="minus" disabled={number <= 1} onClick={() => set(number - 1)} />
				<input
					className="control"
					inputMode="numeric"
					aria-label={words('number', { name })}
					aria-invalid={problem ? true : undefined}
					aria-describedby={problem ? id : undefined}
					value={typed ?? String(number)}
					onChange={(event) => type(event.target.value)}
					onBlur={() => setTyped((now) => (now !== undefined && problemOf(now, stock) ? now : undefined))}
				/>
				<IconButton
					label={words('more', { name })}
					icon="plus"
					disabled={stock > 0 && number >= stock}
					onClick={() => set(number + 1)}
				/>
			</div>
			<span className="cart-line-total">{format.money(lineTotal(line))}</span>
			<IconButton label={words('remove', { name })} icon="trash" onClick={() => onNumber(0)} />
			{problem && (
				<p id={id} className="field-error" role="alert">
					{problem}
				</p>
			)}
		</li>
	);
}

function problemOf(text: string, stock: number): string | undefined {
	const value = Number(text.trim());
	if (!text.trim() || !Number.isInteger(value) || value < 1) return words('at-least-1');
	return stock && value > stock ? words('at-most', { n: stock }) : undefined;
}
