import { useEffect, useState, type CSSProperties } from 'react';
import { defineBlock } from '../../core/block';
import { gameWords } from '../../core/game-words';
import { useStored } from '../../core/stored';
import { Button } from '../../web/ui/button';
import { Choices } from '../../web/ui/choices';
import { Confetti } from '../../web/ui/confetti';
import { GameBar, GameOver } from '../../web/ui/game';
import { Heading } from '../../web/ui/heading';
import { Scores } from '../../web/ui/scores';
import { bestMove } from './computer';
import './connect-four.css';
import { isFull, landing, newBoard, put, rowOf, winnerOf, type Board, type Player, type Rules } from './logic';
import type { ConnectFourParameters } from './parameters';
import { words } from './words';

/** Two put pieces in turns; so many in a row win. Connect four, tic-tac-toe and others by their rules. */
export const connectFour = defineBlock<ConnectFourParameters>({ name: 'connect-four', Component: ConnectFour });

/** How long the computer seems to think, so that one sees what it did. */
const THINKS_MS = 500;

function ConnectFour({ parameters }: { parameters: ConnectFourParameters }) {
	const { title, intro, opponent, names } = parameters;
	const [against, setAgainst] = useState<'person' | 'computer'>(opponent === 'computer' ? 'computer' : 'person');
	const { board, note, isThinking, play, restart } = useGame(parameters, against);
	const name = (player: Player) =>
		player === 1 && against === 'computer' ? words('is-computer') : (names?.[player] ?? gameWords('player', { n: player + 1 }));
	const winner = winnerOf(parameters, board);
	const isDraw = winner === undefined && isFull(board);
	const tally = useTally(`connect-four-${title}-${against}`, isDraw ? 2 : winner);
	return (
		<div className="connect-four narrow">
			<Heading title={title} text={intro} align="center" />
			<div className="stack">
				{opponent === 'both' && (
					<Choices
						label={words('against')}
						options={[
							['person', words('person')],
							['computer', words('computer')]
						]}
						value={against}
						onChange={(next) => {
							setAgainst(next);
							restart();
						}}
					/>
				)}
				<GameBar>
					<Scores
						items={[
							{ label: name(0), value: tally[0] },
							{ label: name(1), value: tally[1] },
							{ label: words('draws'), value: tally[2] }
						]}
					/>
					<Button icon="refresh" onClick={restart}>
						{gameWords('new-game')}
					</Button>
				</GameBar>
				<p className="connect-four-turn" role="status" data-player={board.turn}>
					{winner === undefined && !isDraw && (
						<>
							<i className="connect-four-piece" data-player={board.turn} aria-hidden="true" />
							{gameWords('turn', { name: name(board.turn) })}
						</>
					)}
					{note && <span className="muted">{note}</span>}
				</p>
				<div className="connect-four-field">
					<Places rules={parameters} board={board} name={name} isThinking={isThinking} onPlay={play} />
					{(winner !== undefined || isDraw) && (
						<div className="connect-four-end">
							<GameOver title={winner === undefined ? gameWords('draw') : gameWords('wins-player', { name: name(winner) })}>
								<Button look="primary" icon="refresh" onClick={restart}>
									{gameWords('new-game')}
								</Button>
							</GameOver>
						</div>
					)}
				</div>
			</div>
			{winner !== undefined && !(winner === 1 && against === 'computer') && <Confetti />}
		</div>
	);
}

function useGame(rules: Rules, against: 'person' | 'computer') {
	const [board, setBoard] = useState(() => newBoard(rules));
	const [starter, setStarter] = useState<Player>(0);
	const [note, setNote] = useState('');
	const isOver = rowOf(rules, board) !== undefined || isFull(board);
	const isThinking = against === 'computer' && board.turn === 1 && !isOver;
	useEffect(() => {
		if (!isThinking) return;
		const timer = setTimeout(() => {
			setBoard((now) => {
				const move = bestMove(rules, now);
				return move === undefined ? now : put(rules, now, move);
			});
		}, THINKS_MS);
		return () => clearTimeout(timer);
	}, [isThinking, rules]);
	return {
		board,
		note,
		isThinking,
		play: (place: number) => {
			if (isThinking || isOver) return;
			setNote(landing(rules, board, place) === undefined && rules.falls ? words('full') : '');
			setBoard(put(rules, board, place));
		},
		restart: () => {
			// Who did not begin the last game begins this one; against the computer the person always does.
			const next = against === 'computer' || board.last === undefined ? 0 : starter === 0 ? 1 : 0;
			setStarter(next);
			setBoard(newBoard(rules, next));
			setNote('');
		}
	};
}

/** Games won by each, and draws; kept on the device. @param result who has just won, 2 for a draw */
function useTally(name: string, result: Player | 2 | undefined): [number, number, number] {
	const [tally, setTally] = useStored<[number, number, number]>(name, NOTHING);
	useEffect(() => {
		if (result === undefined) return;
		setTally((now) => now.map((count, index) => (index === result ? count + 1 : count)) as [number, number, number]);
	}, [result, setTally]);
	return tally;
}
const NOTHING: [number, number, number] = [0, 0, 0];

interface PlacesProps {
	rules: ConnectFourParameters;
	board: Board;
	name: (player: Player) => string;
	isThinking: boolean;
	onPlay: (place: number) => void;
}

function Places({ rules, board, name, isThinking, onPlay }: PlacesProps) {
	const { columns, falls } = rules;
	const [hovered, setHovered] = useState<number>();
	const row = rowOf(rules, board) ?? [];
	const target = hovered === undefined || isThinking || row.length ? undefined : landing(rules, board, hovered);
	return (
		<div
			className="connect-four-board"
			role="group"
			aria-label={words('board')}
			data-falls={falls || undefined}
			style={{ '--columns': columns } as CSSProperties}
			onPointerLeave={() => setHovered(undefined)}
		>
			{board.places.map((player, place) => (
				<button
					key={place}
					type="button"
					className="connect-four-place"
					// Where pieces fall, the keys need one stop per column, not one per place.
					tabIndex={falls && place >= columns ? -1 : 0}
					aria-label={words('place', {
						y: Math.floor(place / columns) + 1,
						x: (place % columns) + 1,
						what: player === undefined ? words('free') : name(player)
					})}
					data-wins={row.includes(place) || undefined}
					onPointerEnter={({ pointerType }) => pointerType === 'mouse' && setHovered(place)}
					onFocus={() => setHovered(place)}
					onBlur={() => setHovered(undefined)}
					onKeyDown={(event) => {
						const to = event.key === 'ArrowRight' ? place + 1 : event.key === 'ArrowLeft' ? place - 1 : undefined;
						const next = to === undefined ? undefined : event.currentTarget.parentElement?.children[to];
						if (next instanceof HTMLElement) next.focus();
					}}
					onClick={() => onPlay(place)}
				>
					{player !== undefined && (
						<i
							className="connect-four-piece"
							data-player={player}
							style={{ '--from': Math.floor(place / columns) + 1 } as CSSProperties}
						/>
					)}
					{player === undefined && target === place && <i className="connect-four-piece" data-player={board.turn} data-ghost />}
				</button>
			))}
		</div>
	);
}
