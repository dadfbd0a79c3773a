export interface DiceParameters {
	title: string;
	intro?: string;
	/** The sides of each die that is thrown at the start: [6, 6]. */
	dice: number[];
	/** Other dice to choose from, by their sides; only those thrown at the start where it is left out. */
	kinds?: number[];
}
