import type { ReactNode } from 'react';
import './game.css';

/** What stands above a board: choices on one side, figures on the other. */
export const GameBar = ({ children }: { children: ReactNode }) => <div className="game-bar">{children}</div>;

/** How a game ended, or that it waits, over its board; read out when it comes. */
export function GameOver({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
	return (
		<div className="game-over" role="status">
			<div className="game-over-card">
				<strong>{title}</strong>
				{text && <p>{text}</p>}
				{children && <div className="row">{children}</div>}
			</div>
		</div>
	);
}
