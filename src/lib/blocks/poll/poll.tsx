import { useId, useState, type FormEvent } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { percent } from '../../core/format';
import { useStored } from '../../core/stored';
import { t } from '../../core/words';
import { Button } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import './poll.css';
import type { PollParameters } from './parameters';
import { words } from './words';

/** One question, one vote per browser, and the result as bars. */
export const poll = defineBlock<PollParameters>({
	name: 'poll',
	Component: Poll,
	collections: ({ collection, seeds = {} }) => ({
		[collection]: {
			seed: Object.entries(seeds).flatMap(([option, count]) => Array.from({ length: count }, () => ({ option }))),
			rules: { change: 'owner' }
		}
	})
});

function Poll({ parameters: { question, intro, options, collection } }: { parameters: PollParameters }) {
	const id = useId();
	const { records, create } = useCollection<{ option: string }>(collection);
	const [voted, setVoted] = useStored(`poll-voted-${collection}`, '');
	const [chosen, setChosen] = useState('');
	const [isMissing, setMissing] = useState(false);
	const send = (event: FormEvent) => {
		event.preventDefault();
		setMissing(!chosen);
		if (!chosen || voted) return;
		setVoted(chosen);
		void create({ option: chosen });
	};
	return (
		<div className="poll narrow">
			<Heading title={question} text={intro} />
			{voted ? (
				<div className="card poll-card">
					<p role="status">{words('thanks')}</p>
					<Bars options={options} records={records} own={voted} />
				</div>
			) : (
				<form className="card poll-card" noValidate aria-label={question} onSubmit={send}>
					{options.map((option) => (
						<label key={option} className="poll-option">
							<input type="radio" name={id} checked={chosen === option} onChange={() => setChosen(option)} />
							<span>{option}</span>
						</label>
					))}
					{isMissing && !chosen && (
						<p className="field-error" role="alert">
							{t('choose-one')}
						</p>
					)}
					<div className="row">
						<Button type="submit" look="primary">
							{words('vote')}
						</Button>
					</div>
				</form>
			)}
		</div>
	);
}

function Bars({ options, records, own }: { options: readonly string[]; records: readonly { option: string }[]; own: string }) {
	const all = records.filter(({ option }) => options.includes(option)).length;
	return (
		<>
			<ul className="poll-bars" aria-label={words('results')}>
				{options.map((option) => {
					const count = records.filter((one) => one.option === option).length;
					const share = all ? count / all : 0;
					return (
						<li key={option} data-own={option === own || undefined}>
							<span>
								{option}
								{option === own && <span className="tag">{words('yours')}</span>}
							</span>
							<b>{words('line', { n: count, share: percent(Math.round(share * 100) / 100) })}</b>
							<span className="bar" aria-hidden="true">
								<span style={{ width: `${share * 100}%` }} />
							</span>
						</li>
					);
				})}
			</ul>
			<p className="muted">{words('votes', { n: all })}</p>
		</>
	);
}
