import { useEffect, useState, type CSSProperties, type KeyboardEvent } from 'react';
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
import { countAround, flagged, isOver, isWon, newGame, opened, type Game, type Size } from './logic';
import './mines.css';
import type { MinesParameters } from './parameters';
import { words } from './words';

/** Fields to open, with mines between them. */
export const mines = defineBlock<MinesParameters>({ name: 'mines', Component: Mines });

function Mines({ parameters: { title, intro, sizes } }: { parameters: MinesParameters }) {
	const [label, setLabel] = useState(sizes[0]?.label ?? '');
	const size = sizes.find((one) => one.label === label) ?? { rows: 8, columns: 8, mines: 8 };
	const [game, setGame] = useState<Game>(() => newGame(size));
	const [seconds, setSeconds] = useState(0);
	const [mode, setMode] = useState<'opens' | 'flags'>('opens');
	const isVisible = useVisible();
	const over = isOver(game);
	const won = isWon(game);
	useTick(game.mines && !over && isVisible ? 1000 : null, () => setSeconds((now) => now + 1));
	const [best, setBest] = useStored<number | null>(`mines-best-${title}-${label}`, null);
	useEffect(() => {
		if (won && (best === null || seconds < best)) setBest(seconds);
	}, [won, seconds, best, setBest]);
	const restart = (next: Size = size) => {
		setGame(newGame(next));
		setSeconds(0);
	};
	return (
		<div className="mines narrow">
			<Heading title={title} text={intro} align="center" />
			<div className="stack">
				{sizes.length > 1 && (
					<Choices
						label={gameWords('size')}
						options={sizes.map((one) => [one.label, one.label])}
						value={label}
						onChange={(next) => {
							setLabel(next);
							restart(sizes.find((one) => one.label === next));
						}}
					/>
				)}
				<GameBar>
					<Scores
						items={[
							{ label: words('left'), value: size.mines - game.flags.size },
							{ label: gameWords('time'), value: clockText(seconds) },
							{ label: gameWords('best'), value: best === null ? '–' : clockText(best) }
						]}
					/>
					<Button icon="refresh" onClick={() => restart()}>
						{gameWords('new-game')}
					</Button>
				</GameBar>
				<Choices
					label={words('mode')}
					options={[
						['opens', words('opens')],
						['flags', words('flags')]
					]}
					value={mode}
					onChange={setMode}
				/>
				<div className="mines-field">
					<Board
						game={game}
						onPress={(place) => setGame(mode === 'opens' ? opened(game, place, shuffled) : flagged(game, place))}
						onFlag={(place) => setGame(flagged(game, place))}
					/>
					{over && (
						<div className="mines-end">
							<GameOver title={won ? words('won') : words('lost')} text={clockText(seconds)}>
								<Button look="primary" icon="refresh" onClick={() => restart()}>
									{gameWords('new-game')}
								</Button>
							</GameOver>
						</div>
					)}
				</div>
				<p className="muted mines-help">{words('help')}</p>
			</div>
			{won && <Confetti />}
		</div>
	);
}

interface BoardProps {
	game: Game;
	onPress: (place: number) => void;
	onFlag: (place: number) => void;
}

function Board({ game, onPress, onFlag }: BoardProps) {
	const { columns, rows } = game.size;
	const over = isOver(game);
	const press = (event: KeyboardEvent<HTMLButtonElement>, place: number) => {
		const steps: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
		const step = steps[event.key];
		if (event.key === 'f' || event.key === 'F') onFlag(place);
		else if (step === undefined) return;
		else {
			const next = event.currentTarget.parentElement?.children[place + step];
			if (next instanceof HTMLElement) next.focus();
		}
		event.preventDefault();
	};
	return (
		<div className="mines-board" role="group" aria-label={words('board')} style={{ '--columns': columns } as CSSProperties}>
			{Array.from({ length: rows * columns }, (_, place) => {
				const isOpen = game.open.has(place);
				const isMine = over && game.mines?.has(place);
				const isFlag = game.flags.has(place);
				const n = isOpen ? countAround(game, place) : 0;
				const at = { y: Math.floor(place / columns) + 1, x: (place % columns) + 1, n };
				return (
					<button
						key={place}
						type="button"
						className="mines-place"
						tabIndex={place === 0 ? 0 : -1}
						data-state={isMine ? (game.hit === place ? 'hit' : 'mine') : isOpen ? 'open' : isFlag ? 'flag' : 'shut'}
						data-count={n || undefined}
						aria-label={words(isMine ? 'mine' : isOpen ? 'open' : isFlag ? 'flagged' : 'shut', at)}
						onClick={() => onPress(place)}
						onContextMenu={(event) => {
							// Touch screens give this after a long press.
							event.preventDefault();
							onFlag(place);
						}}
						onKeyDown={(event) => press(event, place)}
					>
						{isMine ? <Icon name="target" /> : isFlag && !isOpen ? <Icon name="flag" /> : n > 0 ? n : ''}
					</button>
				);
			})}
		</div>
	);
}
