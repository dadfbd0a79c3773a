import { showValue } from '../../core/finding';
import { dayAndTime } from '../../core/format';
import type { FormField } from '../data';
import type { InboxParameters } from './parameters';

/** What a form has sent, and what became of it. */
export type Entry = Record<string, unknown> & { state?: string };

/** A value as it is read; passwords never are. */
export const shownValue = ({ kind, ...field }: FormField, entry: Entry): string =>
	kind === 'password' ? '' : showValue({ ...field, kind }, entry[field.name]);

/** What nobody has looked at yet is in the first state. */
export const stateOf = ({ state }: Entry, states: readonly string[]): string => state ?? states[0] ?? '';

/** Entries as rows below the names of their columns. */
export function tableOf(
	{ fields, states = [] }: Pick<InboxParameters, 'fields' | 'states'>,
	entries: readonly (Entry & { createdAt: string })[],
	labels: { sent: string; state: string }
): string[][] {
	const ifStates = (text: string) => (states.length ? [text] : []);
	return [
		[labels.sent, ...fields.map(({ label }) => label), ...ifStates(labels.state)],
		...entries.map((entry) => [
			dayAndTime(entry.createdAt),
			...fields.map((field) => shownValue(field, entry)),
			...ifStates(stateOf(entry, states))
		])
	];
}
