export interface ConnectFourParameters {
	title: string;
	intro?: string;
	columns: number;
	rows: number;
	/** How many in a row win. */
	win: number;
	/** Whether pieces fall to the lowest free place, as in connect four; else they stay where they are put, as in tic-tac-toe. */
	falls: boolean;
	/** Against another person at the same screen, against the computer, or either as chosen. */
	opponent: 'person' | 'computer' | 'both';
	/** What the two are called, as 'Red' and 'Yellow'. */
	names?: [string, string];
}
