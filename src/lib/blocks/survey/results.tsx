import { number, percent } from '../../core/format';
import { countsOf, meanOf, textsOf, type Answers } from './logic';
import type { SurveyQuestion } from './parameters';
import { words } from './words';

/** How all have answered: bars for what can be counted, else what was written. */
export function Results({ questions, all }: { questions: readonly SurveyQuestion[]; all: readonly Partial<Answers>[] }) {
	return (
		<section className="survey-results card" aria-label={words('results')}>
			<header>
				<h3>{words('results')}</h3>
				<p className="muted">{words('answers', { n: all.length })}</p>
			</header>
			{all.length === 0 && <p>{words('nothing')}</p>}
			{questions.map((question) => (
				<Result key={question.name} question={question} all={all} />
			))}
		</section>
	);
}

/** The newest of what was written; more would be a wall of text. */
const TEXTS = 5;

function Result({ question, all }: { question: SurveyQuestion; all: readonly Partial<Answers>[] }) {
	const counts = countsOf(question, all);
	const mean = question.kind === 'scale' || question.kind === 'number' ? meanOf(question, all) : undefined;
	const texts = counts.length ? [] : textsOf(question, all).slice(0, TEXTS);
	if (!counts.length && !texts.length && mean === undefined) return null;
	return (
		<div className="survey-result">
			<h4>{question.question}</h4>
			{counts.length > 0 && (
				<ul aria-label={question.question}>
					{counts.map(({ label, count, share }) => (
						<li key={label}>
							<span className="survey-label">{label}</span>
							<span className="bar" aria-hidden="true">
								<span style={{ width: `${share * 100}%` }} />
							</span>
							<span className="survey-count">{words('people', { n: count, share: percent(Math.round(share * 100) / 100) })}</span>
						</li>
					))}
				</ul>
			)}
			{mean !== undefined && <p className="muted">{words('mean', { n: number(Number(mean.toFixed(1))) })}</p>}
			{texts.map((text, index) => (
				<blockquote key={index}>{text}</blockquote>
			))}
		</div>
	);
}
