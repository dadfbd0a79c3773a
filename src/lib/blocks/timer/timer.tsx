import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { clockText } from '../../core/clock';
import { defineBlock } from '../../core/block';
import { useTick } from '../../core/use-tick';
import { tone } from '../../web/sound';
import { Button } from '../../web/ui/button';
import { Choices } from '../../web/ui/choices';
import { TextField } from '../../web/ui/field';
import { Heading } from '../../web/ui/heading';
import { secondsOf, standingOf, stopwatchText, type Phase } from './logic';
import type { TimerParameters } from './parameters';
import './timer.css';
import { words } from './words';

/** A countdown, a stopwatch, or phases that follow each other. */
export const timer = defineBlock<TimerParameters>({ name: 'timer', Component: Timer });

/** How often the time is looked at, in milliseconds. */
const LOOK_MS = 100;

function Timer({ parameters }: { parameters: TimerParameters }) {
	const { title, intro, kind } = parameters;
	return (
		<div className="timer narrow">
			<Heading title={title} text={intro} align="center" />
			{kind === 'stopwatch' ? (
				<Stopwatch />
			) : kind === 'countdown' ? (
				<Countdown parameters={parameters} />
			) : (
				<Phases parameters={parameters} />
			)}
		</div>
	);
}

/** Time that passes while it runs, by the device's clock. */
function useStopwatch() {
	const [{ since, before }, setRun] = useState<{ since: number | undefined; before: number }>({ since: undefined, before: 0 });
	const [now, setNow] = useState(0);
	const isRunning = since !== undefined;
	useTick(isRunning ? LOOK_MS : null, () => setNow(performance.now()));
	const passedMs = before + (isRunning ? Math.max(0, now - since) : 0);
	const run = (from: number) => {
		const at = performance.now();
		setNow(at);
		setRun({ since: at, before: from });
	};
	return {
		passedMs,
		isRunning,
		toggle: () => {
			if (isRunning) setRun({ since: undefined, before: before + performance.now() - since });
			else run(before);
		},
		reset: () => setRun({ since: undefined, before: 0 }),
		/** Goes on from a time that has passed. */
		jump: (toMs: number) => {
			if (isRunning) run(toMs);
			else setRun({ since: undefined, before: toMs });
		}
	};
}

function Stopwatch() {
	const { passedMs, isRunning, toggle, reset } = useStopwatch();
	const [laps, setLaps] = useState<number[]>([]);
	return (
		<div className="timer-body">
			<Face label={words('passed')} text={stopwatchText(passedMs)} share={(passedMs / 60_000) % 1} />
			<Controls
				isRunning={isRunning}
				hasBegun={passedMs > 0}
				onToggle={toggle}
				onReset={() => {
					reset();
					setLaps([]);
				}}
			>
				<Button icon="flag" disabled={!isRunning} onClick={() => setLaps([...laps, passedMs])}>
					{words('lap')}
				</Button>
			</Controls>
			{laps.length > 0 && (
				<ol className="timer-laps" aria-label={words('laps')} reversed>
					{laps
						.map((at, index) => (
							<li key={index}>
								<span>{words('lap-n', { n: index + 1 })}</span>
								<span>{stopwatchText(at - (laps[index - 1] ?? 0))}</span>
								<b>{stopwatchText(at)}</b>
							</li>
						))
						.reverse()}
				</ol>
			)}
		</div>
	);
}

function Countdown({ parameters: { presets = [], hasSound } }: { parameters: TimerParameters }) {
	const [seconds, setSeconds] = useState(presets[0]?.seconds ?? 300);
	const { passedMs, isRunning, toggle, reset } = useStopwatch();
	const { leftMs, isOver } = standingOf([{ name: '', seconds }], 1, passedMs);
	useSound(isOver ? 'over' : '', hasSound);
	const set = (next: number) => {
		setSeconds(next);
		reset();
	};
	return (
		<div className="timer-body">
			{presets.length > 1 && (
				<Choices
					label={words('presets')}
					options={presets.map(({ label, seconds }) => [seconds, label])}
					value={seconds}
					onChange={set}
					isQuiet
				/>
			)}
			<Face
				label={words('left')}
				text={clockText(Math.ceil(leftMs / 1000))}
				share={leftMs / (seconds * 1000)}
				note={isOver ? words('over') : ''}
			/>
			<Controls isRunning={isRunning && !isOver} isOver={isOver} hasBegun={passedMs > 0} onToggle={toggle} onReset={reset} />
			<OwnTime onSet={set} />
		</div>
	);
}

function OwnTime({ onSet }: { onSet: (seconds: number) => void }) {
	const [text, setText] = useState('');
	const [isBad, setBad] = useState(false);
	const send = (event: FormEvent) => {
		event.preventDefault();
		const seconds = secondsOf(text);
		setBad(!seconds);
		if (seconds) onSet(seconds);
	};
	return (
		<form className="timer-own" noValidate onSubmit={send}>
			<TextField
				label={words('own')}
				error={isBad ? words('bad-time') : undefined}
				autoComplete="off"
				value={text}
				onChange={(event) => setText(event.target.value)}
			/>
			<Button type="submit">{words('set')}</Button>
		</form>
	);
}

function Phases({ parameters: { phases = [], rounds, hasSound } }: { parameters: TimerParameters }) {
	const { passedMs, isRunning, toggle, reset, jump } = useStopwatch();
	const { phase, round, leftMs, isOver } = standingOf(phases, rounds ?? Infinity, passedMs);
	useSound(isOver ? 'over' : passedMs > 0 ? `${round}-${phase}` : '', hasSound);
	const now = phases[phase];
	const said = rounds === undefined ? words('round-only', { n: round }) : words('round', { n: round, all: rounds });
	return (
		<div className="timer-body">
			<PhaseList phases={phases} at={isOver ? -1 : phase} />
			<Face
				label={now?.name ?? ''}
				text={clockText(Math.ceil(leftMs / 1000))}
				share={now ? leftMs / (now.seconds * 1000) : 0}
				note={isOver ? words('done') : said}
			/>
			<Controls isRunning={isRunning && !isOver} isOver={isOver} hasBegun={passedMs > 0} onToggle={toggle} onReset={reset}>
				<Button disabled={isOver} onClick={() => jump(passedMs + leftMs)}>
					{words('skip')}
				</Button>
			</Controls>
		</div>
	);
}

const PhaseList = ({ phases, at }: { phases: readonly Phase[]; at: number }) => (
	<ol className="timer-phases">
		{phases.map(({ name, seconds }, index) => (
			<li key={index} aria-current={index === at ? 'step' : undefined}>
				{name} <span>{clockText(seconds)}</span>
			</li>
		))}
	</ol>
);

interface FaceProps {
	label: string;
	text: string;
	/** Of the ring, 0 to 1. */
	share: number;
	note?: string;
}

const RADIUS = 92;
const ROUND = 2 * Math.PI * RADIUS;

function Face({ label, text, share, note = '' }: FaceProps) {
	return (
		<div className="timer-face">
			<svg viewBox="0 0 200 200" aria-hidden="true">
				<circle cx="100" cy="100" r={RADIUS} />
				<circle cx="100" cy="100" r={RADIUS} data-done strokeDasharray={`${ROUND * Math.max(0, Math.min(1, share))} ${ROUND}`} />
			</svg>
			<div>
				<span className="timer-label">{label}</span>
				<span className="timer-time" role="timer" aria-label={label}>
					{text}
				</span>
				<span className="timer-note" role="status">
					{note}
				</span>
			</div>
		</div>
	);
}

interface ControlsProps {
	isRunning: boolean;
	isOver?: boolean;
	hasBegun: boolean;
	onToggle: () => void;
	onReset: () => void;
	children?: ReactNode;
}

function Controls({ isRunning, isOver = false, hasBegun, onToggle, onReset, children }: ControlsProps) {
	return (
		<div className="row timer-controls">
			<Button look="primary" size="large" icon={isRunning ? 'pause' : 'play'} disabled={isOver} onClick={onToggle}>
				{isRunning ? words('pause') : hasBegun ? words('resume') : words('start')}
			</Button>
			{children}
			<Button icon="refresh" disabled={!hasBegun} onClick={onReset}>
				{words('reset')}
			</Button>
		</div>
	);
}

/** Three tones when a part begins or all is over. @param part what has begun; '' before the start */
function useSound(part: string, hasSound: boolean): void {
	useEffect(() => {
		if (!hasSound || !part) return;
		for (const startS of [0, 0.25, 0.5]) tone({ hertz: 880, startS, lengthS: 0.18 });
	}, [part, hasSound]);
}
