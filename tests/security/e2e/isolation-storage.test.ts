import type { Frame } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServedProject, type ServedProject } from './served-project';

/** Two projects, one after the other, on the same port of the same browser. */

const SECRET = 'project-one-4711';
const NOTHING = { local: null, session: null, cookie: '', databases: [], caches: [] };

let project: ServedProject;
let firstAddress: string;
let firstOrigin: string;
beforeAll(async () => {
	project = await openServedProject('one');
});
afterAll(async () => {
	expect(project.errors).toEqual([]);
	await project.close();
});

const stored = (frame: Frame) =>
	frame.evaluate(async () => ({
		local: localStorage.getItem('key'),
		session: sessionStorage.getItem('key'),
		cookie: document.cookie,
		databases: (await indexedDB.databases()).map(({ name }) => name),
		caches: await caches.keys()
	}));

async function startPage(): Promise<void> {
	await project.page.getByRole('link', { name: 'Tabsmith, all projects' }).click();
	await project.page.waitForURL(project.url);
}

test('a project keeps what its pages store, and its cookies', async () => {
	const frame = await project.preview();
	firstAddress = project.page.url();
	firstOrigin = new URL(frame.url()).origin;
	await frame.evaluate(async (secret) => {
		localStorage.setItem('key', secret);
		sessionStorage.setItem('key', secret);
		document.cookie = `key=${secret}; max-age=3600`;
		await caches.open('keys');
		await new Promise<void>((resolve, reject) => {
			const open = indexedDB.open('keys', 1);
			open.onsuccess = () => resolve(open.result.close());
			open.onerror = () => reject(open.error);
		});
		location.href = '/sign-in';
	}, SECRET);
	await (await project.preview('/sign-in')).evaluate(() => (location.href = '/again'));
	expect(await (await project.preview('/again')).locator('p').innerText()).toContain('session=secret');
});

test('the next project on its port sees none of it', async () => {
	await startPage();
	const second = await openServedProject('two', project);
	const frame = await second.preview();
	expect(second.page.url()).not.toBe(firstAddress);
	expect(new URL(frame.url()).origin).not.toBe(firstOrigin);
	expect(await stored(frame)).toEqual(NOTHING);
	expect(await frame.locator('p').innerText()).toBe('no cookie');
	await frame.evaluate(() => localStorage.setItem('key', 'project two'));
});

test('the first project finds its own again, also after a reload', async () => {
	const own = { ...NOTHING, local: SECRET, cookie: `key=${SECRET}`, databases: ['keys'], caches: ['keys'] };
	await startPage();
	await project.page.getByRole('link', { name: 'one' }).first().click();
	await project.page.waitForURL(firstAddress);
	const frame = await project.preview();
	expect(new URL(frame.url()).origin).toBe(firstOrigin);
	expect(await stored(frame)).toMatchObject({ ...own, session: SECRET });
	expect(await frame.locator('p').innerText()).toBe('session=secret');
	await project.page.reload();
	const again = await project.preview();
	expect(new URL(again.url()).origin).toBe(firstOrigin);
	expect(await stored(again)).toMatchObject({ ...own, session: SECRET });
	expect(await again.locator('p').innerText()).toBe('session=secret');
});

test('a page sets no cookie that another host gets, as long as it uses what pages use', async () => {
	const frame = await project.preview();
	const name = new URL(project.url).hostname;
	await frame.evaluate(async (domain) => {
		document.cookie = `written=1; Domain=${domain}; path=/`;
		document.cookie = `sneaky=1;\tdomain = .${domain};path=/`;
		await cookieStore.set({ name: 'stored', value: '1', domain });
	}, name);
	const cookies = await project.page.context().cookies();
	expect(cookies.filter(({ domain }) => domain.replace(/^\./, '') === name)).toEqual([]);
	expect(await frame.evaluate(() => document.cookie)).toMatch(/written=1.*sneaky=1.*stored=1/);
});
