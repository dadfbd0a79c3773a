export interface FiguresParameters {
	heading: string;
	intro?: string;
	/** Large figures in a row. */
	cards: { label: string; value: string; /** '+12 % since last year' */ change?: string; isGood?: boolean }[];
	charts: FiguresChart[];
}

export interface FiguresChart {
	title: string;
	/** Bars side by side, a line over time, or shares of a whole. */
	kind: 'bars' | 'line' | 'share';
	rows: { label: string; value: number }[];
	unit?: string;
	decimals?: number;
}
