import type { Frame } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServedProject, type ServedProject } from './served-project';

/** What a page of the app does to the page that holds it: nothing, whichever way it takes. */

let project: ServedProject;
let address: string;
beforeAll(async () => {
	project = await openServedProject();
	await project.preview();
	address = project.page.url();
});
afterAll(() => project.close());

/** Each way to lead the top away, as it ended. `target` is how the source reaches a window from which to do it. */
const leave = (frame: Frame, target: string) =>
	frame.evaluate((source) => {
		const realm = (0, eval)(source) as Window & typeof globalThis;
		const away = `${location.origin}/away`;
		const ways: Record<string, () => unknown> = {
			assign: () => realm.eval(`top.location = ${JSON.stringify(away)}`),
			replace: () => realm.eval(`top.location.replace(${JSON.stringify(away)})`),
			open: () => realm.eval(`window.open(${JSON.stringify(away)}, '_top')`),
			link: () =>
				realm.eval(`Object.assign(document.createElement('a'), { href: ${JSON.stringify(away)}, target: '_top' }).click()`),
			form: () => {
				const form = Object.assign(realm.document.createElement('form'), { action: away, target: '_top' });
				realm.document.documentElement.append(form);
				form.submit();
			},
			history: () => realm.eval('history.go(-1)')
		};
		return Object.fromEntries(
			Object.entries(ways).map(([name, attempt]) => {
				try {
					return [name, attempt() ? 'a window' : 'nothing'];
				} catch (error) {
					return [name, (error as Error).name];
				}
			})
		);
	}, target);

/** A navigation of its own, which the browser begins after all that were asked for before. */
async function settle(frame: Frame, path: string): Promise<void> {
	await frame.evaluate((to) => void location.assign(to), path);
	await project.preview(path);
}

test('a page of the app cannot lead the IDE elsewhere', async () => {
	const frame = await project.preview();
	const outcome = await leave(frame, 'window');
	await settle(frame, '/after-page');
	expect(project.page.url()).toBe(address);
	expect(outcome).toMatchObject({ assign: 'SecurityError', replace: 'SecurityError', open: 'nothing' });
});

test('nor can it through the relay frame, which has its origin', async () => {
	const frame = await project.preview('/after-page');
	expect(project.relays()).toHaveLength(1);
	const relay = `[...Array(top.length).keys()].flatMap((at) => [...Array(top[at].length).keys()].map((one) => top[at][one]))
		.find((one) => { try { return one.location.pathname.startsWith('/__wc/relay') } catch { return false } })`;
	const outcome = await leave(frame, relay);
	await settle(frame, '/after-relay');
	expect(project.page.url()).toBe(address);
	expect(outcome).toMatchObject({ assign: 'SecurityError', replace: 'SecurityError', open: 'nothing' });
});

test('a window that it opens has no way to the IDE, and may be used', async () => {
	const frame = await project.preview('/after-relay');
	const opened = project.page.context().waitForEvent('page');
	await frame.evaluate(() => {
		const button = document.createElement('button');
		button.textContent = 'Open a window';
		button.onclick = () => void window.open('/popup');
		document.body.append(button);
	});
	await frame.getByRole('button', { name: 'Open a window' }).click();
	const popup = await opened;
	await popup.getByRole('heading', { name: '/popup' }).waitFor();
	const outcome = await popup.evaluate(() => {
		const attempts: Record<string, () => unknown> = {
			opener: () => window.opener as unknown,
			// What no sandbox holds, as the popup itself is not in one.
			top: () => ((window.opener as Window).top as Window).location.assign('/away')
		};
		return Object.entries(attempts).map(([name, attempt]) => {
			try {
				return [name, String(attempt() ?? 'nothing')];
			} catch (error) {
				return [name, (error as Error).name];
			}
		});
	});
	await popup.evaluate(() => void location.assign('/popup-after'));
	await popup.getByRole('heading', { name: '/popup-after' }).waitFor();
	await popup.close();
	expect(project.page.url()).toBe(address);
	expect(Object.fromEntries(outcome)).toEqual({ opener: 'nothing', top: 'TypeError' });
});

test('every frame of the IDE is in a sandbox, and may not read the clipboard', async () => {
	const frames = await project.page.evaluate(() =>
		[...document.querySelectorAll('iframe')].map(({ sandbox, allow }) => ({ sandbox: sandbox.value, allow }))
	);
	expect(frames).toHaveLength(2);
	for (const { sandbox, allow } of frames) {
		expect(sandbox).toContain('allow-scripts');
		expect(sandbox).not.toContain('top-navigation');
		expect(allow).not.toContain('clipboard-read');
	}
});
