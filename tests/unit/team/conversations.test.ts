import { expect, it } from 'vitest';
import type { ConversationEntry } from '../../../src/lib/bus/contracts/conductor';
import { Conversations } from '../../../src/lib/team/conductor/conversations';

const open = () => {
	let now = 0;
	return new Conversations(() => ++now);
};
const heard = (conversations: Conversations) => {
	const entries: ConversationEntry[] = [];
	return { entries, stop: conversations.watch((entry) => entries.push(entry)) };
};

it('tells each piece as it comes, until nobody listens', () => {
	const conversations = open();
	const { entries, stop } = heard(conversations);
	conversations.add('qa-1', 'tests:tips', { kind: 'text', text: 'One ' });
	conversations.add('qa-1', 'tests:tips', { kind: 'text', text: 'two.' });
	stop();
	conversations.add('qa-1', 'tests:tips', { kind: 'note', text: 'Three.' });
	expect(entries.map(({ part }) => part)).toEqual([
		{ kind: 'text', text: 'One ' },
		{ kind: 'text', text: 'two.' }
	]);
});

it('tells who comes later all of it, words in one piece', () => {
	const conversations = open();
	conversations.add('qa-1', 'tests:tips', { kind: 'text', text: 'One ' });
	conversations.add('qa-1', 'tests:tips', { kind: 'text', text: 'two.' });
	conversations.add('dba-1', 'schema:tips', { kind: 'note', text: 'Three.' });
	expect(heard(conversations).entries).toEqual([
		{ agent: 'qa-1', taskId: 'tests:tips', timeMs: 1, part: { kind: 'text', text: 'One two.' } },
		{ agent: 'dba-1', taskId: 'schema:tips', timeMs: 3, part: { kind: 'note', text: 'Three.' } }
	]);
});

it('keeps the newer half when there is too much of one agent', () => {
	const conversations = open();
	for (let index = 0; index <= 400; index++) conversations.add('qa-1', 't', { kind: 'note', text: `${index}` });
	const texts = heard(conversations).entries.map(({ part }) => (part.kind === 'note' ? part.text : ''));
	expect([texts.length, texts[0], texts.at(-1)]).toEqual([201, '200', '400']);
});
