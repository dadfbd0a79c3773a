import type { FormField, Value } from '../data';

export interface BoardParameters {
	heading: string;
	intro?: string;
	/** What one card is called within a sentence, and several: 'task', 'tasks'. */
	one: string;
	all: string;
	/** kebab-case, where cards are kept. */
	collection: string;
	/** From the first to the last. */
	columns: { name: string; /** The most cards in it. */ limit?: number }[];
	/** What is asked for a card; the first field is its title. */
	fields: FormField[];
	/** Examples to begin with. */
	cards: { column: string; values: Record<string, Exclude<Value, string[]>> }[];
}
