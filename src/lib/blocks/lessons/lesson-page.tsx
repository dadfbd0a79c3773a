import { useId, useState, type FormEvent } from 'react';
import { useDetail } from '../../web/detail';
import { tone } from '../../web/sound';
import { Button, IconButton, LinkButton } from '../../web/ui/button';
import { Title } from '../../web/ui/heading';
import { beepsOf, percentOf } from './logic';
import type { Lesson, LessonsParameters } from './parameters';
import { words } from './words';

interface LessonPageProps {
	parameters: LessonsParameters;
	index: number;
	/** Whether the next lesson can be gone on to. */
	isNextOpen: boolean;
	onResult: (percent: number) => unknown;
}

/** One lesson: what it teaches, and its exercise. */
export function LessonPage({ parameters, index, isNextOpen, onResult }: LessonPageProps) {
	const { lessons, passPercent, hasMorse = false } = parameters;
	const { back, hrefOf } = useDetail();
	const lesson = lessons[index]!;
	const next = lessons[index + 1];
	return (
		<article className="lessons narrow">
			<div className="lessons-head">
				<p className="tag">{words('lesson', { n: index + 1 })}</p>
				<Title>{lesson.title}</Title>
				{lesson.text.map((paragraph) => (
					<p key={paragraph}>{paragraph}</p>
				))}
			</div>
			{lesson.items && (
				<ul className="lessons-items">
					{lesson.items.map((item) => (
						<Item key={item.sign} item={item} hasMorse={hasMorse} />
					))}
				</ul>
			)}
			<Exercise lesson={lesson} passPercent={passPercent} onResult={onResult} />
			<div className="row">
				<LinkButton href={back} icon="back">
					{words('all-lessons')}
				</LinkButton>
				{next && isNextOpen && (
					<LinkButton href={hrefOf(next.slug)} look="primary" icon="arrow">
						{words('next-lesson')}
					</LinkButton>
				)}
			</div>
		</article>
	);
}

function Item({ item: { sign, code, hint }, hasMorse }: { item: NonNullable<Lesson['items']>[number]; hasMorse: boolean }) {
	return (
		<li className="lessons-item">
			<strong>{sign}</strong>
			{code && (
				<span className="lessons-code" data-morse={hasMorse || undefined}>
					{code}
				</span>
			)}
			{hint && <span className="muted">{hint}</span>}
			{hasMorse && code && (
				<IconButton icon="play" label={words('play', { sign })} onClick={() => beepsOf(code).forEach((beep) => tone(beep))} />
			)}
		</li>
	);
}

interface ExerciseProps {
	lesson: Lesson;
	passPercent: number;
	onResult: (percent: number) => unknown;
}

function Exercise({ lesson: { exercise }, passPercent, onResult }: ExerciseProps) {
	const id = useId();
	const [given, setGiven] = useState<(number | undefined)[]>([]);
	const [percent, setPercent] = useState<number>();
	const [isTold, setTold] = useState(false);
	const isDone = percent !== undefined;
	const check = (event: FormEvent) => {
		event.preventDefault();
		const isMissing = exercise.some((_, index) => given[index] === undefined);
		setTold(isMissing);
		if (isMissing || isDone) return;
		const result = percentOf(exercise, given);
		setPercent(result);
		void onResult(result);
	};
	return (
		<form className="lessons-exercise card" noValidate aria-label={words('exercise')} onSubmit={check}>
			<h2>{words('exercise')}</h2>
			{exercise.map(({ question, answers, right }, index) => (
				<fieldset key={question} disabled={isDone}>
					<legend>{question}</legend>
					<div className="lessons-answers">
						{answers.map((answer, at) => (
							<label
								key={answer}
								className="lessons-answer"
								data-verdict={isDone ? (at === right ? 'right' : at === given[index] ? 'wrong' : undefined) : undefined}
							>
								<input
									type="radio"
									name={`${id}-${index}`}
									checked={given[index] === at}
									onChange={() => setGiven(Array.from(exercise, (_, one) => (one === index ? at : given[one])))}
								/>
								<span>{answer}</span>
							</label>
						))}
					</div>
				</fieldset>
			))}
			<div role="status" className="lessons-result" data-passed={(isDone && percent >= passPercent) || undefined}>
				{isDone && (
					<strong>
						{percent >= passPercent
							? words('result-pass', { n: percent })
							: words('result-fail', { n: percent, need: passPercent })}
					</strong>
				)}
			</div>
			{isTold && (
				<p className="field-error" role="alert">
					{words('answer-all')}
				</p>
			)}
			<div className="row">
				{isDone ? (
					<Button
						icon="refresh"
						onClick={() => {
							setGiven([]);
							setPercent(undefined);
						}}
					>
						{words('try-again')}
					</Button>
				) : (
					<Button type="submit" look="primary">
						{words('check')}
					</Button>
				)}
			</div>
		</form>
	);
}
