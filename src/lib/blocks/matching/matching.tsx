import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Empty } from '../../web/ui/empty';
import { Heading } from '../../web/ui/heading';
import { Picture } from '../../web/ui/picture';
import { matchesOf, type Match } from './logic';
import './matching.css';
import type { MatchingParameters } from './parameters';
import { words } from './words';

/** Finds what fits somebody's answers best, and says why. */
export const matching = defineBlock<MatchingParameters>({ name: 'matching', Component: Matching });

function Matching({ parameters }: { parameters: MatchingParameters }) {
	const { heading, intro, asks, none } = parameters;
	const [answers, setAnswers] = useState<Record<string, string>>({});
	const [isShown, setShown] = useState(false);
	const isComplete = asks.every(({ name }) => answers[name]);
	const matches = matchesOf(parameters, answers);
	const restart = () => {
		setAnswers({});
		setShown(false);
	};
	return (
		<div className="matching wide">
			<Heading title={heading} text={intro} />
			<div className="matching-asks card">
				{asks.map(({ name, question, options }) => (
					<fieldset key={name}>
						<legend>{question}</legend>
						<div className="row">
							{options.map((option) => (
								<button
									key={option}
									type="button"
									className="chip"
									aria-pressed={answers[name] === option}
									onClick={() => setAnswers({ ...answers, [name]: option })}
								>
									{option}
								</button>
							))}
						</div>
					</fieldset>
				))}
				{isShown && !isComplete && (
					<p className="field-error" role="alert">
						{words('missing')}
					</p>
				)}
				<div className="form-actions">
					<Button look="primary" onClick={() => setShown(true)}>
						{words('show')}
					</Button>
					<Button icon="refresh" onClick={restart}>
						{t('start-again')}
					</Button>
				</div>
			</div>
			<div role="status">
				{isShown && isComplete && (matches.length ? <Results matches={matches} /> : <Empty title={none} icon="search" />)}
			</div>
		</div>
	);
}

function Results({ matches }: { matches: readonly Match[] }) {
	return (
		<ol className="matching-results" aria-label={words('results')}>
			{matches.map(({ candidate: { title, text, picture }, share, because }) => {
				const percent = `${Math.round(share * 100)} %`;
				return (
					<li key={title} className="card">
						<Picture picture={picture ?? { label: title }} />
						<div>
							<h3>{title}</h3>
							<p className="matching-share">{words('fits', { share: percent })}</p>
							<div className="bar" aria-hidden="true">
								<span style={{ width: `${share * 100}%` }} />
							</div>
							<p>{text}</p>
							<p className="muted">{words('because', { reasons: because.join(', ') })}</p>
						</div>
					</li>
				);
			})}
		</ol>
	);
}
