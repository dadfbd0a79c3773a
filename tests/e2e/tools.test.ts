import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTab } from '../../scripts/headless-tab.mjs';

const PROJECT: Record<string, string> = {
	'package.json': JSON.stringify({ name: 'tools', type: 'module', devDependencies: { tsx: '4.23.15', prettier: '3.10.1' } }),
	'a.ts': `import { b } from './b'; enum K { A = 1 } console.log(b(K.A), import.meta.url.slice(-4)); process.exitCode = 3;`,
	'b.ts': 'export const b = (n: number): number => n * 2;\n',
	'ugly.js': 'export const   a = {b:1}',
	'x.test.js': `import { test } from 'node:test'; test('good', () => {}); test('bad', () => { throw new Error('no') }); test('later', { todo: true }, () => {});`,
	'w.cjs': `console.log('run', require('./dep.cjs'))`,
	'dep.cjs': 'module.exports = 1'
};

let output = '';
let tab: Awaited<ReturnType<typeof openTab>>;
beforeAll(async () => {
	tab = await openTab({ onOutput: (text) => void (output += text) });
	await tab.mount(Object.fromEntries(Object.entries(PROJECT).map(([name, contents]) => [name, { file: { contents } }])));
	expect(await tab.spawn('npm', ['install'])).toMatchObject({ exitCode: 0 });
}, 60_000);
afterAll(() => tab.close());

const run = async (...[command = '', ...args]: string[]) => {
	const { exitCode, output } = await tab.spawn(command, args, { env: { NO_COLOR: '1' } });
	return { exitCode, output: output.replaceAll('\r', '') };
};

test('tsx runs TypeScript and prettier tells bad style', async () => {
	expect(await run('npx', 'tsx', 'a.ts')).toEqual({ exitCode: 3, output: '2 a.ts\n' });
	expect(await run('npx', 'prettier', 'ugly.js')).toEqual({ exitCode: 0, output: 'export const a = { b: 1 };\n' });
	expect(await run('npx', 'prettier', '--check', 'ugly.js')).toMatchObject({ exitCode: 1 });
});

test('node --test counts as natively', async () => {
	const { exitCode, output } = await run('node', '--test');
	const counts = Object.fromEntries([...output.matchAll(/^ℹ (\w+) (\d+)$/gm)].map((match) => [match[1], Number(match[2])]));
	expect({ exitCode, counts }).toEqual({
		exitCode: 1,
		counts: { tests: 3, suites: 0, pass: 1, fail: 1, cancelled: 0, skipped: 0, todo: 1 }
	});
});

test('node --watch runs again when a required file changes', async () => {
	const watching = tab.spawn('node', ['--watch', 'w.cjs']);
	await expect.poll(() => output, { timeout: 10_000 }).toMatch(/run 1[^]*Waiting for file changes/);
	await tab.mount({ 'dep.cjs': { file: { contents: 'module.exports = 2' } } });
	await expect.poll(() => output, { timeout: 10_000 }).toContain('run 2');
	await tab.killAll();
	await watching;
});
