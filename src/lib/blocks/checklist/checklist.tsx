import { useState, type FormEvent } from 'react';
import { defineBlock } from '../../core/block';
import { addDays, today } from '../../core/days';
import { useStored } from '../../core/stored';
import { t } from '../../core/words';
import { Button, IconButton } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import './checklist.css';
import { groupsOf, NOTHING, streakOf, toggled, type Entry } from './logic';
import type { ChecklistParameters } from './parameters';
import { words } from './words';

/** Things to tick off: to pack, to do, or to do every day. */
export const checklist = defineBlock<ChecklistParameters>({ name: 'checklist', Component: Checklist });

function Checklist({ parameters }: { parameters: ChecklistParameters }) {
	const { heading, intro, collection, mayAdd, daily = false, streak = false, done } = parameters;
	const [kept, setKept] = useStored(collection, NOTHING);
	const day = daily ? today() : '';
	const groups = groupsOf(parameters, kept);
	const all = groups.flatMap(({ entries }) => entries.map(({ key }) => key));
	const ticked = (kept.ticked[day] ?? []).filter((key) => all.includes(key));
	const isDone = all.length > 0 && ticked.length === all.length;
	return (
		<div className="checklist narrow">
			<Heading title={heading} text={intro} />
			<div className="checklist-share" role="status">
				<span>
					<b>{words('share', { n: ticked.length, all: all.length })}</b>
					{isDone && <span>{done}</span>}
					{streak && daily && (
						<span className="tag">{words('streak', { n: streakOf(kept.full, day, (one) => addDays(one, -1)) })}</span>
					)}
				</span>
				<div className="bar" aria-hidden="true">
					<span style={{ width: `${all.length ? (ticked.length / all.length) * 100 : 0}%` }} />
				</div>
			</div>
			<div className="checklist-groups">
				{groups.map(({ name, entries }) => (
					<section key={name} className="card">
						{name && <h3>{name}</h3>}
						<ul aria-label={name || heading}>
							{entries.map((entry) => (
								<Row
									key={entry.key}
									{...{ entry, mayAdd }}
									isTicked={ticked.includes(entry.key)}
									onTick={() => setKept((now) => toggled(now, entry.key, { day, all }))}
									onRemove={() =>
										setKept((now) => ({
											...now,
											added: now.added.filter(({ group, text }) => `${group}/${text}` !== entry.key),
											removed: [...now.removed, entry.key]
										}))
									}
								/>
							))}
						</ul>
						{mayAdd && (
							<Add
								group={name || heading}
								has={entries.map(({ text }) => text)}
								onAdd={(text) =>
									setKept((now) => ({
										...now,
										added: [...now.added, { group: name, text }],
										removed: now.removed.filter((key) => key !== `${name}/${text}`)
									}))
								}
							/>
						)}
					</section>
				))}
			</div>
			{ticked.length > 0 && !daily && (
				<Button look="quiet" icon="refresh" onClick={() => setKept((now) => ({ ...now, ticked: {} }))}>
					{words('reset')}
				</Button>
			)}
		</div>
	);
}

interface RowProps {
	entry: Entry;
	isTicked: boolean;
	mayAdd: boolean;
	onTick: () => void;
	onRemove: () => void;
}

const Row = ({ entry: { text }, isTicked, mayAdd, onTick, onRemove }: RowProps) => (
	<li>
		<label>
			<input type="checkbox" checked={isTicked} onChange={onTick} /> <span>{text}</span>
		</label>
		{mayAdd && <IconButton label={words('remove', { name: text })} icon="close" onClick={onRemove} />}
	</li>
);

function Add({ group, has, onAdd }: { group: string; has: readonly string[]; onAdd: (text: string) => void }) {
	const [text, setText] = useState('');
	const [problem, setProblem] = useState('');
	const send = (event: FormEvent) => {
		event.preventDefault();
		const given = text.trim();
		const isThere = has.some((one) => one.toLowerCase() === given.toLowerCase());
		setProblem(!given ? words('empty') : isThere ? words('there') : '');
		if (!given || isThere) return;
		onAdd(given);
		setText('');
	};
	return (
		<form className="checklist-add no-print" onSubmit={send}>
			<input
				className="control"
				aria-label={words('new-one', { group })}
				placeholder={words('new')}
				aria-invalid={problem ? true : undefined}
				value={text}
				maxLength={120}
				onChange={(event) => setText(event.target.value)}
			/>
			<Button type="submit" icon="plus">
				{t('add')}
			</Button>
			{problem && (
				<p className="field-error" role="alert">
					{problem}
				</p>
			)}
		</form>
	);
}
