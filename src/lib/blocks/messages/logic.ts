import type { Stored } from '../../core/collection';

export interface Message {
	/** Slugs of profiles. */
	from: string;
	to: string;
	/** Missing while it is under way to whoever looks. */
	text?: string;
}

const HOUR_MS = 3_600_000;

export const arrivalOf = ({ createdAt }: { createdAt: string }, hours: number): Date =>
	new Date(Date.parse(createdAt) + hours * HOUR_MS);

/** Whom somebody has written to or heard from, the latest first, with the last message of each. */
export function conversationsOf(messages: readonly Stored<Message>[], me: string): { with: string; last: Stored<Message> }[] {
	const latest = new Map<string, Stored<Message>>();
	for (const message of messages) {
		const other = message.from === me ? message.to : message.to === me ? message.from : undefined;
		if (other === undefined) continue;
		const known = latest.get(other);
		if (!known || known.createdAt <= message.createdAt) latest.set(other, message);
	}
	return [...latest]
		.map(([other, last]) => ({ with: other, last }))
		.sort((a, b) => b.last.createdAt.localeCompare(a.last.createdAt));
}

/** What two have written to each other, the oldest first. */
export const between = (messages: readonly Stored<Message>[], [one, other]: readonly [string, string]): Stored<Message>[] =>
	messages.filter(({ from, to }) => (from === one && to === other) || (from === other && to === one));
