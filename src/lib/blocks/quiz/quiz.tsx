import { useEffect, useRef, useState } from 'react';
import { defineBlock } from '../../core/block';
import { shuffled } from '../../core/random';
import { useStored } from '../../core/stored';
import { useTick } from '../../core/use-tick';
import { useVisible } from '../../core/use-visible';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { nextOrder, resultOf, scoreOf } from './logic';
import type { QuizParameters, QuizQuestion } from './parameters';
import './quiz.css';
import { words } from './words';

/** Questions one after the other, a score and what it means. */
export const quiz = defineBlock<QuizParameters>({ name: 'quiz', Component: Quiz });

/** In place of an answer where the time ran out. */
const NO_ANSWER = -1;

function Quiz({ parameters }: { parameters: QuizParameters }) {
	const { title, intro, questions, tellsAtOnce = true, shuffles = false, secondsPerQuestion } = parameters;
	const all = questions.length;
	const order = (last?: readonly number[]) => nextOrder(all, last, shuffles ? shuffled : (inOrder) => inOrder);
	const [asked, setAsked] = useState<number[]>();
	const [given, setGiven] = useState<number[]>([]);
	const inTurn = (asked ?? []).flatMap((place) => questions[place] ?? []);
	const question = inTurn[given.length];
	return (
		<div className="quiz narrow">
			<Heading title={title} text={intro} />
			<div className="quiz-card card">
				{!asked ? (
					<div className="quiz-start">
						<strong>{words('count', { n: all })}</strong>
						<Button look="primary" size="large" icon="play" onClick={() => setAsked(order())}>
							{t('start')}
						</Button>
					</div>
				) : (
					<>
						{question && <p className="muted">{words('question', { n: given.length + 1, all })}</p>}
						<div className="bar" role="progressbar" aria-label={title} aria-valuenow={given.length} aria-valuemax={all}>
							<span style={{ width: `${(given.length / all) * 100}%` }} />
						</div>
						{question ? (
							<Question
								key={given.length}
								question={question}
								tells={tellsAtOnce}
								seconds={secondsPerQuestion}
								isLast={given.length === all - 1}
								onNext={(answer) => setGiven([...given, answer])}
							/>
						) : (
							<Result
								parameters={parameters}
								right={scoreOf(inTurn, given)}
								onAgain={() => {
									setGiven([]);
									setAsked(order(asked));
								}}
							/>
						)}
					</>
				)}
			</div>
		</div>
	);
}

interface QuestionProps {
	question: QuizQuestion;
	tells: boolean;
	/** To answer in; without an end where it is left out. */
	seconds: number | undefined;
	isLast: boolean;
	onNext: (answer: number) => void;
}

function Question({ question, tells, seconds, isLast, onNext }: QuestionProps) {
	const { text, icon, answers, right, because } = question;
	const [clicked, setClicked] = useState<number>();
	const left = useTimeLeft(seconds, clicked === undefined);
	const chosen = clicked ?? (left === 0 ? NO_ANSWER : undefined);
	const isLate = chosen === NO_ANSWER;
	const isTold = (tells && chosen !== undefined) || isLate;
	const heading = useRef<HTMLHeadingElement>(null);
	// Who uses the keyboard or a screen reader goes on where the new question begins.
	useEffect(() => heading.current?.focus({ preventScroll: true }), []);
	return (
		<>
			<div className="quiz-question">
				{icon && (
					<span className="quiz-picture">
						<Icon name={icon} />
					</span>
				)}
				<h3 ref={heading} tabIndex={-1}>
					{text}
				</h3>
			</div>
			{left !== undefined && (
				<p className="quiz-left" role="timer" data-short={left <= 5 || undefined}>
					{words('left', { n: left })}
				</p>
			)}
			<div className="quiz-answers" role="group" aria-label={text}>
				{answers.map((answer, index) => (
					<button
						key={answer}
						type="button"
						className="quiz-answer"
						aria-pressed={chosen === index}
						data-verdict={isTold ? verdictOf(index, { chosen, right }) : undefined}
						disabled={isTold}
						onClick={() => setClicked(index)}
					>
						{answer}
					</button>
				))}
			</div>
			<div role="status" className="quiz-verdict" data-right={chosen === right || undefined}>
				{isTold && (
					<>
						<strong>{toldOf(question, chosen)}</strong>
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

/** Whole seconds that are left, counted down while it can be answered and the page can be seen. */
function useTimeLeft(seconds: number | undefined, isOpen: boolean): number | undefined {
	const [left, setLeft] = useState(seconds);
	const isVisible = useVisible();
	useTick(left && isOpen && isVisible ? 1000 : null, () => setLeft((now = 0) => Math.max(0, now - 1)));
	return left;
}

const verdictOf = (index: number, { chosen, right }: { chosen: number | undefined; right: number }) =>
	index === right ? 'right' : index === chosen ? 'wrong' : undefined;

function toldOf({ answers, right }: QuizQuestion, chosen: number | undefined): string {
	if (chosen === right) return words('right');
	return words(chosen === NO_ANSWER ? 'late' : 'wrong', { answer: answers[right] ?? '' });
}

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
