import { describe, expect, it } from 'vitest';
import { BOOK_LIST } from '../../fixtures/requirements.mjs';
import { blueprintSchema } from '../../../src/lib/domain/blueprint';
import { handleChatCompletion } from '../../../workers/builtin-model';
import { generateApp } from '../../../workers/builtin-model/generate-app';

const URL_BASE = 'https://builtin.invalid/v1';
const ask = (body: object) =>
	handleChatCompletion(
		new Request(`${URL_BASE}/chat/completions`, { method: 'POST', body: JSON.stringify({ model: 'builtin', ...body }) })
	);
const architect = (requirement: string) => [
	{ role: 'system', content: 'role: architect\n\nYou plan.' },
	{ role: 'user', content: `<requirement>${requirement}</requirement>` }
];
const GROOMING = "something for my dog grooming salon pls, it's chaos here with the paper calendar";

it('names no property twice when a record has a field of its own for who wrote it', async () => {
	const { files } = await generateApp(BOOK_LIST);
	const contract = files.get('src/features/books/contract.ts') ?? '';
	const record = /export const Book = z([\s\S]*?)\.meta/.exec(contract)?.[1] ?? '';
	const names = [...record.matchAll(/^\s{4}(\w+):/gm)].map((match) => match[1]);
	expect(names).toContain('author');
	expect(new Set(names).size).toBe(names.length);
});

describe('the endpoint', () => {
	it('lists itself as a rule-based model', async () => {
		const answer = await (await handleChatCompletion(new Request(`${URL_BASE}/models`))).json();
		expect(answer.data).toEqual([
			expect.objectContaining({ id: 'builtin', description: expect.stringContaining('Rule-based, no AI') })
		]);
	});

	it('says that it cannot chat when no role is given', async () => {
		const answer = await (await ask({ messages: [{ role: 'user', content: 'hello' }] })).json();
		expect(answer.choices[0].message.content).toContain('rule-based, no AI');
		expect(answer.choices[0].finish_reason).toBe('stop');
	});

	it('answers a body without messages with 400 in the shape of the API', async () => {
		const answer = await ask({});
		expect(answer.status).toBe(400);
		expect((await answer.json()).error.message).toContain("'messages' is empty");
	});

	it('streams the same tool call that it gives at once', async () => {
		const whole = await (await ask({ messages: architect(GROOMING) })).json();
		const text = await (
			await ask({ messages: architect(GROOMING), stream: true, stream_options: { include_usage: true } })
		).text();
		const events = text
			.trim()
			.split('\n\n')
			.map((line) => line.replace('data: ', ''));
		expect(events.at(-1)).toBe('[DONE]');
		const chunks = events.slice(0, -1).map((event) => JSON.parse(event));
		const calls = chunks.flatMap((chunk) => chunk.choices[0]?.delta.tool_calls ?? []);
		expect(calls.map((call: { function: { arguments: string } }) => call.function.arguments).join('')).toBe(
			whole.choices[0].message.tool_calls[0].function.arguments
		);
		expect(chunks.at(-1).usage).toEqual(whole.usage);
	});
});

describe('the architect', () => {
	const submit = async (requirement: string) => {
		const answer = await (await ask({ messages: architect(requirement) })).json();
		return blueprintSchema.parse(JSON.parse(answer.choices[0].message.tool_calls[0].function.arguments));
	};

	it('makes a small app with assumptions from a vague wish', async () => {
		const blueprint = await submit(GROOMING);
		expect(blueprint.entities.map((entity) => entity.name)).toEqual(['client', 'dog', 'service', 'appointment']);
		expect(blueprint.assumptions.length).toBeGreaterThan(0);
	});

	it('names wishes it will not build in the words of the person', async () => {
		const blueprint = await submit('Keep my books. Send an SMS when a book is late.');
		expect(blueprint.notUnderstood).toEqual(['Send an SMS when a book is late']);
	});

	it('says that it builds for the web, not for a device', async () => {
		const wish = 'Build a native iOS app in Swift that controls my car over Bluetooth.';
		const blueprint = await submit(wish);
		expect(blueprint.notUnderstood).toEqual([wish.replace(/\.$/, '')]);
	});

	it('asks about rights that contradict each other, and stops where nothing says what they are for', async () => {
		const blueprint = await submit('Everyone may edit everything. Nobody but the admin may edit anything. No login.');
		expect(blueprint.questions[0]).toMatchObject({
			question: expect.stringContaining('Who may edit'),
			default: expect.stringContaining('signed in')
		});
		expect(blueprint.doubt).toMatchObject({ code: 'NOTHING_UNDERSTOOD', isBuildable: false });
	});

	it('plans nothing for words it knows nothing of', async () => {
		const blueprint = await submit('qwertz uiop');
		expect(blueprint.entities).toEqual([]);
		expect(blueprint.notUnderstood).toEqual(['qwertz uiop']);
		expect(blueprint.doubt).toMatchObject({ code: 'NOTHING_UNDERSTOOD', isBuildable: false });
	});

	it('finds the colours asked for', async () => {
		const { design } = await submit('Keep clients. Background ivory, buttons teal.');
		expect(design.colours).toEqual(['accent:teal', 'ground:ivory']);
	});
});

describe('a whole app', () => {
	it('is the same for the same requirement', async () => {
		const [one, two] = [await generateApp(GROOMING), await generateApp(GROOMING)];
		expect([...one.files]).toEqual([...two.files]);
	});

	it('has a test or a todo for every criterion', async () => {
		const { blueprint, files } = await generateApp(GROOMING);
		const tests = [...files]
			.filter(([path]) => /\.test\.tsx?$/.test(path))
			.map(([, text]) => text)
			.join('\n');
		const criteria = blueprint.requirements.flatMap((requirement) => requirement.criteria);
		expect(criteria.filter((criterion) => !tests.includes(`${criterion.id} `))).toEqual([]);
	});
});
