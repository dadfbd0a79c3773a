import { useState, type FormEvent } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { isoDay } from '../../core/format';
import { useStored } from '../../core/stored';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { isAnswered, type Answer, type Answers } from './logic';
import type { SurveyParameters, SurveyQuestion } from './parameters';
import { Question } from './question';
import { Results } from './results';
import './survey.css';
import { words } from './words';

/** Questions without right or wrong, and how all have answered. */
export const survey = defineBlock<SurveyParameters>({
	name: 'survey',
	Component: Survey,
	collections: ({ collection, seeds = [], results }) => ({
		[collection]: { seed: seeds, rules: { read: results === 'none' ? 'owner' : 'everybody', change: 'owner' } }
	})
});

function Survey({ parameters }: { parameters: SurveyParameters }) {
	const { title, intro, questions, results, oncePerBrowser, thanks, collection, closesOn } = parameters;
	const { records, create } = useCollection<Answers>(collection);
	const [hasAnswered, setAnswered] = useStored(`survey-answered-${collection}`, false);
	const [isSent, setSent] = useState(false);
	const isClosed = closesOn !== undefined && isoDay(new Date()) > closesOn;
	const isDone = isSent || (oncePerBrowser && hasAnswered);
	const showsResults = results === 'everybody' || (results === 'after-answering' && (isDone || hasAnswered));
	return (
		<div className="survey narrow">
			<Heading title={title} text={intro} />
			<div className="stack">
				{isDone ? (
					<div className="survey-thanks card" role="status">
						<span className="survey-sign">
							<Icon name="check" />
						</span>
						<strong>{isSent ? thanks : words('already')}</strong>
					</div>
				) : isClosed ? (
					<p className="card" role="status">
						{words('closed')}
					</p>
				) : (
					<Ask
						parameters={parameters}
						onSend={async (answers) => {
							await create(answers);
							setAnswered(true);
							setSent(true);
						}}
					/>
				)}
				{showsResults && <Results questions={questions} all={records} />}
			</div>
		</div>
	);
}

interface AskProps {
	parameters: SurveyParameters;
	onSend: (answers: Answers) => void;
}

function Ask({ parameters: { title, questions, onePerScreen }, onSend }: AskProps) {
	const [answers, setAnswers] = useState<Answers>({});
	const [at, setAt] = useState(0);
	const [told, setTold] = useState<ReadonlySet<string>>(new Set());
	const shown = onePerScreen ? questions.slice(at, at + 1) : questions;
	const isLast = !onePerScreen || at === questions.length - 1;
	const send = (event: FormEvent) => {
		event.preventDefault();
		const missing = shown.filter(({ name, isRequired }) => isRequired && !isAnswered(answers[name]));
		setTold(new Set(missing.map(({ name }) => name)));
		if (missing.length) return;
		if (!isLast) setAt(at + 1);
		else onSend(Object.fromEntries(Object.entries(answers).filter(([, answer]) => isAnswered(answer))));
	};
	const set = ({ name }: SurveyQuestion, answer: Answer) => {
		setAnswers({ ...answers, [name]: answer });
		setTold(new Set([...told].filter((one) => one !== name)));
	};
	return (
		<form className="survey-card card" noValidate aria-label={title} onSubmit={send}>
			{onePerScreen && (
				<>
					<p className="muted">{words('question', { n: at + 1, all: questions.length })}</p>
					<div className="bar" aria-hidden="true">
						<span style={{ width: `${(at / questions.length) * 100}%` }} />
					</div>
				</>
			)}
			{shown.map((question) => (
				<Question
					key={question.name}
					question={question}
					answer={answers[question.name]}
					isMissing={told.has(question.name)}
					takesFocus={onePerScreen && at > 0}
					onAnswer={(answer) => set(question, answer)}
				/>
			))}
			<p className="survey-note">{words('no-names')}</p>
			<div className="row">
				{onePerScreen && at > 0 && (
					<Button icon="back" onClick={() => setAt(at - 1)}>
						{t('back')}
					</Button>
				)}
				<Button type="submit" look="primary">
					{isLast ? words('send') : t('next')}
				</Button>
			</div>
		</form>
	);
}
