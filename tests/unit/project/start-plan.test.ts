import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startHint, startPlan } from '../../../src/lib/project/start-plan';
import { STATIC_SERVER } from '../../../src/lib/project/static-server';

const plan = (files: Record<string, string>) => startPlan(new Map(Object.entries(files)));
const json = (value: unknown) => ({ 'package.json': JSON.stringify(value) });

describe('a project is started', () => {
	it('by its own script, the one for working on it first', () => {
		expect(plan(json({ scripts: { start: 'a', dev: 'b' } }))).toMatchObject({ command: 'npm', args: ['run', 'dev'] });
		expect(plan({ ...json({ scripts: { start: 'a', test: 'b' } }), 'index.html': '' })).toMatchObject({ args: ['run', 'start'] });
	});
	it('by what it is made with, where no script tells', () => {
		expect(plan({ ...json({ devDependencies: { vite: '*' } }), 'index.html': '' })).toMatchObject({
			command: 'npx',
			args: ['vite']
		});
		expect(plan({ 'server.js': '', 'index.html': '' })).toMatchObject({ command: 'node', args: ['server.js'] });
	});
	it('as the page that it is', () => {
		expect(plan({ 'index.html': '' })).toMatchObject({ step: 'Serving index.html', args: ['-e', STATIC_SERVER, '.'] });
		expect(plan({ 'public/index.html': '' })?.args.at(-1)).toBe('public');
	});
	it('by nothing, which is said with what can be done', () => {
		const files = new Map(Object.entries(json({ scripts: { build: 'x', 'test:all': 'y', 'od\u001b[2Jd': 'z' } })));
		expect(startPlan(files)).toBeUndefined();
		expect(startHint(files)).toBe(
			'Nothing here says how to start an app. In the terminal, run npm run build, npm run test:all. Add a "dev" or "start" script to package.json, then start it here.'
		);
		expect(startHint(new Map([['main.py', '']]))).toMatch(/Add a package.json .* or an index.html/);
		expect(startHint(new Map())).toBe('The project has no files yet.');
	});
	it('never by a package.json that cannot be read', () => {
		expect(() => plan({ 'package.json': '{' })).toThrow('no valid JSON');
	});
});

it('the server of plain pages serves the folder, and nothing hidden or outside it', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'static-'));
	mkdirSync(join(folder, 'site/sub'), { recursive: true });
	for (const [path, text] of Object.entries({
		'secret.txt': 'secret',
		'site/index.html': '<h1>home</h1>',
		'site/.env': 'KEY',
		'site/sub/index.html': 'sub',
		'site/about.html': 'about',
		'site/app.js': '1'
	}))
		writeFileSync(join(folder, path), text);
	const child = spawn(process.execPath, ['-e', STATIC_SERVER, 'site'], { cwd: folder });
	try {
		const base = await new Promise<string>((done) =>
			child.stdout.on('data', (data) => done(/http:\S+/.exec(String(data))?.[0] ?? ''))
		);
		const get = async (path: string) => {
			const response = await fetch(base + path, { redirect: 'manual' });
			return [response.status, response.headers.get('location') ?? (await response.text())];
		};
		expect(await Promise.all(['/', '/about', '/app.js?x=1', '/sub', '/sub/'].map(get))).toEqual([
			[200, '<h1>home</h1>'],
			[200, 'about'],
			[200, '1'],
			[302, '/sub/'],
			[200, 'sub']
		]);
		for (const path of ['/.env', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/none']) expect((await get(path))[0]).toBe(404);
	} finally {
		child.kill();
		rmSync(folder, { recursive: true });
	}
});
