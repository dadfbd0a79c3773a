export interface MinesParameters {
	title: string;
	intro?: string;
	/** Boards to choose from; the first one at the start. */
	sizes: { label: string; rows: number; columns: number; mines: number }[];
}
