import { useEffect, useRef, useState } from 'react';
import { defineBlock } from '../../core/block';
import { gameWords } from '../../core/game-words';
import { useStored } from '../../core/stored';
import { useTick } from '../../core/use-tick';
import { useWhenHidden } from '../../core/use-visible';
import { t } from '../../core/words';
import { Button, IconButton } from '../../web/ui/button';
import { Choices } from '../../web/ui/choices';
import { GameBar, GameOver } from '../../web/ui/game';
import { Heading } from '../../web/ui/heading';
import { Scores } from '../../web/ui/scores';
import { useKeys } from '../../web/ui/use-keys';
import { useSwipe } from '../../web/ui/use-swipe';
import { pointsOf, startGame, stepped, turnedTo, type Direction, type Game } from './logic';
import type { SnakeParameters } from './parameters';
import './snake.css';
import { words } from './words';

/** A snake that eats and grows. */
export const snake = defineBlock<SnakeParameters>({ name: 'snake', Component: Snake });

const KEYS: Partial<Record<string, Direction>> = {
	...{ ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' },
	...{ a: 'left', d: 'right', w: 'up', s: 'down' }
};

function Snake({ parameters }: { parameters: SnakeParameters }) {
	const { title, intro, speeds } = parameters;
	const [speed, setSpeed] = useState(speeds[0]?.ms ?? 150);
	const { game, state, steer, begin, pause } = useGame(parameters, speed);
	const points = pointsOf(game);
	const [best, setBest] = useStored(`snake-best-${title}-${speed}`, 0);
	useEffect(() => {
		if (points > best) setBest(points);
	}, [points, best, setBest]);
	const area = useRef<HTMLDivElement>(null);
	useKeys(area, (key) => {
		const direction = KEYS[key];
		if (direction && state !== 'over') steer(direction);
		else if (key === ' ' || key === 'p' || key === 'Escape') pause();
		else return false;
		return state !== 'start' || direction !== undefined;
	});
	const swipe = useSwipe(steer);
	return (
		<div className="snake narrow">
			<Heading title={title} text={intro} align="center" />
			<div className="stack" ref={area}>
				<GameBar>
					<Scores
						items={[
							{ label: gameWords('points'), value: points },
							{ label: gameWords('best'), value: Math.max(best, points) }
						]}
					/>
					<div className="row">
						<Button icon={state === 'paused' ? 'play' : 'pause'} disabled={state === 'start' || state === 'over'} onClick={pause}>
							{state === 'paused' ? gameWords('resume') : gameWords('pause')}
						</Button>
					</div>
				</GameBar>
				{speeds.length > 1 && (
					<Choices
						label={words('speed')}
						options={speeds.map(({ label, ms }) => [ms, label])}
						value={speed}
						onChange={setSpeed}
					/>
				)}
				<div className="snake-field" {...swipe}>
					<Drawing game={game} />
					<Cover state={state} points={points} onBegin={begin} onPause={pause} />
				</div>
				<Arrows onSteer={steer} />
			</div>
		</div>
	);
}

type State = 'start' | 'running' | 'paused' | 'over';

/** The game and whether it runs; it waits while the tab is hidden. */
function useGame(parameters: SnakeParameters, speedMs: number) {
	const [game, setGame] = useState<Game>(() => startGame(parameters, Math.random()));
	const [run, setRun] = useState<'start' | 'running' | 'paused'>('start');
	const state: State = game.isOver ? 'over' : run;
	useWhenHidden(() => setRun((now) => (now === 'running' ? 'paused' : now)));
	useTick(state === 'running' ? speedMs : null, () => {
		const chance = Math.random();
		setGame((now) => stepped(now, chance));
	});
	const begin = () => {
		if (game.isOver) setGame(startGame(parameters, Math.random()));
		setRun('running');
	};
	return {
		game,
		state,
		begin,
		steer: (to: Direction) => {
			if (game.isOver) return;
			setGame((now) => turnedTo(now, to));
			setRun('running');
		},
		pause: () => {
			if (state === 'running') setRun('paused');
			else if (state === 'paused') setRun('running');
		}
	};
}

function Drawing({ game }: { game: Game }) {
	const { size, snake, food, direction } = game;
	const [head] = snake;
	return (
		<>
			<svg className="snake-drawing" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words('field', { n: size })}>
				<pattern id="snake-grid" width="2" height="2" patternUnits="userSpaceOnUse">
					<path d="M0 0h1v1H0zM1 1h1v1H1z" />
				</pattern>
				<rect className="snake-grid" width={size} height={size} fill="url(#snake-grid)" />
				<circle className="snake-food" cx={food.x + 0.5} cy={food.y + 0.5} r="0.36" />
				<path className="snake-leaf" d={`M${food.x + 0.5} ${food.y + 0.2}q.1-.26.36-.2q-.04.28-.36.2`} />
				{snake.map(({ x, y }, index) => (
					<rect
						key={`${x},${y}`}
						className="snake-part"
						x={x + 0.04}
						y={y + 0.04}
						width="0.92"
						height="0.92"
						rx={index === 0 ? 0.38 : 0.26}
						style={{ opacity: 1 - (index / snake.length) * 0.45 }}
					/>
				))}
				{head && <Eyes x={head.x} y={head.y} direction={direction} />}
			</svg>
			<p className="visually-hidden" data-testid="snake-state">
				{head &&
					words('state', {
						...{ length: snake.length, x: head.x + 1, y: head.y + 1, way: words(direction) },
						...{ fx: food.x + 1, fy: food.y + 1 }
					})}
			</p>
		</>
	);
}

const EYES: Record<Direction, readonly [number, number][]> = {
	right: [
		[0.66, 0.3],
		[0.66, 0.7]
	],
	left: [
		[0.34, 0.3],
		[0.34, 0.7]
	],
	up: [
		[0.3, 0.34],
		[0.7, 0.34]
	],
	down: [
		[0.3, 0.66],
		[0.7, 0.66]
	]
};

const Eyes = ({ x, y, direction }: { x: number; y: number; direction: Direction }) =>
	EYES[direction].map(([dx, dy]) => <circle key={`${dx},${dy}`} className="snake-eye" cx={x + dx} cy={y + dy} r="0.11" />);

interface CoverProps {
	state: State;
	points: number;
	onBegin: () => void;
	onPause: () => void;
}

function Cover({ state, points, onBegin, onPause }: CoverProps) {
	switch (state) {
		case 'start':
			return (
				<GameOver title={t('start')} text={words('begin')}>
					<Button look="primary" icon="play" onClick={onBegin}>
						{gameWords('new-game')}
					</Button>
				</GameOver>
			);
		case 'paused':
			return (
				<GameOver title={gameWords('paused')}>
					<Button look="primary" icon="play" onClick={onPause}>
						{gameWords('resume')}
					</Button>
				</GameOver>
			);
		case 'over':
			return (
				<GameOver title={gameWords('game-over')} text={words('eaten', { n: points })}>
					<Button look="primary" icon="refresh" onClick={onBegin}>
						{gameWords('new-game')}
					</Button>
				</GameOver>
			);
		default:
			return null;
	}
}

/** For fingers, and for whoever has no keys. */
function Arrows({ onSteer }: { onSteer: (to: Direction) => void }) {
	return (
		<div className="snake-arrows" role="group" aria-label={words('steer')}>
			{(['up', 'left', 'down', 'right'] as const).map((to) => (
				<IconButton
					key={to}
					data-to={to}
					label={words(to)}
					icon={to === 'left' ? 'back' : to === 'right' ? 'arrow' : to}
					onClick={() => onSteer(to)}
				/>
			))}
		</div>
	);
}
