import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';

interface Base {
	label: string;
	hint?: string | undefined;
	/** What is wrong with what was entered. */
	error?: string | undefined;
}

export function TextField({ label, hint, error, ...rest }: Base & InputHTMLAttributes<HTMLInputElement>) {
	const id = useId();
	return (
		<Wrap id={id} label={label} hint={hint} error={error}>
			<input className="control" {...described(id, { hint, error })} {...rest} />
		</Wrap>
	);
}

export function TextArea({ label, hint, error, ...rest }: Base & TextareaHTMLAttributes<HTMLTextAreaElement>) {
	const id = useId();
	return (
		<Wrap id={id} label={label} hint={hint} error={error}>
			<textarea className="control" rows={4} {...described(id, { hint, error })} {...rest} />
		</Wrap>
	);
}

/** @param options what is offered, as text or as [value, text] */
export function SelectField({
	label,
	hint,
	error,
	options,
	...rest
}: Base & { options: readonly (string | readonly [string, string])[] } & SelectHTMLAttributes<HTMLSelectElement>) {
	const id = useId();
	return (
		<Wrap id={id} label={label} hint={hint} error={error}>
			<select className="control" {...described(id, { hint, error })} {...rest}>
				{options.map((option) => {
					const [value, text] = typeof option === 'string' ? [option, option] : option;
					return (
						<option key={value} value={value}>
							{text}
						</option>
					);
				})}
			</select>
		</Wrap>
	);
}

export function CheckField({ label, hint, error, ...rest }: Base & InputHTMLAttributes<HTMLInputElement>) {
	const id = useId();
	return (
		<div className="field">
			<label className="check">
				<input type="checkbox" {...described(id, { hint, error })} {...rest} /> <span>{label}</span>
			</label>
			<Note id={id} hint={hint} error={error} />
		</div>
	);
}

function Wrap({ id, label, hint, error, children }: Base & { id: string; children: ReactNode }) {
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			{children}
			<Note id={id} hint={hint} error={error} />
		</div>
	);
}

function Note({ id, hint, error }: { id: string; hint: string | undefined; error: string | undefined }) {
	if (!error && !hint) return null;
	return (
		<p id={`${id}-note`} className={error ? 'field-error' : 'field-hint'}>
			{error ?? hint}
		</p>
	);
}

const described = (id: string, { hint, error }: Pick<Base, 'hint' | 'error'>) => ({
	id,
	'aria-invalid': error ? true : undefined,
	'aria-describedby': hint || error ? `${id}-note` : undefined
});
