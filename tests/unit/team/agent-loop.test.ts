import { describe, expect, it, vi } from 'vitest';
import type { ChatMessage } from '../../../src/lib/models/chat';
import { Conversation } from '../../../src/lib/team/agents/conversation';
import { agentDesk, lastResult } from '../support/agent-desk';

const FINISH = ['finish', { summary: 'Done.' }] as const;

describe('an agent', () => {
	it('ends with the summary of finish', async () => {
		const { run } = agentDesk([{ calls: [['write_file', { path: 'a.ts', content: '1' }], FINISH] }]);
		expect(await run()).toEqual({ summary: 'Done.', steps: 1 });
	});

	it('that only talks is asked to act, then says so with a code and what to do', async () => {
		const { run, seen } = agentDesk(Array.from({ length: 9 }, () => ({ text: 'I would write a contract.' })));
		await expect(run()).rejects.toMatchObject({
			code: 'AGENT_NO_ACTION',
			message: expect.stringMatching(/scripted .* Settings/)
		});
		expect(seen).toHaveLength(3);
		expect(seen[1]?.at(-1)).toMatchObject({ role: 'user', content: expect.stringContaining('Call the tools') });
	});

	it('goes on when it acts after all', async () => {
		const { run } = agentDesk([
			{ text: 'Hm.' },
			{ text: 'Hm.' },
			{ calls: [['list_files', {}]] },
			{ text: 'Hm.' },
			{ calls: [FINISH] }
		]);
		expect(await run()).toMatchObject({ steps: 5 });
	});

	it('whose reply is cut never executes half a call, and goes on from there', async () => {
		const half = { finishReason: 'length', calls: [['write_file', { path: 'a.ts', content: 'half' }]] } as const;
		const { run, files, seen } = agentDesk([half, { calls: [['write_file', { path: 'a.ts', content: 'whole' }], FINISH] }]);
		await run();
		expect(files.get('a.ts')).toBe('whole');
		expect(seen[1]?.at(-1)?.content).toContain('cut off');
	});

	it('whose replies are cut before they do anything says so with a code and what to do', async () => {
		const { run } = agentDesk(Array.from({ length: 9 }, () => ({ finishReason: 'length', text: 'A long' }) as const));
		await expect(run()).rejects.toMatchObject({
			code: 'MODEL_CUT',
			message: expect.stringMatching(/about 8 tokens.*output or context limit/)
		});
	});

	it('whose replies are cut behind calls that it made gets on', async () => {
		const cut = {
			finishReason: 'length',
			calls: [
				['list_files', {}],
				['write_file', { path: 'a.ts', content: '' }]
			]
		} as const;
		const replies = [1, 2, 3, 4].map((number) => ({
			...cut,
			calls: [['list_files', { under: `${number}` }], cut.calls[1]] as const
		}));
		const { run } = agentDesk([...replies, { calls: [FINISH] }]);
		expect(await run()).toMatchObject({ steps: 5 });
	});

	it('is told what its files break when it finishes, and may finish all the same', async () => {
		const review = vi.fn(() => ['a.ts: no.']);
		const { run, seen } = agentDesk([{ calls: [FINISH] }, { calls: [['finish', { summary: 'It is meant.' }]] }], { review });
		expect(await run()).toEqual({ summary: 'It is meant.', steps: 2 });
		expect(lastResult(seen[1])).toMatch(/^Error RULES_BROKEN: Not finished yet.*\n- a\.ts: no\./);
	});

	it('hears of a broken rule with the write itself', async () => {
		const { run, seen } = agentDesk([{ calls: [['write_file', { path: 'a.ts', content: '' }]] }, { calls: [FINISH] }], {
			writeFile: () => ['a.ts: two seeds.']
		});
		await run();
		expect(lastResult(seen[1])).toBe('Wrote a.ts.\nBut: a.ts: two seeds.');
	});

	it('that hands its repair over has ended', async () => {
		const handOver = vi.fn(() => ({ file: 'src/b.ts', isEnd: true }));
		const { run } = agentDesk([{ calls: [['hand_over', { to: 'src/b.ts', reason: 'The sum is wrong there.' }]] }], { handOver });
		expect(await run()).toMatchObject({ summary: 'Handed over, the cause is in src/b.ts: The sum is wrong there.' });
	});

	it('gets the person’s words as notes between its calls', async () => {
		const words = [[], ['Blue, please.'], []];
		const { run, seen } = agentDesk([{ calls: [['list_files', {}]] }, { calls: [FINISH] }], {
			beforeCall: () => words.shift() ?? []
		});
		await run();
		expect(seen[1]?.at(-1)).toEqual({ role: 'user', content: '<note>Blue, please.</note>' });
	});
});

describe('reading', () => {
	const read = (path: string, more = {}) => ({ calls: [['read_file', { path, ...more }]] as const });

	it('what was cleaned when it was written is sent as the file has it', async () => {
		const write = { calls: [['write_file', { path: 'c.ts', content: '```ts\nconst c = 1;\n```' }]] as const };
		const { run, seen } = agentDesk([write, read('c.ts'), { calls: [FINISH] }]);
		await run();
		expect(lastResult(seen[2] ?? [])).toMatch(/^const c = 1;\n?$/);
	});
	it('what was shown, read or written is not sent again while it is the same', async () => {
		const files = { 'shown.ts': 'from the prompt', 'b.ts': 'b' };
		const write = { calls: [['write_file', { path: 'c.ts', content: 'c' }]] as const };
		const { run, seen } = agentDesk([read('shown.ts'), read('b.ts'), read('b.ts'), write, read('c.ts'), { calls: [FINISH] }], {
			files
		});
		await run();
		const results = seen.map(lastResult);
		expect(results[1]).toBe('shown.ts is as you were shown it above, unchanged.');
		expect(results[2]).toBe('b');
		expect(results[3]).toContain('unchanged');
		expect(results[5]).toContain('unchanged');
	});

	it('a file that changed meanwhile is sent anew', async () => {
		const desk = agentDesk([read('b.ts'), read('b.ts'), { calls: [FINISH] }], {
			files: { 'b.ts': 'one' },
			beforeCall: () => {
				if (desk.seen.length === 1) desk.files.set('b.ts', 'two');
				return [];
			}
		});
		await desk.run();
		expect(desk.seen.map(lastResult)[2]).toBe('two');
	});

	it('a frozen file is answered by its outline, the whole of it where that is asked for', async () => {
		const host = { files: { 'f.ts': 'export const a = 1;' }, outline: () => 'a' };
		const { run, seen } = agentDesk([read('f.ts'), read('f.ts', { whole: true }), { calls: [FINISH] }], host);
		await run();
		expect(seen.map(lastResult).slice(1)).toEqual(['Outline (frozen; whole: true gives all):\na', 'export const a = 1;']);
	});
});

describe('looking', () => {
	const picture = 'data:image/jpeg;base64,AAAA';
	const look = (path: string) => ['look', { path }] as const;

	it('shows pictures behind all results, to a model that sees', async () => {
		const asked = vi.fn(() => ({ text: 'As it is.', picture }));
		const { run, seen } = agentDesk([{ calls: [look('/a'), look('/b')] }, { calls: [FINISH] }], {
			look: asked,
			seesPictures: true
		});
		await run();
		expect(asked).toHaveBeenCalledWith({ path: '/a', widthPx: 1280, isSeen: true });
		expect(seen[1]?.slice(-3)).toEqual([
			{ role: 'tool', callId: 'call1-0', content: 'As it is.\nThe picture follows.' },
			{ role: 'tool', callId: 'call1-1', content: 'As it is.\nThe picture follows.' },
			{
				role: 'user',
				content: 'Seen: /a at 1280 px; /b at 1280 px.',
				images: [
					{ name: '/a at 1280 px', url: picture },
					{ name: '/b at 1280 px', url: picture }
				]
			}
		]);
	});
	it('asks for none where the model sees none', async () => {
		const asked = vi.fn(() => ({ text: 'As it is.' }));
		const { run, seen } = agentDesk([{ calls: [look('/a')] }, { calls: [FINISH] }], { look: asked });
		await run();
		expect(asked).toHaveBeenCalledWith({ path: '/a', widthPx: 1280, isSeen: false });
		expect(seen[1]?.at(-1)).toMatchObject({ role: 'tool', content: 'As it is.' });
	});
	it('leaves old pictures out once the conversation is long', () => {
		const conversation = new Conversation({ system: 's', user: '<task>{}</task>' });
		for (const id of ['a', 'b', 'c', 'd']) {
			conversation.add({ role: 'assistant', content: '', toolCalls: [{ id, name: 'look', arguments: '{"path":"/"}' }] });
			conversation.add({ role: 'tool', callId: id, content: 'x'.repeat(18_000) });
			conversation.add({ role: 'user', content: `Seen: ${id}.`, images: [{ name: id, url: picture }] });
		}
		conversation.tidy();
		const seen = conversation.messages.flatMap((message) => (message.role === 'user' && message.images ? [message.content] : []));
		expect(seen).toEqual(['Seen: c.', 'Seen: d.']);
		expect(conversation.messages.find(({ content }) => content.startsWith('Seen: a.'))?.content).toContain(
			'left out: the picture'
		);
	});
});

describe('reading along', () => {
	it('tells the prompt, the words as they come, calls, results and what went wrong', async () => {
		const { run, said } = agentDesk([
			{ text: 'First the list.', calls: [['list_files', {}]] },
			{ calls: [['read_file', { path: 'no.ts' }]] },
			{ calls: [FINISH] }
		]);
		await run();
		expect(said[0]).toMatchObject({ kind: 'asked', system: 'role: backend' });
		const words = said.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
		expect(words.join('')).toBe('First the list.');
		expect(said.filter(({ kind }) => kind === 'call')).toHaveLength(3);
		expect(said).toContainEqual({ kind: 'result', callId: 'call2-0', ok: false, text: expect.stringContaining('ENOENT') });
	});
});

describe('a long conversation', () => {
	const text = (char: string) => char.repeat(20_000);
	function long() {
		const conversation = new Conversation({ system: 's', user: '<task>{}</task>' });
		for (const [index, char] of ['a', 'b', 'c', 'd'].entries()) {
			const path = `${char}.ts`;
			const name = index % 2 ? 'read_file' : 'write_file';
			const args = JSON.stringify({ path, ...(index % 2 ? {} : { content: text(char) }) });
			conversation.add({ role: 'assistant', content: '', toolCalls: [{ id: char, name, arguments: args }] });
			conversation.add({ role: 'tool', callId: char, content: index % 2 ? text(char) : `Wrote ${path}.` });
			conversation.show(path, text(char));
		}
		return conversation;
	}

	it('leaves out old texts that can be had again, and keeps the last replies whole', () => {
		const conversation = long();
		conversation.tidy();
		const sizes = conversation.messages.slice(2).map((message) => JSON.stringify(message).length);
		expect(sizes.slice(0, 4).every((size) => size < 400)).toBe(true);
		expect(sizes.slice(4).filter((size) => size > 20_000)).toHaveLength(2);
		expect(conversation.messages).toHaveLength(10);
	});

	it('stays valid: calls keep their ids and arguments that are JSON, and results follow them', () => {
		const conversation = long();
		conversation.tidy();
		const first = conversation.messages[2];
		expect(first).toMatchObject({ role: 'assistant', toolCalls: [{ id: 'a', name: 'write_file' }] });
		const call = first?.role === 'assistant' ? first.toolCalls[0] : undefined;
		expect(JSON.parse(call?.arguments ?? '')).toEqual({
			path: 'a.ts',
			content: expect.stringMatching(/^\(left out: 20000 characters/)
		});
	});

	it('what was left out is sent again when it is read', () => {
		const conversation = long();
		expect(conversation.isShown('b.ts', text('b'))).toBe(true);
		conversation.tidy();
		expect([conversation.isShown('b.ts', text('b')), conversation.isShown('d.ts', text('d'))]).toEqual([false, true]);
	});

	it('does not change again until it has grown by much, so that providers can keep it', () => {
		const conversation = long();
		conversation.tidy();
		const before = structuredClone(conversation.messages);
		conversation.add({ role: 'user', content: 'More.' });
		conversation.tidy();
		expect(conversation.messages.slice(0, -1)).toEqual(before);
	});

	it('keeps messages that a provider has put something into as they are', () => {
		const conversation = long();
		const signed = conversation.messages[2] as object;
		Object.assign(signed, { extra: { signature: 'x' } });
		conversation.tidy();
		expect(conversation.messages[2]).toBe(signed);
	});

	it('a model that writes the note in place of a text is told so', async () => {
		const { run, seen, files } = agentDesk([
			{ calls: [['write_file', { path: 'a.ts', content: '(left out: 20000 characters, written as they were)' }]] },
			{ calls: [FINISH] }
		]);
		await run();
		expect(files.has('a.ts')).toBe(false);
		expect(lastResult(seen[1])).toMatch(/^Error EDIT_NOT_FOUND: .*Write the whole/);
	});
});

describe('an agent that takes up a conversation', () => {
	const saved = (calls: readonly (readonly [string, object])[], more: readonly ChatMessage[] = []) => ({
		steps: 3,
		messages: [
			{ role: 'system' as const, content: 'role: backend' },
			{ role: 'user' as const, content: 'As it was asked.' },
			{
				role: 'assistant' as const,
				content: '',
				toolCalls: calls.map(([name, input], index) => ({ id: `old-${index}`, name, arguments: JSON.stringify(input) }))
			},
			...more
		]
	});

	it('carries out what was left of the last reply, and asks then', async () => {
		const calls = [
			['list_files', {}],
			['write_file', { path: 'a.ts', content: 'a' }]
		] as const;
		const answered: ChatMessage = { role: 'tool', callId: 'old-0', content: '(no files)' };
		const { run, seen, files, said } = agentDesk([{ calls: [FINISH] }], { job: { saved: saved(calls, [answered]) } });
		expect(await run()).toEqual({ summary: 'Done.', steps: 4 });
		expect(files.get('a.ts')).toBe('a');
		expect(seen[0]?.slice(1)).toMatchObject([
			{ content: 'As it was asked.' },
			{ role: 'assistant' },
			answered,
			{ role: 'tool', callId: 'old-1', content: 'Wrote a.ts.' }
		]);
		expect(said.slice(0, 2)).toMatchObject([
			{ kind: 'asked', user: 'As it was asked.' },
			{ kind: 'call', tool: 'list_files' }
		]);
	});

	it('does not run a command again that may have been run', async () => {
		const command = vi.fn(() => 'Exit code 0.');
		const calls = [['run', { command: 'npm run seed' }]] as const;
		const { run, seen } = agentDesk([{ calls: [FINISH] }], { job: { saved: saved(calls) }, run: command });
		await run();
		expect(command).not.toHaveBeenCalled();
		expect(lastResult(seen[0])).toMatch(/^Error AGENT_LOST: .*not known whether/);
	});

	it('ends without a word of its model when all that was left is to finish', async () => {
		const { run, seen } = agentDesk([], { job: { saved: saved([FINISH]) } });
		expect(await run()).toEqual({ summary: 'Done.', steps: 3 });
		expect(seen).toEqual([]);
	});

	it('has as many steps left as before', async () => {
		const { run } = agentDesk(
			Array.from({ length: 9 }, (_, index) => ({ calls: [['list_files', { under: `${index}` }]] as const })),
			{ job: { saved: saved([]), maxSteps: 5 } }
		);
		await expect(run()).rejects.toMatchObject({ code: 'AGENT_STEPS' });
	});

	it('keeps each reply and each result, without the pictures of the prompt', async () => {
		const images = [{ name: 'a.png', url: 'data:image/png;base64,AAAA' }];
		const save = vi.fn();
		const { run, seen } = agentDesk([{ calls: [['list_files', {}]] }, { calls: [FINISH] }], {
			job: { isSaved: true, images },
			save
		});
		await run();
		expect(seen[0]?.[1]).toMatchObject({ images });
		const kept = save.mock.calls.map(([conversation]) => conversation as { messages: ChatMessage[]; steps: number });
		expect(kept.map(({ messages, steps }) => [messages.length, steps])).toEqual([
			[3, 1],
			[4, 1],
			[5, 2]
		]);
		expect(JSON.stringify(kept)).not.toContain('base64');
	});
});
