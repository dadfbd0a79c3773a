import {
	useId,
	useState,
	type InputHTMLAttributes,
	type ReactNode,
	type SelectHTMLAttributes,
	type TextareaHTMLAttributes
} from 'react';
import { Icon } from './icon';

interface Base {
	label: string;
	hint?: string | undefined;
	error?: string | undefined;
}

function Wrap({ id, label, hint, error, children }: Base & { id: string; children: ReactNode }) {
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			{children}
			{error ? (
				<p id={`${id}-note`} className="field-error">
					{error}
				</p>
			) : (
				hint && (
					<p id={`${id}-note`} className="field-hint">
						{hint}
					</p>
				)
			)}
		</div>
	);
}

const link = (id: string, { hint, error }: Base) => ({
	id,
	'aria-invalid': error ? true : undefined,
	'aria-describedby': hint || error ? `${id}-note` : undefined
});

export function Input({ label, hint, error, ...rest }: Base & InputHTMLAttributes<HTMLInputElement>) {
	const id = useId();
	const base = { label, hint, error };
	return (
		<Wrap id={id} {...base}>
			<input className="control" {...link(id, base)} {...rest} />
		</Wrap>
	);
}

export function Textarea({ label, hint, error, ...rest }: Base & TextareaHTMLAttributes<HTMLTextAreaElement>) {
	const id = useId();
	const base = { label, hint, error };
	return (
		<Wrap id={id} {...base}>
			<textarea className="control" rows={3} {...link(id, base)} {...rest} />
		</Wrap>
	);
}

export function Select({
	label,
	hint,
	error,
	options,
	...rest
}: Base & { options: readonly (readonly [string, string])[] } & SelectHTMLAttributes<HTMLSelectElement>) {
	const id = useId();
	const base = { label, hint, error };
	return (
		<Wrap id={id} {...base}>
			<select className="control" {...link(id, base)} {...rest}>
				{options.map(([value, text]) => (
					<option key={value} value={value}>
						{text}
					</option>
				))}
			</select>
		</Wrap>
	);
}

/** An amount in whole units on the screen, in cents in the form. */
export function MoneyInput({ name, defaultValue, ...rest }: Base & { name: string; defaultValue?: number | null | undefined }) {
	const [text, setText] = useState(defaultValue == null ? '' : (defaultValue / 100).toFixed(2));
	const cents = text === '' ? '' : String(Math.round(Number(text.replace(',', '.')) * 100));
	return (
		<>
			<Input {...rest} inputMode="decimal" value={text} onChange={(event) => setText(event.target.value)} />
			<input type="hidden" name={name} value={cents} />
		</>
	);
}

/** Local date and time on the screen, an instant in the form. */
export function TimeInput({ name, defaultValue, ...rest }: Base & { name: string; defaultValue?: string | null | undefined }) {
	const [text, setText] = useState(() => (defaultValue ? local(new Date(defaultValue)) : ''));
	return (
		<>
			<Input {...rest} type="datetime-local" value={text} onChange={(event) => setText(event.target.value)} />
			<input type="hidden" name={name} value={text ? new Date(text).toISOString() : ''} />
		</>
	);
}
const local = (date: Date) => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

export function Checkbox({ label, name, defaultChecked = false }: { label: string; name: string; defaultChecked?: boolean }) {
	const [on, setOn] = useState(defaultChecked);
	return (
		<label className="check">
			<input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} /> {label}
			<input type="hidden" name={name} value={String(on)} />
		</label>
	);
}

export function SearchBox({ label, value, onSearch }: { label: string; value: string; onSearch: (text: string) => void }) {
	return (
		<div className="search">
			<Icon name="search" />
			<input
				className="control"
				type="search"
				aria-label={label}
				placeholder={label}
				value={value}
				onChange={(event) => onSearch(event.target.value)}
			/>
		</div>
	);
}
