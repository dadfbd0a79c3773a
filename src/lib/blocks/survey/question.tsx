import { useEffect, useId, useRef } from 'react';
import { t } from '../../core/words';
import { scaleOf, type Answer } from './logic';
import type { SurveyQuestion } from './parameters';
import { words } from './words';

interface QuestionProps {
	question: SurveyQuestion;
	answer: Answer | undefined;
	isMissing: boolean;
	/** Whether it has just come in place of another one. */
	takesFocus: boolean;
	onAnswer: (answer: Answer) => void;
}

/** One question with its ways to answer. */
export function Question({ question, answer, isMissing, takesFocus, onAnswer }: QuestionProps) {
	const id = useId();
	const { kind, isRequired = false } = question;
	const legend = useRef<HTMLLegendElement>(null);
	useEffect(() => {
		if (takesFocus) legend.current?.focus({ preventScroll: true });
	}, [takesFocus]);
	const note = isMissing ? words('required') : kind === 'choices' ? words('several') : '';
	return (
		<fieldset
			className="survey-question"
			aria-describedby={note ? `${id}-note` : undefined}
			aria-invalid={isMissing || undefined}
		>
			<legend ref={legend} tabIndex={-1}>
				{question.question}
				{!isRequired && <span className="muted"> ({t('optional')})</span>}
			</legend>
			{note && (
				<p id={`${id}-note`} className={isMissing ? 'field-error' : 'field-hint'} role={isMissing ? 'alert' : undefined}>
					{note}
				</p>
			)}
			<Ways id={id} question={question} answer={answer} onAnswer={onAnswer} />
		</fieldset>
	);
}

interface WaysProps {
	id: string;
	question: SurveyQuestion;
	answer: Answer | undefined;
	onAnswer: (answer: Answer) => void;
}

function Ways({ id, question, answer, onAnswer }: WaysProps) {
	const { kind, options = [], low, high } = question;
	if (kind === 'choice' || kind === 'choices') {
		const chosen = Array.isArray(answer) ? answer : answer === undefined ? [] : [answer];
		return (
			<div className="survey-options">
				{options.map((option) => (
					<label key={option} className="survey-option">
						<input
							type={kind === 'choice' ? 'radio' : 'checkbox'}
							name={id}
							checked={chosen.includes(option)}
							onChange={({ target: { checked } }) => {
								if (kind === 'choice') onAnswer(option);
								else onAnswer(options.filter((one) => (one === option ? checked : chosen.includes(one))));
							}}
						/>
						<span>{option}</span>
					</label>
				))}
			</div>
		);
	}
	if (kind === 'scale')
		return (
			<div className="survey-scale">
				<div>
					{scaleOf(question).map((value) => (
						<label key={value}>
							<input type="radio" name={id} checked={answer === value} onChange={() => onAnswer(value)} />
							<span>{value}</span>
						</label>
					))}
				</div>
				{(low ?? high) && (
					<p>
						<span>{low}</span>
						<span>{high}</span>
					</p>
				)}
			</div>
		);
	const label = question.question;
	if (kind === 'text')
		return (
			<textarea
				className="control"
				rows={3}
				maxLength={2000}
				aria-label={label}
				value={String(answer ?? '')}
				onChange={(event) => onAnswer(event.target.value)}
			/>
		);
	return (
		<input
			className="control"
			type={kind}
			inputMode={kind === 'number' ? 'decimal' : undefined}
			aria-label={label}
			value={String(answer ?? '')}
			onChange={({ target: { value } }) => onAnswer(kind === 'number' && value !== '' ? Number(value) : value)}
		/>
	);
}
