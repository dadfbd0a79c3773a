import { useEffect, useRef, useState } from 'react';
import { defineBlock } from '../../core/block';
import { useStored } from '../../core/stored';
import { useVisible } from '../../core/use-visible';
import { Button } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import { Scores } from '../../web/ui/scores';
import { useKeys } from '../../web/ui/use-keys';
import { averageOf, bestOf, waitOf } from './logic';
import type { ReactionParameters } from './parameters';
import './reaction.css';
import { words } from './words';

/** How fast somebody reacts: an area that turns from red to green, in several rounds. */
export const reaction = defineBlock<ReactionParameters>({ name: 'reaction', Component: Reaction });

type Phase = 'start' | 'red' | 'green' | 'early' | 'told' | 'done';

function Reaction({ parameters }: { parameters: ReactionParameters }) {
	const { title, intro, rounds } = parameters;
	const { phase, times, act, restart } = useRounds(parameters);
	const [best, setBest] = useStored<number | null>(`reaction-best-${title}`, null);
	const fastest = bestOf(times);
	useEffect(() => {
		if (fastest !== undefined && (best === null || fastest < best)) setBest(fastest);
	}, [fastest, best, setBest]);
	const round = Math.min(rounds, times.length + (phase === 'told' ? 0 : 1));
	return (
		<div className="reaction narrow">
			<Heading title={title} text={intro} />
			<div className="stack">
				<Scores
					items={[
						{ label: words('round'), value: `${round}/${rounds}` },
						{ label: words('all-time'), value: best === null ? '–' : words('ms', { n: best }) }
					]}
				/>
				{phase === 'done' ? (
					<Result times={times} onAgain={restart} />
				) : (
					<Area phase={phase} times={times} rounds={rounds} onAct={act} />
				)}
			</div>
		</div>
	);
}

/** Rounds and their times. A tab that is hidden while it is red begins the round anew. */
function useRounds({ rounds, waitFrom, waitTo }: ReactionParameters) {
	const [phase, setPhase] = useState<Phase>('start');
	const [times, setTimes] = useState<number[]>([]);
	const greenAt = useRef(0);
	const isVisible = useVisible();
	useEffect(() => {
		if (phase !== 'red' || !isVisible) return;
		const timer = setTimeout(() => setPhase('green'), waitOf({ waitFrom, waitTo }, Math.random()));
		return () => clearTimeout(timer);
	}, [phase, isVisible, waitFrom, waitTo]);
	useEffect(() => {
		if (phase === 'green') greenAt.current = performance.now();
	}, [phase]);
	const act = () => {
		if (phase === 'red') setPhase('early');
		else if (phase === 'green') {
			setTimes([...times, Math.round(performance.now() - greenAt.current)]);
			setPhase('told');
		} else if (phase === 'told' && times.length === rounds) setPhase('done');
		else if (phase !== 'done') setPhase('red');
	};
	const restart = () => {
		setTimes([]);
		setPhase('red');
	};
	return { phase, times, act, restart };
}

interface AreaProps {
	phase: Phase;
	times: readonly number[];
	rounds: number;
	onAct: () => void;
}

/** Answers to the press itself, not to its end: a click would come some 80 ms later. */
function Area({ phase, times, rounds, onAct }: AreaProps) {
	const area = useRef<HTMLButtonElement>(null);
	const pressedAt = useRef(-Infinity);
	useEffect(() => area.current?.focus({ preventScroll: true }), []);
	const isHeld = useRef(false);
	useKeys(area, (key) => {
		if (key !== ' ' && key !== 'Enter') return false;
		if (!isHeld.current) onAct();
		isHeld.current = true;
		return true;
	});
	useEffect(() => {
		const release = () => {
			isHeld.current = false;
		};
		window.addEventListener('keyup', release);
		return () => window.removeEventListener('keyup', release);
	}, []);
	const last = times.at(-1);
	return (
		<button
			ref={area}
			type="button"
			className="reaction-area"
			data-phase={phase}
			aria-label={words('area')}
			aria-describedby="reaction-says"
			onPointerDown={(event) => {
				if (event.button !== 0) return;
				pressedAt.current = event.timeStamp;
				onAct();
			}}
			onClick={(event) => {
				// The click that follows a press has been counted; one without a press is a helper's, as a screen reader's.
				const isCounted = event.timeStamp - pressedAt.current < COUNTED_MS;
				pressedAt.current = -Infinity;
				if (!isCounted) onAct();
			}}
		>
			<span id="reaction-says" role="status">
				{phase === 'told' && last !== undefined && <b>{words('ms', { n: last })}</b>}
				<strong>{saysOf(phase, times.length, rounds)}</strong>
			</span>
		</button>
	);
}

/** How long a press may take until its click comes, in milliseconds. */
const COUNTED_MS = 3000;

function saysOf(phase: Phase, done: number, rounds: number): string {
	switch (phase) {
		case 'start':
			return words('begin');
		case 'red':
			return words('wait');
		case 'green':
			return words('now');
		case 'early':
			return words('early');
		default:
			return done === rounds ? words('to-end') : words('again', { n: done + 1, all: rounds });
	}
}

function Result({ times, onAgain }: { times: readonly number[]; onAgain: () => void }) {
	const slowest = Math.max(...times);
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus({ preventScroll: true }), []);
	return (
		<div className="card reaction-result">
			<h3 ref={heading} tabIndex={-1}>
				{words('result')}
			</h3>
			<Scores
				items={[
					{ label: words('average'), value: words('ms', { n: averageOf(times) }) },
					{ label: words('fastest'), value: words('ms', { n: bestOf(times) ?? 0 }) }
				]}
			/>
			<ol className="reaction-times">
				{times.map((time, index) => (
					<li key={index}>
						<span>{words('round-n', { n: index + 1, all: times.length })}</span>
						<i style={{ inlineSize: `${(time / slowest) * 100}%` }} />
						<b>{words('ms', { n: time })}</b>
					</li>
				))}
			</ol>
			<Button look="primary" icon="refresh" onClick={onAgain}>
				{words('repeat')}
			</Button>
		</div>
	);
}
