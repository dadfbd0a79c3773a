import { useEffect, useRef, useState } from 'react';
import { clockText } from '../../core/clock';
import { defineBlock } from '../../core/block';
import { percent } from '../../core/format';
import { useStored } from '../../core/stored';
import { useTick } from '../../core/use-tick';
import { Button } from '../../web/ui/button';
import { Heading } from '../../web/ui/heading';
import { Scores } from '../../web/ui/scores';
import { accuracyOf, errorsIn, speedOf } from './logic';
import type { TypingParameters } from './parameters';
import './typing.css';
import { words } from './words';

/** A text to type, with speed and mistakes. */
export const typing = defineBlock<TypingParameters>({ name: 'typing', Component: Typing });

function Typing({ parameters: { title, intro, texts, seconds } }: { parameters: TypingParameters }) {
	const [at, setAt] = useState(0);
	const [round, setRound] = useState(0);
	const [best, setBest] = useStored(`typing-best-${title}`, 0);
	return (
		<div className="typing narrow">
			<Heading title={title} text={intro} />
			<Round
				key={`${at}-${round}`}
				text={texts[at % texts.length] ?? ''}
				seconds={seconds}
				best={best}
				onSpeed={(speed) => setBest((now) => Math.max(now, speed))}
				onNext={texts.length > 1 ? () => setAt(at + 1) : undefined}
				onAgain={() => setRound(round + 1)}
			/>
		</div>
	);
}

interface RoundProps {
	text: string;
	seconds: number | undefined;
	best: number;
	onSpeed: (speed: number) => void;
	onNext: (() => void) | undefined;
	onAgain: () => void;
}

function Round({ text, seconds, best, onSpeed, onNext, onAgain }: RoundProps) {
	const [typed, setTyped] = useState('');
	const [time, setTime] = useState<{ from: number; now: number }>();
	const passed = time ? (time.now - time.from) / 1000 : 0;
	const isLate = seconds !== undefined && passed >= seconds;
	const isDone = isLate || [...typed].length >= [...text].length;
	useTick(time && !isDone ? 200 : null, () => setTime((at) => at && { ...at, now: performance.now() }));
	const counted = seconds === undefined ? passed : Math.min(passed, seconds);
	const speed = speedOf(text, typed, counted);
	const accuracy = percent(Math.round(accuracyOf(text, typed) * 100) / 100);
	useEffect(() => {
		if (isDone) onSpeed(speed);
		// Told once, when it is over: what the speed is then.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [isDone]);
	const field = useRef<HTMLTextAreaElement>(null);
	return (
		<div className="stack">
			<Scores
				items={[
					{ label: words('speed'), value: speed },
					{ label: words('accuracy'), value: accuracy },
					{ label: words('time'), value: clockText(seconds === undefined ? passed : Math.ceil(seconds - counted)) },
					{ label: words('best'), value: best || '–' }
				]}
			/>
			<Marked text={text} typed={typed} onFocus={() => field.current?.focus()} />
			<textarea
				ref={field}
				className="control typing-field"
				aria-label={words('here')}
				placeholder={words('here')}
				rows={3}
				autoComplete="off"
				autoCorrect="off"
				autoCapitalize="off"
				spellCheck={false}
				readOnly={isDone}
				value={typed}
				onPaste={(event) => event.preventDefault()}
				onChange={(event) => {
					const now = performance.now();
					setTime((at) => ({ from: at?.from ?? now, now }));
					setTyped([...event.target.value.replace(/\n/g, '')].slice(0, [...text].length).join(''));
				}}
			/>
			{isDone && (
				<div className="card typing-done" role="status">
					<strong>{words('done')}</strong>
					<p>{words('result', { speed, accuracy })}</p>
					<div className="row">
						{onNext && (
							<Button look="primary" icon="arrow" onClick={onNext}>
								{words('next')}
							</Button>
						)}
						<Button icon="refresh" onClick={onAgain}>
							{words('again')}
						</Button>
					</div>
				</div>
			)}
		</div>
	);
}

function Marked({ text, typed, onFocus }: { text: string; typed: string; onFocus: () => void }) {
	const wrong = new Set(errorsIn(text, typed));
	const at = [...typed].length;
	return (
		<p className="typing-text" aria-label={words('text')} role="group" onClick={onFocus}>
			{[...text].map((sign, index) => (
				<span key={index} data-state={index < at ? (wrong.has(index) ? 'wrong' : 'right') : index === at ? 'next' : undefined}>
					{sign}
				</span>
			))}
		</p>
	);
}
