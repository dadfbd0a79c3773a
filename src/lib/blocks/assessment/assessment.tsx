import { useEffect, useRef, useState } from 'react';
import { defineBlock } from '../../core/block';
import { percent } from '../../core/format';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import './assessment.css';
import { sharesOf } from './logic';
import type { AssessmentParameters } from './parameters';
import { words } from './words';

/** Questions without right or wrong whose answers add up to a result. */
export const assessment = defineBlock<AssessmentParameters>({ name: 'assessment', Component: Assessment });

function Assessment({ parameters }: { parameters: AssessmentParameters }) {
	const { title, intro, questions } = parameters;
	const [given, setGiven] = useState<(number | undefined)[]>([]);
	const [at, setAt] = useState(0);
	const question = questions[at];
	const all = questions.length;
	return (
		<div className="assessment narrow">
			<Heading title={title} text={intro} />
			<div className="assessment-card card">
				<div className="bar" role="progressbar" aria-label={title} aria-valuenow={at} aria-valuemax={all}>
					<span style={{ width: `${(at / all) * 100}%` }} />
				</div>
				{question ? (
					<>
						<p className="muted">{words('question', { n: at + 1, all })}</p>
						<Question
							key={at}
							question={question}
							chosen={given[at]}
							hasMoved={at > 0}
							onChoose={(answer) => setGiven(questions.map((_, index) => (index === at ? answer : given[index])))}
						/>
						<div className="row">
							{at > 0 && (
								<Button icon="back" onClick={() => setAt(at - 1)}>
									{t('back')}
								</Button>
							)}
							<Button look="primary" disabled={given[at] === undefined} onClick={() => setAt(at + 1)}>
								{at === all - 1 ? words('show') : t('next')}
							</Button>
						</div>
					</>
				) : (
					<Result
						parameters={parameters}
						given={given.map((answer) => answer ?? -1)}
						onBack={() => setAt(all - 1)}
						onAgain={() => {
							setGiven([]);
							setAt(0);
						}}
					/>
				)}
			</div>
		</div>
	);
}

interface QuestionProps {
	question: AssessmentParameters['questions'][number];
	chosen: number | undefined;
	/** Whether it has come in place of another one. */
	hasMoved: boolean;
	onChoose: (answer: number) => void;
}

function Question({ question: { question, icon, answers }, chosen, hasMoved, onChoose }: QuestionProps) {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		if (hasMoved) heading.current?.focus({ preventScroll: true });
	}, [hasMoved]);
	return (
		<>
			<h3 ref={heading} tabIndex={-1}>
				{icon && <Icon name={icon} />}
				{question}
			</h3>
			<div className="assessment-answers" role="group" aria-label={question}>
				{answers.map(({ text }, index) => (
					<button
						key={text}
						type="button"
						className="assessment-answer"
						aria-pressed={chosen === index}
						onClick={() => onChoose(index)}
					>
						{text}
					</button>
				))}
			</div>
		</>
	);
}

interface ResultProps {
	parameters: AssessmentParameters;
	given: readonly number[];
	onBack: () => void;
	onAgain: () => void;
}

function Result({ parameters, given, onBack, onAgain }: ResultProps) {
	const { results, showsShares } = parameters;
	const shares = sharesOf(parameters, given);
	const result = results.find(({ key }) => key === shares[0]?.key);
	return (
		<>
			<div className="assessment-result" role="status" aria-label={words('result')}>
				{result?.icon && (
					<span className="assessment-sign">
						<Icon name={result.icon} />
					</span>
				)}
				<div>
					<p className="muted">{words('result')}</p>
					<h3>{result?.title}</h3>
					<p>{result?.text}</p>
					{result?.facts && (
						<dl>
							{result.facts.map(({ label, value }) => (
								<div key={label}>
									<dt>{label}</dt>
									<dd>{value}</dd>
								</div>
							))}
						</dl>
					)}
				</div>
			</div>
			{showsShares && (
				<ul className="assessment-shares" aria-label={words('shares')}>
					{shares.map(({ key, share }) => (
						<li key={key}>
							<span>{results.find((one) => one.key === key)?.title}</span>
							<b>{percent(Math.round(share * 100) / 100)}</b>
							<span className="bar" aria-hidden="true">
								<span style={{ width: `${share * 100}%` }} />
							</span>
						</li>
					))}
				</ul>
			)}
			<div className="row">
				<Button icon="back" onClick={onBack}>
					{t('back')}
				</Button>
				<Button look="primary" icon="refresh" onClick={onAgain}>
					{t('start-again')}
				</Button>
			</div>
		</>
	);
}
