import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TIP_CALCULATOR } from '../fixtures/requirements.mjs';
import { openIde, type Ide } from './support/ide';

const WHOLE = /The run is over: .*tests pass\. (\d+) of \1 criteria are proven/s;

let ide: Ide;
beforeEach(async () => void (ide = await openIde()));
afterEach(async () => {
	expect(ide.errors).toEqual([]);
	await ide.close();
});

const body = () => ide.page.locator('body').innerText();
const see = (text: RegExp, timeout = 90_000) => expect.poll(body, { timeout, interval: 50 }).toMatch(text);
/** Waits for a gate to be at work, and closes the tab's page under it. */
async function reloadDuring(gate: string): Promise<void> {
	await see(new RegExp(`${gate}\\s+running`));
	await ide.page.reload();
}

describe('a run finishes whole', () => {
	test('when the tab is reloaded while agents write, while npm installs, and while the tests run', async () => {
		await ide.submit(TIP_CALCULATOR);
		await see(/Build [1-9]\d*\/\d+/);
		await ide.page.reload();
		await reloadDuring('Install');
		await reloadDuring('Tests');
		await see(WHOLE, 150_000);
		const app = () =>
			ide.page.frames().find((frame) => /^http:\/\/p\d+-\w+\./.test(frame.url()) && !frame.url().includes('/__wc/'));
		await expect.poll(() => app()?.locator('body').innerText(), { timeout: 30_000 }).toMatch(/tip/i);
	});

	test('when an agent dies in the middle', async () => {
		await ide.page.goto(`${ide.url}?fault=killed-agent`);
		await ide.submitHere(TIP_CALCULATOR);
		await see(WHOLE, 150_000);
		await ide.page.getByRole('tab', { name: 'Bus' }).click();
		await ide.page.getByLabel('Filter events').fill('killed');
		expect(await ide.page.getByRole('log', { name: 'Events' }).innerText()).toMatch(/was killed/);
	});
});
