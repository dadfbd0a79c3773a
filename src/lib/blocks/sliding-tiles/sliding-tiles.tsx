import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { defineBlock } from '../../core/block';
import { gameWords } from '../../core/game-words';
import { useStored } from '../../core/stored';
import { Button, IconButton } from '../../web/ui/button';
import { GameBar, GameOver } from '../../web/ui/game';
import { Heading } from '../../web/ui/heading';
import { Scores } from '../../web/ui/scores';
import { useKeys } from '../../web/ui/use-keys';
import { useSwipe } from '../../web/ui/use-swipe';
import {
	boardOf,
	highestOf,
	isStuck,
	moved,
	rowsOf,
	startBoard,
	withNewTile,
	type Board,
	type Direction,
	type Tile
} from './logic';
import type { SlidingTilesParameters } from './parameters';
import './sliding-tiles.css';
import { words } from './words';

/** The game of sliding tiles, known by its number 2048. */
export const slidingTiles = defineBlock<SlidingTilesParameters>({ name: 'sliding-tiles', Component: SlidingTiles });

const KEYS: Partial<Record<string, Direction>> = {
	...{ ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' },
	...{ a: 'left', d: 'right', w: 'up', s: 'down' }
};

function SlidingTiles({ parameters }: { parameters: SlidingTilesParameters }) {
	const { title, intro, size, target, hasUndo } = parameters;
	const { board, canUndo, isWon, move, undo, restart, playOn } = useGame(title, size, target);
	const [best, setBest] = useStored(`sliding-tiles-best-${title}`, 0);
	useEffect(() => {
		if (board.score > best) setBest(board.score);
	}, [board.score, best, setBest]);
	const area = useRef<HTMLDivElement>(null);
	const over = isStuck(board);
	useKeys(area, (key) => {
		const direction = KEYS[key];
		if (!direction || over || isWon) return false;
		move(direction);
		return true;
	});
	const swipe = useSwipe(move);
	return (
		<div className="sliding-tiles narrow">
			<Heading title={title} text={intro} align="center" />
			<div className="stack" ref={area}>
				<GameBar>
					<Scores
						items={[
							{ label: gameWords('points'), value: board.score },
							{ label: gameWords('best'), value: Math.max(best, board.score) }
						]}
					/>
					<div className="row">
						{hasUndo && (
							<Button icon="back" disabled={!canUndo} onClick={undo}>
								{gameWords('undo')}
							</Button>
						)}
						<Button look="primary" icon="refresh" onClick={restart}>
							{gameWords('new-game')}
						</Button>
					</div>
				</GameBar>
				<div className="sliding-tiles-field" {...swipe}>
					<Tiles board={board} />
					{isWon && (
						<GameOver title={words('reached', { n: target })}>
							<Button look="primary" onClick={playOn}>
								{words('play-on')}
							</Button>
							<Button onClick={restart}>{gameWords('new-game')}</Button>
						</GameOver>
					)}
					{over && !isWon && (
						<GameOver title={words('stuck')} text={words('stuck-score', { n: board.score })}>
							<Button look="primary" icon="refresh" onClick={restart}>
								{gameWords('new-game')}
							</Button>
						</GameOver>
					)}
				</div>
				<Arrows onMove={move} />
			</div>
		</div>
	);
}

/** What is kept on the device, so that a game goes on after a reload. */
interface Kept {
	rows: number[][];
	score: number;
	hasPlayedOn: boolean;
}

function useGame(title: string, size: number, target: number) {
	const [kept, setKept] = useStored<Kept | null>(`sliding-tiles-game-${title}`, null);
	const [board, setBoard] = useState<Board>(() =>
		kept && kept.rows.length === size ? boardOf(kept.rows, kept.score) : startBoard(size)
	);
	const [last, setLast] = useState<Board>();
	const [hasPlayedOn, setPlayedOn] = useState(kept?.hasPlayedOn ?? false);
	const isWon = !hasPlayedOn && highestOf(board) >= target;
	useEffect(() => setKept({ rows: rowsOf(board), score: board.score, hasPlayedOn }), [board, hasPlayedOn, setKept]);
	const move = (direction: Direction) => {
		if (isWon) return;
		const next = moved(board, direction);
		if (next === board) return;
		setLast(board);
		setBoard(withNewTile(next));
	};
	return {
		board,
		isWon,
		canUndo: last !== undefined,
		move,
		undo: () => {
			if (!last) return;
			setBoard(last);
			setLast(undefined);
		},
		restart: () => {
			setBoard(startBoard(size));
			setLast(undefined);
			setPlayedOn(false);
		},
		playOn: () => setPlayedOn(true)
	};
}

function Tiles({ board }: { board: Board }) {
	const { size, tiles } = board;
	// In the order of their birth: a tile that moves keeps its element, and glides.
	const inOrder = [...tiles].sort((a, b) => a.id - b.id);
	return (
		<div className="sliding-tiles-board" style={{ '--size': size } as CSSProperties}>
			{Array.from({ length: size * size }, (_, place) => (
				<i key={place} className="sliding-tiles-hole" />
			))}
			{inOrder.map((tile) => (
				<TileView key={tile.id} tile={tile} />
			))}
			<ol className="visually-hidden" aria-label={words('board', { n: size })} aria-live="polite">
				{rowsOf(board).map((row, y) => (
					<li key={y}>{words('row', { n: y + 1, values: row.map((value) => value || words('empty')).join(', ') })}</li>
				))}
			</ol>
		</div>
	);
}

function TileView({ tile: { value, x, y, isMerged, isNew } }: { tile: Tile }) {
	// How strong the colour is: 2 is the lightest, 2048 the full one.
	const strength = Math.min(1, (Math.log2(value) - 1) / 10);
	return (
		<span
			className="sliding-tiles-tile"
			aria-hidden="true"
			data-strong={strength >= 0.45 || undefined}
			data-digits={String(value).length}
			data-comes={isMerged ? 'merged' : isNew ? 'new' : undefined}
			style={{ '--x': x, '--y': y, '--strength': `${Math.round(4 + strength * 96)}%` } as CSSProperties}
		>
			<b>{value}</b>
		</span>
	);
}

/** For whoever can neither swipe nor press keys. */
function Arrows({ onMove }: { onMove: (direction: Direction) => void }) {
	return (
		<div className="sliding-tiles-arrows" role="group" aria-label={words('slide')}>
			{(['left', 'up', 'down', 'right'] as const).map((direction) => (
				<IconButton
					key={direction}
					data-to={direction}
					label={words(direction)}
					icon={direction === 'left' ? 'back' : direction === 'right' ? 'arrow' : direction}
					onClick={() => onMove(direction)}
				/>
			))}
		</div>
	);
}
