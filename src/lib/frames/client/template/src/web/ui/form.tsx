import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { problemOf, valueOf, type FormField, type FormValue, type FormValues } from '../../core/fields';
import { t } from '../../core/words';
import { Button } from './button';
import { CheckField, SelectField, TextArea, TextField } from './field';

interface FormProps {
	fields: readonly FormField[];
	/** What the button says. */
	submit: string;
	onSubmit: (values: FormValues) => unknown;
	/** What the fields begin with, as a form gives it. */
	values?: FormValues;
	onCancel?: () => void;
	/** Shown between the fields and the button; may go by what is in the fields now, by name. */
	children?: ReactNode | ((texts: Readonly<Record<string, string>>) => ReactNode);
}

/** A form of fields that are data. It says what is wrong beside each field, and goes to the first one. */
export function Form({ fields, submit, onSubmit, values = {}, onCancel, children }: FormProps) {
	const form = useRef<HTMLFormElement>(null);
	const [texts, setTexts] = useState<Record<string, string>>(() =>
		Object.fromEntries(fields.map((field) => [field.name, textOf(field, values[field.name])]))
	);
	const [isShown, setShown] = useState(false);
	const problems = new Map(
		fields.flatMap((field) => {
			const problem = problemOf(field, texts[field.name] ?? '');
			return problem ? [[field.name, problem] as const] : [];
		})
	);

	const send = (event: FormEvent) => {
		event.preventDefault();
		setShown(problems.size > 0);
		const [first] = problems.keys();
		if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
		else void onSubmit(Object.fromEntries(fields.map((field) => [field.name, valueOf(field, texts[field.name] ?? '')])));
	};

	return (
		<form ref={form} className="form" noValidate onSubmit={send}>
			{fields.map((field) => (
				<Control
					key={field.name}
					field={field}
					text={texts[field.name] ?? ''}
					error={isShown ? problems.get(field.name) : undefined}
					onText={(text) => setTexts((now) => ({ ...now, [field.name]: text }))}
				/>
			))}
			{typeof children === 'function' ? children(texts) : children}
			{isShown && problems.size > 0 && (
				<p className="field-error" role="alert">
					{t('check-fields')}
				</p>
			)}
			<div className="form-actions">
				<Button type="submit" look="primary">
					{submit}
				</Button>
				{onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
			</div>
		</form>
	);
}

interface ControlProps {
	field: FormField;
	text: string;
	error: string | undefined;
	onText: (text: string) => void;
}

function Control({ field, text, error, onText }: ControlProps) {
	const { name, kind, hint, isRequired = false, options = [], unit } = field;
	const notes = [unit, !isRequired && kind !== 'check' && t('optional')].filter(Boolean);
	const label = notes.length ? `${field.label} (${notes.join(', ')})` : field.label;
	const shared = { name, label, hint, error, 'aria-required': isRequired || undefined };
	if (kind === 'check')
		return <CheckField {...shared} checked={text === 'true'} onChange={(event) => onText(String(event.target.checked))} />;
	const control = { ...shared, value: text, onChange: (event: { target: { value: string } }) => onText(event.target.value) };
	if (kind === 'longText') return <TextArea {...control} />;
	if (kind === 'choice') return <SelectField {...control} options={[['', t('choose-one')], ...options]} />;
	return <TextField {...control} {...INPUTS[kind]} />;
}

const INPUTS = {
	text: { type: 'text' },
	email: { type: 'email', autoComplete: 'email' },
	phone: { type: 'tel', autoComplete: 'tel' },
	url: { type: 'url' },
	number: { type: 'text', inputMode: 'decimal' },
	money: { type: 'text', inputMode: 'decimal' },
	date: { type: 'date' },
	time: { type: 'time' },
	password: { type: 'password' }
} as const;

function textOf({ kind }: FormField, value: FormValue | undefined): string {
	if (value === undefined || value === '') return '';
	return kind === 'money' ? (Number(value) / 100).toFixed(2) : String(value);
}
