import { useEffect, useRef, useState, type FormEvent } from 'react';
import { problemOf, type FormField } from '../../core/fields';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { TextField } from '../../web/ui/field';
import { Icon } from '../../web/ui/icon';
import type { AdvisorStep } from './parameters';
import { words } from './words';

interface StepProps {
	step: AdvisorStep;
	/** What was answered before. */
	given: string | number | undefined;
	isLast: boolean;
	onBack: (() => void) | undefined;
	onAnswer: (answer: string | number) => void;
}

/** One question: options to choose from, or a number. */
export function Step({ step, given, isLast, onBack, onAnswer }: StepProps) {
	const { name, question, label, kind, options = [], unit, min, max, hint } = step;
	const [text, setText] = useState(given === undefined ? '' : String(given));
	const [problem, setProblem] = useState<string>();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus({ preventScroll: true }), []);
	const send = (event: FormEvent) => {
		event.preventDefault();
		const field: FormField = {
			...{ name, label, isRequired: true, kind: kind === 'number' ? 'number' : 'choice' },
			...(min === undefined ? {} : { min }),
			...(max === undefined ? {} : { max })
		};
		const wrong = problemOf(field, text);
		setProblem(wrong);
		if (!wrong) onAnswer(kind === 'number' ? Number(text.trim().replace(',', '.')) : text);
	};
	return (
		<form className="advisor-step" noValidate onSubmit={send}>
			<h3 ref={heading} tabIndex={-1}>
				{question}
			</h3>
			{kind === 'choice' ? (
				<div className="advisor-options" role="group" aria-label={question}>
					{options.map(({ label, icon }) => (
						<button
							key={label}
							type="button"
							className="advisor-option"
							aria-pressed={text === label}
							onClick={() => {
								setText(label);
								setProblem(undefined);
							}}
						>
							{icon && <Icon name={icon} />}
							{label}
						</button>
					))}
				</div>
			) : (
				<TextField
					label={unit ? `${label} (${unit})` : label}
					name={name}
					hint={hint}
					error={problem}
					inputMode="decimal"
					autoComplete="off"
					value={text}
					onChange={(event) => setText(event.target.value)}
				/>
			)}
			{kind === 'choice' && problem && (
				<p className="field-error" role="alert">
					{problem}
				</p>
			)}
			<div className="row">
				{onBack && (
					<Button icon="back" onClick={onBack}>
						{t('back')}
					</Button>
				)}
				<Button type="submit" look="primary">
					{isLast ? words('show') : t('next')}
				</Button>
			</div>
		</form>
	);
}
