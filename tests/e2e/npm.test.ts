import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Route } from 'playwright';
import { gzipSync } from 'node:zlib';
import { openTab } from '../../scripts/headless-tab.mjs';
import { tarOf } from '../security/unit/archive';

/** Requests for packages, whether they come in batches or alone. */
async function interceptTarballs(handle: (route: Route) => Promise<void>): Promise<() => Promise<void>> {
	const isTarball = (route: Route): boolean => /\.tgz"|\.tgz$/.test(route.request().url() + (route.request().postData() ?? ''));
	const handler = (route: Route): Promise<void> => (isTarball(route) ? handle(route) : route.continue());
	await tab.page.context().route('**/registry/**', handler);
	return () => tab.page.context().unroute('**/registry/**', handler);
}

let tab: Awaited<ReturnType<typeof openTab>>;
beforeAll(async () => {
	tab = await openTab();
}, 30_000);
afterAll(() => tab.close());

/** Mounts files by path. */
const mount = (files: Record<string, string | object>) =>
	tab.page.evaluate(
		async (entries) => {
			const { container } = globalThis as unknown as {
				container: {
					fs: { mkdir(path: string, options: object): Promise<void>; writeFile(path: string, text: string): Promise<void> };
				};
			};
			for (const [path, text] of entries) {
				await container.fs.mkdir(path.split('/').slice(0, -1).join('/') || '.', { recursive: true });
				await container.fs.writeFile(path, text);
			}
		},
		Object.entries(files).map(
			([path, content]) => [path, typeof content === 'string' ? content : JSON.stringify(content)] as const
		)
	);

/** One shell line in a folder: exit code and output without colours. */
async function sh(line: string) {
	const { exitCode, output } = await tab.spawn('jsh', ['-c', line], { env: { NO_COLOR: '1' } });
	return { exitCode, output: output.replaceAll('\r', '') };
}

test('Ctrl-C in the middle of an install leaves no lockfile, and a terminal shows the count of packages', async () => {
	await mount({ 'stop/package.json': { name: 'stop', dependencies: { 'is-odd': '3.0.1' } } });
	let open: () => void = () => {};
	const gate = new Promise<void>((resolve) => (open = resolve));
	const restore = await interceptTarballs(async (route) => {
		await gate;
		await route.continue().catch(() => {});
	});
	const result = await tab.page.evaluate(async () => {
		interface Child {
			output: ReadableStream<string>;
			input: WritableStream<string>;
			exit: Promise<number>;
		}
		const { container } = globalThis as unknown as {
			container: { spawn(command: string, args: string[], options: object): Promise<Child> };
		};
		const child = await container.spawn('npm', ['install'], { cwd: 'stop', terminal: { cols: 80, rows: 24 } });
		const input = child.input.getWriter();
		let output = '';
		let isInterrupted = false;
		void child.output.pipeTo(
			new WritableStream({
				write(chunk) {
					output += chunk;
					if (isInterrupted || !/\d+ packages/.test(output)) return;
					isInterrupted = true;
					void input.write('\x03');
				}
			})
		);
		return { exitCode: await child.exit, output };
	});
	open();
	await restore();
	expect(result).toEqual({ exitCode: 130, output: expect.stringContaining('2 packages') });
	expect((await sh('cd stop && ls -A')).output).toBe('package.json\n');
	expect(await sh('cd stop && npm install && ls -A')).toEqual({
		exitCode: 0,
		output: expect.stringMatching(/added 2 packages.*\nnode_modules\npackage-lock.json\npackage.json\n$/)
	});
});

test('an install that fails leaves package.json, the lockfile and node_modules as they were', async () => {
	await mount({ 'fail/package.json': { name: 'fail', dependencies: { 'left-pad': '1.3.0' } } });
	expect((await sh('cd fail && npm install && cat package.json package-lock.json > ../before')).exitCode).toBe(0);
	const restore = await interceptTarballs((route) =>
		route.fulfill({ status: 404, headers: { 'access-control-allow-origin': '*' } })
	);
	const failed = await sh('cd fail && npm install is-number@7.0.0');
	await restore();
	expect(failed).toEqual({ exitCode: 1, output: expect.stringContaining('npm error code E404') });
	const after = await sh(
		`cd fail && cat package.json package-lock.json > ../after && diff ../before ../after && node -p "require('left-pad')('x', 3)"`
	);
	expect(after).toEqual({ exitCode: 0, output: '  x\n' });
});

test('failures are worded as npm words them', async () => {
	await mount({ 'words/package.json': { name: 'words', version: '1.0.0', scripts: { go: 'exit 4' } } });
	const run = async (line: string) => (await sh(`cd words && ${line}`)).output.trim().split('\n').slice(0, 3);
	expect(await run('npm install left-pad@99')).toEqual([
		'npm error code ETARGET',
		'npm error notarget No matching version found for left-pad@99.',
		expect.stringContaining('npm error notarget In most cases')
	]);
	expect(await run('npm install nope-nope-nope-zz')).toEqual([
		'npm error code E404',
		expect.stringMatching(/^npm error 404 Not Found - GET .*nope-nope-nope-zz$/),
		'npm error 404'
	]);
	expect(await run('npm ci')).toEqual([
		'npm error code EUSAGE',
		'npm error',
		expect.stringContaining('The `npm ci` command can only')
	]);
	expect(await run('npm install github:user/repo')).toEqual([
		'npm error code EUNSUPPORTEDSPEC',
		expect.stringContaining('cannot be reached')
	]);
	expect(await run('npx pnpm@10 install')).toEqual([
		'npm error code ENOTSUP',
		expect.stringContaining('pnpm'),
		expect.any(String)
	]);
	expect((await sh('cd words && npm run go')).exitCode).toBe(4);
	expect(await run('npm run')).toEqual(['Scripts available in words@1.0.0 via `npm run`:', '  go', '    exit 4']);
	expect(await run('npm pkg get name version')).toEqual(['{', '  "name": "words",', '  "version": "1.0.0"']);
	expect((await sh('ls -A words')).output).toBe('package.json\n');
});

test('workspaces and folders are linked, and their scripts run', async () => {
	await mount({
		'mono/package.json': { name: 'mono', private: true, workspaces: ['packages/*'] },
		'mono/packages/a/package.json': {
			name: '@m/a',
			version: '1.0.0',
			bin: { 'a-cli': 'cli.js' },
			dependencies: { 'is-odd': '^3.0.0' }
		},
		'mono/packages/a/cli.js': `#!/usr/bin/env node\nconsole.log('odd', require('is-odd')(3))`,
		'mono/packages/b/package.json': { name: 'b', version: '2.0.0', scripts: { hi: 'a-cli' }, dependencies: { '@m/a': '^1.0.0' } },
		'mono/tool/package.json': { name: 'tool', version: '0.1.0' }
	});
	expect(await sh('cd mono && npm install')).toEqual({ exitCode: 0, output: expect.stringContaining('added 4 packages') });
	expect(await sh('cd mono && npm run hi -w b')).toEqual({ exitCode: 0, output: '\n> b@2.0.0 hi\n> a-cli\n\nodd true\n' });
	expect((await sh('cd mono && npm install ./tool && npm ls')).output.split('\n').slice(2)).toEqual([
		'mono@ /home/project/mono',
		'├─┬ @m/a@1.0.0 -> ./packages/a',
		'│ └── is-odd@3.0.1',
		'├─┬ b@2.0.0 -> ./packages/b',
		'│ └── @m/a@1.0.0 deduped -> ./packages/a',
		'└── tool@0.1.0 -> ./tool',
		'',
		''
	]);
});

test('npx runs a tool that the project lacks and leaves the project alone', async () => {
	await mount({ 'npx/package.json': { name: 'npx' } });
	expect(await sh('cd npx && npx cowsay hi && ls -A')).toEqual({
		exitCode: 0,
		output: expect.stringMatching(/was not found and will be installed: cowsay@[^]*< hi >[^]*\npackage.json\n$/)
	});
});

test('options have their values, those of a workspace edit its package.json, and what cannot be honoured is refused', async () => {
	await mount({
		'opt/package.json': { name: 'opt', private: true, workspaces: ['apps/*'], scripts: { tag: 'echo $npm_config_tag' } },
		'opt/apps/web/package.json': { name: 'web', version: '1.0.0' }
	});
	const run = async (line: string) => sh(`cd opt && ${line}`);
	expect((await run('npm install --prefix other is-number@7.0.0 --silent && ls other/node_modules')).output).toBe('is-number\n');
	await run('npm install is-number@7 --save-exact --loglevel error -w web');
	expect((await run('npm pkg get workspaces && cd apps/web && npm pkg get dependencies')).output).toContain(
		'"is-number": "7.0.0"'
	);
	expect(await run('npm install -g is-odd')).toEqual({ exitCode: 1, output: expect.stringContaining('code ENOTSUP') });
	expect((await run('npm run --silent tag --tag beta')).output).toBe('beta\n');
	expect((await run('npm run tag --nonsense')).output).toContain('npm warn Unknown cli config "--nonsense"');
	expect(await run('npm install --dry-run is-odd && npm ls is-odd')).toEqual({
		exitCode: 1,
		output: expect.stringContaining('added')
	});
});

test('npm ci refuses a lock that overrides or a version contradict, and npm install repairs it', async () => {
	await mount({ 'sync/package.json': { name: 'sync', dependencies: { 'is-odd': '3.0.1' } } });
	const run = (line: string) => sh(`cd sync && ${line}`);
	expect((await run('npm install && npm ci')).exitCode).toBe(0);
	await run('npm pkg set overrides.is-number=7.0.0');
	const refused = await run('npm ci');
	expect(refused).toEqual({ exitCode: 1, output: expect.stringContaining('npm error code EUSAGE') });
	expect(refused.output).toContain("Invalid: lock file's is-number@6.0.0 does not satisfy is-number@7.0.0");
	const version = 'node -p "require(\'is-number/package.json\').version"';
	expect((await run(`npm install --silent && npm ci --silent && ${version}`)).output).toBe('7.0.0\n');
});

test('an archive installs, its program that is named as one of the engine is not linked, and a broken one changes nothing', async () => {
	const bin = { node: 'cli.js', ls: 'cli.js', tool: 'cli.js' };
	const archive = tarOf(
		{ path: 'package/package.json', body: JSON.stringify({ name: 'tool', version: '1.0.0', bin }) },
		{ path: 'package/cli.js', body: `#!/usr/bin/env node\nconsole.log('the tool')` }
	);
	const broken = tarOf({ path: 'package/package.json', body: '{}', size: 'zzz' });
	await mount({
		'arc/tool-1.0.0.tgz.txt': gzipSync(archive).toString('base64'),
		'arc/bad-1.0.0.tgz.txt': gzipSync(broken).toString('base64'),
		'arc/unpack.cjs': `const fs = require('fs');
for (const name of ['tool-1.0.0.tgz', 'bad-1.0.0.tgz']) fs.writeFileSync(name, Buffer.from(fs.readFileSync(name + '.txt', 'utf8'), 'base64'));`,
		'arc/package.json': { name: 'arc', scripts: { two: 'node -p 1+1', list: 'ls package.json' } }
	});
	const run = (line: string) => sh(`cd arc && ${line}`);
	const installed = await run('node unpack.cjs && npm install ./tool-1.0.0.tgz && ls -A node_modules/.bin');
	expect(installed).toEqual({ exitCode: 0, output: expect.stringMatching(/EBINRESERVED 'node' of tool@1.0.0[^]*\ntool\n$/) });
	expect((await run('npm run -s two && npm run -s list && npx tool')).output).toBe('2\npackage.json\nthe tool\n');
	expect((await run('npm ci --silent && npx tool')).output).toBe('the tool\n');
	await run('cat package.json package-lock.json > ../before');
	expect((await run('npm install ./bad-1.0.0.tgz')).output).toContain('npm error code TAR_BAD_ARCHIVE');
	expect((await run('cat package.json package-lock.json > ../after && diff ../before ../after && npx tool')).output).toBe(
		'the tool\n'
	);
});

test('npx runs an installed program before a package of its name, and installs nothing where it is told not to', async () => {
	await mount({
		'own/package.json': { name: 'own', dependencies: { helper: 'file:helper' } },
		'own/helper/package.json': { name: 'helper', version: '1.0.0', bin: { cowsay: 'cli.js' } },
		'own/helper/cli.js': `#!/usr/bin/env node\nconsole.log('ours', ...process.argv.slice(2))`
	});
	expect((await sh('cd own && npm install --silent && npx cowsay -v')).output).toBe('ours -v\n');
	expect((await sh('cd own && npm exec -c "cowsay a b"')).output).toBe('ours a b\n');
	await mount({ 'none/package.json': { name: 'none' } });
	expect(await sh('cd none && npx --no-install is-odd')).toEqual({
		exitCode: 1,
		output: expect.stringContaining('npx canceled due to missing packages and no YES option: ["is-odd@')
	});
});

test.each(['threads', 'forks'])('vitest counts a failing test among three files and exits with 1 (%s)', async (pool) => {
	await mount({
		'vt/package.json': { name: 'vt', type: 'module', devDependencies: { vitest: '4.1.12' } },
		'vt/a.test.ts': `import { test, expect, vi } from 'vitest'; test('mocks', () => { const f = vi.fn(() => 3); expect(f()).toBe(3) }); test.skip('skipped', () => {})`,
		'vt/b.test.ts': `import { test, expect } from 'vitest'; test('fails', () => expect({ a: [1, 2] }).toEqual({ a: [1, 3] })); test('passes', () => {}); test.todo('later')`,
		'vt/c.test.ts': `import { test, expect } from 'vitest'; test.each([1, 2, 3])('each %i', (n: number) => expect(n).toBeGreaterThan(0))`
	});
	expect((await sh('cd vt && npm install')).exitCode).toBe(0);
	const { exitCode, output } = await sh(`cd vt && npx vitest run --pool=${pool}`);
	expect({ exitCode, files: /Test Files .*/.exec(output)?.[0], tests: / {2}Tests .*/.exec(output)?.[0].trim() }).toEqual({
		exitCode: 1,
		files: 'Test Files  1 failed | 2 passed (3)',
		tests: 'Tests  1 failed | 5 passed | 1 skipped | 1 todo (8)'
	});
});
