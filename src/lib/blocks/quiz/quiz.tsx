import { useEffect, useRef, useState } from 'react';
import { defineBlock } from '../../core/block';
import { useStored } from '../../core/stored';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import { resultOf, scoreOf } from './logic';
import type { QuizParameters, QuizQuestion } from './parameters';
import './quiz.css';
import { words } from './words';

/** Questions one after the other, a score and what it means. */
export const quiz = defineBlock<QuizParameters>({ name: 'quiz', Component: Quiz });

function Quiz({ parameters }: { parameters: QuizParameters }) {
	const { title, intro, questions, tellsAtOnce = true } = parameters;
	const [isStarted, setStarted] = useState(false);
	const [given, setGiven] = useState<number[]>([]);
	const [at, setAt] = useState(0);
	const question = questions[at];
	const restart = () => {
		setGiven([]);
		setAt(0);
	};
	return (
		<div className="quiz narrow">
			<Heading title={title} text={intro} />
			<div className="quiz-card card">
				{!isStarted ? (
					<div className="quiz-start">
						<strong>{words('count', { n: questions.length })}</strong>
						<Button look="primary" size="large" icon="play" onClick={() => setStarted(true)}>
							{t('start')}
						</Button>
					</div>
				) : question ? (
					<Question
						key={at}
						question={question}
						place={words('question', { n: at + 1, all: questions.length })}
						share={at / questions.length}
						tells={tellsAtOnce}
						isLast={at === questions.length - 1}
						onNext={(answer) => {
							setGiven([...given, answer]);
							setAt(at + 1);
						}}
					/>
				) : (
					<Result parameters={parameters} right={scoreOf(questions, given)} onAgain={restart} />
				)}
			</div>
		</div>
	);
}

interface QuestionProps {
	question: QuizQuestion;
	place: string;
	/** Of the quiz that is done, 0 to 1. */
	share: number;
	tells: boolean;
	isLast: boolean;
	onNext: (answer: number) => void;
}

function Question({ question, place, share, tells, isLast, onNext }: QuestionProps) {
	const { text, answers, right, because } = question;
	const [chosen, setChosen] = useState<number>();
	const isTold = tells && chosen !== undefined;
	const heading = useRef<HTMLHeadingElement>(null);
	// Who uses the keyboard or a screen reader goes on where the new question begins.
	useEffect(() => heading.current?.focus({ preventScroll: true }), []);
	return (
		<>
			<p className="muted">{place}</p>
			<div className="bar" aria-hidden="true">
				<span style={{ width: `${share * 100}%` }} />
			</div>
			<h3 ref={heading} tabIndex={-1}>
				{text}
			</h3>
			<div className="quiz-answers" role="group" aria-label={text}>
				{answers.map((answer, index) => (
					<button
						key={answer}
						type="button"
						className="quiz-answer"
						aria-pressed={chosen === index}
						data-verdict={isTold ? verdictOf(index, { chosen, right }) : undefined}
						disabled={isTold}
						onClick={() => setChosen(index)}
					>
						{answer}
					</button>
				))}
			</div>
			<div role="status" className="quiz-verdict">
				{isTold && (
					<>
						<strong>{chosen === right ? words('right') : words('wrong', { answer: answers[right] ?? '' })}</strong>
						{because && <p>{because}</p>}
					</>
				)}
			</div>
			<Button look="primary" disabled={chosen === undefined} onClick={() => chosen !== undefined && onNext(chosen)}>
				{isLast ? words('result') : t('next')}
			</Button>
		</>
	);
}

const verdictOf = (index: number, { chosen, right }: { chosen: number; right: number }) =>
	index === right ? 'right' : index === chosen ? 'wrong' : undefined;

function Result({ parameters, right, onAgain }: { parameters: QuizParameters; right: number; onAgain: () => void }) {
	const { title, questions, results } = parameters;
	const all = questions.length;
	const [best, setBest] = useStored(`quiz-best-${title}`, 0);
	const result = resultOf(results, right / all);
	useEffect(() => {
		if (right > best) setBest(right);
	}, [right, best, setBest]);
	return (
		<div className="quiz-result" role="status">
			<strong className="quiz-score">{words('score', { right, all })}</strong>
			{result && (
				<>
					<h3>{result.title}</h3>
					<p>{result.text}</p>
				</>
			)}
			<p className="muted">{words('best', { right: Math.max(best, right), all })}</p>
			<Button look="primary" icon="refresh" onClick={onAgain}>
				{t('start-again')}
			</Button>
		</div>
	);
}
