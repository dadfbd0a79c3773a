import { useState, type CSSProperties } from 'react';
import { defineBlock } from '../../core/block';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import './advisor.css';
import { adviceOf, amountOf, unmet, type Answers } from './logic';
import type { AdvisorParameters, AdvisorResult, AdvisorStep } from './parameters';
import { Step } from './step';
import { words } from './words';

/** Questions one after the other, and what suits the answers. */
export const advisor = defineBlock<AdvisorParameters>({ name: 'advisor', Component: Advisor });

function Advisor({ parameters }: { parameters: AdvisorParameters }) {
	const { title, intro, steps, results, all } = parameters;
	const [answers, setAnswers] = useState<Answers>({});
	const [at, setAt] = useState(0);
	const step = steps[at];
	return (
		<div className="advisor wide">
			<Heading title={title} text={intro} />
			<div className="stack">
				{step ? (
					<div className="advisor-card card">
						<p className="muted">{words('step', { n: at + 1, all: steps.length })}</p>
						<div className="bar" aria-hidden="true">
							<span style={{ width: `${(at / steps.length) * 100}%` }} />
						</div>
						<Step
							key={step.name}
							step={step}
							given={answers[step.name]}
							isLast={at === steps.length - 1}
							onBack={at > 0 ? () => setAt(at - 1) : undefined}
							onAnswer={(answer) => {
								setAnswers({ ...answers, [step.name]: answer });
								setAt(at + 1);
							}}
						/>
					</div>
				) : (
					<Advised
						parameters={parameters}
						answers={answers}
						onChange={setAt}
						onAgain={() => {
							setAnswers({});
							setAt(0);
						}}
					/>
				)}
			</div>
			{all && (
				<section className="advisor-all" aria-label={all}>
					<h3>{all}</h3>
					<ul className="grid" style={{ '--column': '300px' } as CSSProperties}>
						{results.map((result) => (
							<li key={result.name} className="advisor-one">
								<Sign icon={result.icon} />
								<div>
									<strong>{result.name}</strong>
									<p className="muted">{result.text}</p>
								</div>
							</li>
						))}
					</ul>
				</section>
			)}
		</div>
	);
}

const Sign = ({ icon = 'check' }: { icon?: string | undefined }) => (
	<span className="advisor-sign">
		<Icon name={icon} />
	</span>
);

interface AdvisedProps {
	parameters: AdvisorParameters;
	answers: Answers;
	/** Goes back to a step, by its place. */
	onChange: (step: number) => void;
	onAgain: () => void;
}

function Advised({ parameters, answers, onChange, onAgain }: AdvisedProps) {
	const { steps } = parameters;
	const { results, isExact } = adviceOf(parameters, answers);
	return (
		<>
			<section className="advisor-results" role="status" aria-label={words('advice')}>
				<p className="advisor-lead">{isExact ? words('advice') : words('closest')}</p>
				{results.map((result) => (
					<ResultCard key={result.name} result={result} steps={steps} answers={answers} />
				))}
			</section>
			<section className="card" aria-label={words('your-answers')}>
				<h3>{words('your-answers')}</h3>
				<dl className="advisor-answers">
					{steps.map((step, index) => (
						<div key={step.name}>
							<dt>{step.label}</dt>
							<dd>{said(step, answers)}</dd>
							<dd>
								<Button
									size="small"
									look="quiet"
									aria-label={`${words('change')}: ${step.label}`}
									onClick={() => onChange(index)}
								>
									{words('change')}
								</Button>
							</dd>
						</div>
					))}
				</dl>
				<div className="row">
					<Button icon="back" onClick={() => onChange(steps.length - 1)}>
						{t('back')}
					</Button>
					<Button icon="refresh" onClick={onAgain}>
						{t('start-again')}
					</Button>
				</div>
			</section>
		</>
	);
}

function ResultCard({ result, steps, answers }: { result: AdvisorResult; steps: readonly AdvisorStep[]; answers: Answers }) {
	const amount = amountOf(result, answers);
	const missed = unmet(result, answers);
	// A result that asks for nothing in particular suits every answer.
	const asked = Object.keys(result.suits);
	const of = steps.filter(
		({ name }) => !missed.includes(name) && (asked.includes(name) || !asked.length || name === result.amount?.of)
	);
	const list = (some: readonly AdvisorStep[]) => some.map((step) => `${step.label} ${said(step, answers)}`).join(', ');
	return (
		<article className="advisor-result card">
			<Sign icon={result.icon} />
			<div className="advisor-words">
				<h3>{result.name}</h3>
				{amount !== undefined && <p className="tag">{words('needed', { n: amount, word: result.amount?.word ?? '' })}</p>}
				<p>{result.text}</p>
				{result.facts && (
					<dl className="advisor-facts">
						{result.facts.map(({ label, value }) => (
							<div key={label}>
								<dt>{label}</dt>
								<dd>{value}</dd>
							</div>
						))}
					</dl>
				)}
				{of.length > 0 && <p className="advisor-why">{words('because', { list: list(of) })}</p>}
				{missed.length > 0 && (
					<p className="advisor-why">{words('not-met', { list: list(steps.filter(({ name }) => missed.includes(name))) })}</p>
				)}
			</div>
		</article>
	);
}

function said({ name, unit }: AdvisorStep, answers: Answers): string {
	const given = answers[name] ?? '';
	return typeof given === 'number' && unit ? `${given} ${unit}` : String(given);
}
