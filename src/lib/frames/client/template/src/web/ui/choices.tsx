import { useId, type KeyboardEvent } from 'react';
import './choices.css';

interface ChoicesProps<V extends string | number> {
	/** Read out, and shown before the choices unless `isQuiet`. */
	label: string;
	options: readonly (readonly [value: V, text: string])[];
	value: V;
	onChange: (value: V) => void;
	isQuiet?: boolean;
}

/** One of a few, all of them seen: a group of radios that looks like one control; arrow keys move in it. */
export function Choices<V extends string | number>({ label, options, value, onChange, isQuiet = false }: ChoicesProps<V>) {
	const id = useId();
	const move = (event: KeyboardEvent<HTMLDivElement>) => {
		const step = STEPS[event.key];
		if (!step) return;
		event.preventDefault();
		const at = options.findIndex(([one]) => one === value);
		const next = (at + step + options.length) % options.length;
		const [to] = options[next] ?? [];
		if (to === undefined) return;
		onChange(to);
		event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
	};
	return (
		<div className="choices">
			<span id={id} className={isQuiet ? 'visually-hidden' : 'choices-label'}>
				{label}
			</span>
			<div className="choices-all" role="radiogroup" aria-labelledby={id} onKeyDown={move}>
				{options.map(([one, text]) => (
					<button
						key={one}
						type="button"
						role="radio"
						aria-checked={one === value}
						tabIndex={one === value ? 0 : -1}
						onClick={() => onChange(one)}
					>
						{text}
					</button>
				))}
			</div>
		</div>
	);
}

const STEPS: Partial<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
