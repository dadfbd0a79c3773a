import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openIde, type Ide } from './support/ide';
import { breakOff, mumble, openModelServer, refuse, silence, thinkAndCall, type ModelServer } from './support/model-server';

const KEY = 'sk-right-0123456789abcdef';
const WRONG_KEY = 'sk-wrong-0123456789abcdef';
const REQUIREMENT = 'Keep track of my books: title, author, and whether I have read them.';

let ide: Ide;
let model: ModelServer;
beforeAll(async () => void (ide = await openIde()));
beforeEach(async () => void (model = await openModelServer()));
afterEach(async () => {
	await model.close();
	expect(ide.errors).toEqual([]);
});
afterAll(() => ide.close());

/** Chooses the test's model as a person would, then starts a run. */
async function start(baseUrl = model.baseUrl, key = KEY): Promise<void> {
	await ide.page.goto(`${ide.url}settings`);
	await ide.page.getByLabel('Provider').selectOption('custom');
	await ide.page.getByLabel('Base URL').fill(baseUrl);
	await ide.page.getByLabel('API key').fill(key);
	await ide.page.getByLabel('Model for every role').fill('test-model');
	await ide.page.getByRole('link', { name: 'Projects' }).click();
	await ide.submitHere(REQUIREMENT);
	await ide.page.waitForURL('**/projects/*');
}
/** The blueprint is there: the model's answer has arrived. */
async function seeBlueprint(): Promise<void> {
	await ide.page.getByRole('tab', { name: 'Blueprint' }).click();
	await expect
		.poll(() => ide.page.getByRole('article', { name: 'Blueprint' }).innerText(), { timeout: 30_000 })
		.toContain('books');
	await ide.page.getByRole('banner').getByRole('button', { name: 'Stop' }).click();
	await expect.poll(() => ide.page.locator('footer').innerText()).toContain('stopped');
}
const note = () => ide.page.getByLabel('Why the run is paused');
async function seeNote(...said: string[]): Promise<void> {
	await expect.poll(() => note().innerText(), { timeout: 60_000 }).toContain(said[0]);
	const text = await note().innerText();
	for (const phrase of said) expect(text).toContain(phrase);
	expect(await note().getByRole('link', { name: 'Settings' }).count()).toBe(1);
}
const resume = () => note().getByRole('button', { name: 'Resume' }).click();

describe('what only the person can put right pauses the run and says how', () => {
	test('a wrong key is told after one request, and the run goes on with the right one', async () => {
		model.key = KEY;
		await start(model.baseUrl, WRONG_KEY);
		await seeNote('MODEL_AUTH', 'refused the key (401)', 'Check the key');
		expect(model.requests.length).toBe(1);
		expect(await ide.page.locator('body').innerText()).not.toContain(WRONG_KEY);

		const project = ide.page.url();
		await note().getByRole('link', { name: 'Settings' }).click();
		await ide.page.getByLabel('API key').fill(KEY);
		await ide.page.goBack();
		await ide.page.waitForURL(project);
		await resume();
		await seeBlueprint();
	});

	test('a wrong address is told with its model', async () => {
		model.always = refuse(404, 'Not found');
		await start();
		await seeNote('MODEL_UNREACHABLE', "has no model 'test-model' (404)", 'Check the base URL');
		expect(model.requests.length).toBe(1);
	});

	test('a request the server does not take is told with its reason, and not repeated', async () => {
		model.always = refuse(400, 'test-model is not for chats');
		await start();
		await seeNote('MODEL_REFUSED', 'test-model is not for chats', 'Choose another model');
		expect(model.requests.length).toBe(1);
	});

	test('a server that is down is told, and the run goes on once it is up', async () => {
		const { port } = new URL(model.baseUrl);
		await model.close();
		await start();
		await seeNote('MODEL_UNREACHABLE', `Nothing listens at http://127.0.0.1:${port}`);
		model = await openModelServer(Number(port));
		await resume();
		await seeBlueprint();
	});

	test('a server that allows no pages is told with what it must allow, where nobody passes on to it', async () => {
		await ide.page.route('**/model-proxy/', (route) => route.fulfill({ json: { bases: [], isLocal: false } }));
		model.allowsPages = false;
		await start();
		await seeNote('MODEL_CORS', 'it is down, or does not allow this page', 'must allow this origin and all headers');
		await ide.page.unroute('**/model-proxy/');
		model.allowsPages = true;
		await resume();
		await seeBlueprint();
	});

	test('a limit that does not lift is told', async () => {
		model.always = refuse(429, 'Rate limit reached', { 'retry-after': '0' });
		await start();
		await seeNote('MODEL_RATE_LIMITED', 'Rate limit reached', 'Wait, or choose another model');
		expect(model.requests.length).toBeLessThan(6);
		model.always = undefined;
		await resume();
		await seeBlueprint();
	});
});

test('a server on this computer that allows no pages is asked by way of the own server', async () => {
	model.allowsPages = false;
	await start();
	await seeBlueprint();
});

describe('what passes by itself is only waited for', () => {
	test('a limit of a second is kept to', async () => {
		model.faults = [refuse(429, 'Slow down', { 'retry-after': '1' })];
		await start();
		await seeBlueprint();
		const [first, second] = model.requests;
		expect((second?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThan(900);
	});

	test('a server that fails twice is asked again', async () => {
		model.faults = [refuse(500, 'oops'), refuse(503, 'overloaded')];
		await start();
		await seeBlueprint();
	});

	test('a reply that breaks off is asked for again', async () => {
		model.faults = [breakOff, breakOff];
		await start();
		await seeBlueprint();
		expect(model.requests[1]?.body).toBe(model.requests[0]?.body);
	});

	test('arguments that are no JSON go back to the model with what is wrong', async () => {
		model.faults = [mumble];
		await start();
		await seeBlueprint();
		expect(model.requests[1]?.body).toContain('MODEL_BAD_TOOL_ARGUMENTS');
	});
});

test('a task that waits for its model when the page is reloaded goes on with the same words, thoughts included', async () => {
	const ofApp = (body: string) => body.includes('\\"id\\":\\"app\\"');
	const isSecond = (body: string) => ofApp(body) && body.includes('"role":"tool"');
	model.script = (body) => {
		if (!body.includes('<blueprint>')) return undefined;
		return ofApp(body) && !isSecond(body) ? thinkAndCall('I think, "so" 雪.', 'list_files', { under: 'src/core' }) : silence;
	};
	await start();
	const second = (from: number) => model.requests.slice(from).filter(({ body }) => isSecond(body))[0]?.body;
	await expect.poll(() => second(0), { timeout: 60_000 }).toBeDefined();
	// What is kept is written in the background; the request that waits is not told of it.
	await expect.poll(() => ide.page.evaluate(countConversations), { timeout: 10_000 }).toBeGreaterThan(0);
	const from = model.requests.length;
	await ide.page.reload();
	await expect.poll(() => second(from), { timeout: 60_000 }).toBeDefined();
	expect(messagesOf(second(from))).toEqual(messagesOf(second(0)));
	expect(second(from)).toContain('"reasoning_content":"I think, \\"so\\" 雪."');
	await ide.page.getByRole('banner').getByRole('button', { name: 'Stop' }).click();
	await expect.poll(() => ide.page.locator('footer').innerText()).toContain('stopped');
	await expect.poll(() => ide.page.evaluate(countConversations)).toBe(0);
});

const messagesOf = (body = '{}'): unknown => (JSON.parse(body) as { messages: unknown }).messages;

/** In the page: how many conversations of tasks are kept there. */
function countConversations(): Promise<number> {
	return new Promise((done, fail) => {
		const opening = indexedDB.open('tabsmith');
		opening.onerror = () => fail(opening.error);
		opening.onsuccess = () => {
			const keys = opening.result
				.transaction('values')
				.objectStore('values')
				.count(IDBKeyRange.bound('conversation:', 'conversation:\uffff'));
			keys.onsuccess = () => {
				opening.result.close();
				done(keys.result);
			};
		};
	});
}
