export interface SnakeParameters {
	title: string;
	intro?: string;
	/** Fields along each side. */
	size: number;
	/** To choose from, the first one at the start: how long a step takes, in milliseconds. */
	speeds: { label: string; ms: number }[];
	/** What a wall does: it ends the game, or the snake comes in again at the other side. */
	walls: 'die' | 'wrap';
}
