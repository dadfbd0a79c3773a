import { useEffect, useState } from 'react';
import { defineBlock } from '../../core/block';
import { clockText } from '../../core/clock';
import { gameWords } from '../../core/game-words';
import { shuffled } from '../../core/random';
import { useStored } from '../../core/stored';
import { useTick } from '../../core/use-tick';
import { useVisible } from '../../core/use-visible';
import { Button } from '../../web/ui/button';
import { Choices } from '../../web/ui/choices';
import { Confetti } from '../../web/ui/confetti';
import { GameBar, GameOver } from '../../web/ui/game';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Scores } from '../../web/ui/scores';
import { dealt, isOver, pointsOf, turned, turnedBack, winnerOf, type MemoryGame } from './logic';
import './memory.css';
import type { MemoryParameters } from './parameters';
import { words } from './words';

/** A game of pairs, for one or for two in turns. */
export const memory = defineBlock<MemoryParameters>({ name: 'memory', Component: Memory });

/** How long two cards that are no pair can be seen. */
const SEEN_MS = 1000;

function Memory({ parameters }: { parameters: MemoryParameters }) {
	const { title, intro, pictures, sizes, players, counts, hasConfetti = true } = parameters;
	const [pairs, setPairs] = useState(sizes[0]?.pairs ?? 1);
	const [count, setCount] = useState(players === 'two' ? 2 : 1);
	const { game, seconds, turn, deal } = useGame(pictures.length, pairs, count);
	const over = isOver(game);
	const best = useBest(`memory-best-${title}-${pairs}`, over && game.players === 1 ? game.moves : undefined);
	const name = (player: number) => gameWords('player', { n: player + 1 });
	const points = pointsOf(game);
	return (
		<div className="memory wide">
			<Heading title={title} text={intro} />
			<div className="stack">
				<GameBar>
					{sizes.length > 1 && (
						<Choices
							label={gameWords('size')}
							options={sizes.map(({ label, pairs }) => [pairs, label])}
							value={pairs}
							onChange={(next) => {
								setPairs(next);
								deal(next, count);
							}}
						/>
					)}
					{players === 'both' && (
						<Choices
							label={gameWords('players')}
							options={[
								[1, gameWords('one-player')],
								[2, gameWords('two-players')]
							]}
							value={count}
							onChange={(next) => {
								setCount(next);
								deal(pairs, next);
							}}
						/>
					)}
				</GameBar>
				<GameBar>
					<Scores
						items={[
							...(counts.includes('moves') ? [{ label: gameWords('moves'), value: game.moves }] : []),
							...(counts.includes('time') ? [{ label: gameWords('time'), value: clockText(seconds) }] : []),
							...(game.players === 1 ? [{ label: gameWords('best'), value: best ?? '–' }] : [])
						]}
					/>
					<Button icon="refresh" onClick={() => deal(pairs, count)}>
						{gameWords('new-game')}
					</Button>
				</GameBar>
				{game.players > 1 && <Turns points={points} turn={over ? undefined : game.turn} name={name} />}
				<div className="memory-table">
					<Board game={game} pictures={pictures} onTurn={turn} />
					{over && (
						<GameOver title={titleOf(game, name)} text={summaryOf(game, { seconds, counts, points, name })}>
							<Button look="primary" icon="refresh" onClick={() => deal(pairs, count)}>
								{gameWords('new-game')}
							</Button>
						</GameOver>
					)}
				</div>
			</div>
			{over && hasConfetti && <Confetti />}
		</div>
	);
}

function useGame(pictures: number, pairs: number, players: number) {
	const fresh = (pairs: number, players: number) => dealt(shuffledPairs(pictures, pairs), players);
	const [game, setGame] = useState<MemoryGame>(() => fresh(pairs, players));
	const [seconds, setSeconds] = useState(0);
	const isVisible = useVisible();
	const isRunning = (game.moves > 0 || game.open.length > 0) && !isOver(game) && isVisible;
	useTick(isRunning ? 1000 : null, () => setSeconds((now) => now + 1));
	const hasTwo = game.open.length === 2;
	useEffect(() => {
		if (!hasTwo) return;
		const timer = setTimeout(() => setGame(turnedBack), SEEN_MS);
		return () => clearTimeout(timer);
	}, [hasTwo]);
	return {
		game,
		seconds,
		turn: (place: number) => setGame((now) => turned(now, place)),
		deal: (pairs: number, players: number) => {
			setGame(fresh(pairs, players));
			setSeconds(0);
		}
	};
}

function shuffledPairs(pictures: number, pairs: number): number[] {
	const chosen = shuffled(Array.from({ length: pictures }, (_, index) => index)).slice(0, pairs);
	return shuffled([...chosen, ...chosen]);
}

/** The fewest moves so far, kept on the device. */
function useBest(name: string, moves: number | undefined): number | undefined {
	const [best, setBest] = useStored<number | null>(name, null);
	useEffect(() => {
		if (moves !== undefined && (best === null || moves < best)) setBest(moves);
	}, [moves, best, setBest]);
	return best ?? undefined;
}

interface BoardProps {
	game: MemoryGame;
	pictures: MemoryParameters['pictures'];
	onTurn: (place: number) => void;
}

function Board({ game, pictures, onTurn }: BoardProps) {
	const { cards, open, foundBy } = game;
	return (
		<>
			<ul className="memory-board" aria-label={words('board')} data-size={cards.length > 20 ? 'large' : undefined}>
				{cards.map((picture, place) => {
					const isUp = open.includes(place) || foundBy[place] !== undefined;
					const { name = '', icon = '' } = pictures[picture] ?? {};
					return (
						<li key={place}>
							<button
								type="button"
								className="memory-card"
								data-state={foundBy[place] !== undefined ? 'found' : isUp ? 'open' : 'down'}
								aria-label={isUp ? name : words('face-down', { n: place + 1 })}
								aria-disabled={isUp || undefined}
								onClick={() => onTurn(place)}
							>
								<span className="memory-turn">
									<span className="memory-back" />
									<span className="memory-front">{isUp && <Icon name={icon} />}</span>
								</span>
							</button>
						</li>
					);
				})}
			</ul>
			<p className="visually-hidden" aria-live="polite">
				{spoken(game, pictures)}
			</p>
		</>
	);
}

/** What a screen reader hears of the last two cards. */
function spoken({ cards, open }: MemoryGame, pictures: MemoryParameters['pictures']): string {
	const [a = '', b = ''] = open.map((place) => pictures[cards[place] ?? -1]?.name ?? '');
	return b ? words('no-pair', { a, b }) : a;
}

interface TurnsProps {
	points: readonly number[];
	turn: number | undefined;
	name: (player: number) => string;
}

function Turns({ points, turn, name }: TurnsProps) {
	return (
		<div className="memory-turns">
			{points.map((pairs, player) => (
				<div key={player} className="memory-player" data-turn={player === turn || undefined}>
					<strong>{name(player)}</strong>
					<span>{pairs}</span>
				</div>
			))}
			<p className="memory-whose" role="status">
				{turn === undefined ? '' : gameWords('turn', { name: name(turn) })}
			</p>
		</div>
	);
}

function titleOf(game: MemoryGame, name: (player: number) => string): string {
	if (game.players === 1) return words('all-found');
	const winner = winnerOf(game);
	return winner === undefined ? gameWords('draw') : gameWords('wins-player', { name: name(winner) });
}

interface Summary {
	seconds: number;
	counts: MemoryParameters['counts'];
	points: readonly number[];
	name: (player: number) => string;
}

function summaryOf({ moves, players }: MemoryGame, { seconds, points, name }: Summary): string {
	if (players === 1) return words('in-moves', { moves, time: clockText(seconds) });
	return words('pairs', { list: points.map((pairs, player) => `${name(player)} ${pairs}`).join(' · ') });
}
