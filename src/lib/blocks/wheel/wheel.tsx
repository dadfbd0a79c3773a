import { useEffect, useState, type CSSProperties, type FormEvent } from 'react';
import { defineBlock } from '../../core/block';
import { randomBelow } from '../../core/random';
import { useStored } from '../../core/stored';
import { t } from '../../core/words';
import { Button, IconButton } from '../../web/ui/button';
import { TextField } from '../../web/ui/field';
import { Heading } from '../../web/ui/heading';
import { entryAt, restAt, sliceOf } from './logic';
import type { WheelParameters } from './parameters';
import './wheel.css';
import { words } from './words';

/** A wheel that draws one of its entries, each as likely as any other. */
export const wheel = defineBlock<WheelParameters>({ name: 'wheel', Component: Wheel });

/** How long it turns. The style sheet has the same time. */
const TURNS_MS = 4000;

function Wheel({ parameters }: { parameters: WheelParameters }) {
	const { title, intro, mayEdit, removesDrawn } = parameters;
	const [entries, setEntries] = useStored(`wheel-entries-${title}`, parameters.entries);
	const [drawn, setDrawn] = useStored<string[]>(`wheel-drawn-${title}`, NONE);
	const [angle, setAngle] = useState(0);
	const [state, setState] = useState<'still' | 'turning' | 'drawn'>('still');
	const name = state === 'drawn' ? drawn.at(-1) : undefined;
	const isTurning = state === 'turning';
	useEffect(() => {
		if (!isTurning) return;
		const timer = setTimeout(() => {
			setDrawn((now) => [...now, entries[entryAt(angle, entries.length)] ?? '']);
			setState('drawn');
		}, TURNS_MS);
		return () => clearTimeout(timer);
	}, [isTurning, angle, entries, setDrawn]);
	const change = (next: string[]) => {
		setEntries(next);
		setState('still');
	};
	const canSpin = entries.length > 1 && !isTurning;
	return (
		<div className="wheel wide">
			<Heading title={title} text={intro} align="center" />
			<div className="wheel-both">
				<div className="wheel-main">
					<Disc entries={entries} angle={angle} isTurning={isTurning} />
					<div className="wheel-says" role="status">
						{isTurning ? words('spinning') : name !== undefined ? <strong>{words('drawn', { name })}</strong> : null}
						{entries.length < 2 && <p>{words('least')}</p>}
					</div>
					<div className="row wheel-buttons">
						<Button
							look="primary"
							size="large"
							icon="refresh"
							disabled={!canSpin}
							onClick={() => {
								setAngle(restAt(angle, randomBelow(entries.length), entries.length));
								setState('turning');
							}}
						>
							{words('spin')}
						</Button>
						{removesDrawn && name !== undefined && entries.includes(name) && (
							<Button onClick={() => change(entries.filter((one) => one !== name))}>{words('take-off', { name })}</Button>
						)}
					</div>
				</div>
				<div className="wheel-side">
					<Entries entries={entries} mayEdit={mayEdit && !isTurning} onChange={change} />
					{(mayEdit || removesDrawn) && (
						<Button size="small" look="quiet" disabled={isTurning} onClick={() => change(parameters.entries)}>
							{words('reset')}
						</Button>
					)}
					{drawn.length > 0 && (
						<section className="wheel-history">
							<h3>{words('history')}</h3>
							<ol aria-label={words('history')}>
								{drawn.map((one, index) => (
									<li key={index}>{one}</li>
								))}
							</ol>
							<Button size="small" look="quiet" onClick={() => setDrawn(NONE)}>
								{t('delete')}
							</Button>
						</section>
					)}
				</div>
			</div>
		</div>
	);
}

const NONE: string[] = [];

/** Longer names are cut where they would meet in the middle. */
const MOST_SIGNS = 14;

function Disc({ entries, angle, isTurning }: { entries: readonly string[]; angle: number; isTurning: boolean }) {
	const slice = sliceOf(entries.length);
	const point = (degrees: number) => {
		const radians = ((degrees - 90) * Math.PI) / 180;
		return `${100 + 96 * Math.cos(radians)} ${100 + 96 * Math.sin(radians)}`;
	};
	return (
		<svg className="wheel-disc" viewBox="0 0 200 206" aria-hidden="true">
			<g className="wheel-turn" data-turning={isTurning || undefined} style={{ '--angle': `${angle}deg` } as CSSProperties}>
				{entries.length === 1 && <circle cx="100" cy="106" r="96" className="wheel-slice" data-kind="0" />}
				{entries.map((entry, index) => {
					const from = index * slice;
					const kind = index === entries.length - 1 && index % 3 === 0 && index > 0 ? 1 : index % 3;
					return (
						<g key={entry} transform="translate(0 6)">
							{entries.length > 1 && (
								<path
									className="wheel-slice"
									data-kind={kind}
									d={`M100 100L${point(from)}A96 96 0 ${slice > 180 ? 1 : 0} 1 ${point(from + slice)}Z`}
								/>
							)}
							<text
								className="wheel-name"
								data-kind={kind}
								x="188"
								y="100"
								transform={`rotate(${from + slice / 2 - 90} 100 100)`}
								style={{ fontSize: entries.length > 14 ? 7 : 10.5 }}
							>
								{[...entry].length > MOST_SIGNS ? `${[...entry].slice(0, MOST_SIGNS).join('')}…` : entry}
							</text>
						</g>
					);
				})}
			</g>
			<circle cx="100" cy="106" r="11" className="wheel-hub" />
			<path d="M100 22L90 2H110Z" className="wheel-pointer" />
		</svg>
	);
}

interface EntriesProps {
	entries: readonly string[];
	mayEdit: boolean;
	onChange: (entries: string[]) => void;
}

function Entries({ entries, mayEdit, onChange }: EntriesProps) {
	const [text, setText] = useState('');
	const [problem, setProblem] = useState<string>();
	const add = (event: FormEvent) => {
		event.preventDefault();
		const entry = text.trim();
		const isTwice = entries.some((one) => one.toLowerCase() === entry.toLowerCase());
		setProblem(!entry ? t('is-missing', { label: words('new-entry') }) : isTwice ? words('twice') : undefined);
		if (!entry || isTwice) return;
		onChange([...entries, entry]);
		setText('');
	};
	return (
		<section className="wheel-entries">
			<h3>{words('entries')}</h3>
			<ul aria-label={words('entries')}>
				{entries.map((entry) => (
					<li key={entry}>
						<span>{entry}</span>
						{mayEdit && (
							<IconButton
								label={words('off', { name: entry })}
								icon="close"
								onClick={() => onChange(entries.filter((one) => one !== entry))}
							/>
						)}
					</li>
				))}
			</ul>
			{mayEdit && (
				<form noValidate onSubmit={add}>
					<TextField
						label={words('new-entry')}
						error={problem}
						maxLength={40}
						autoComplete="off"
						value={text}
						onChange={(event) => setText(event.target.value)}
					/>
					<Button type="submit" icon="plus">
						{t('add')}
					</Button>
				</form>
			)}
		</section>
	);
}
