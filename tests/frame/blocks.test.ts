import { execFile, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { installFrame } from '../../scripts/frame.mjs';
import { blocks } from '../../src/lib/blocks/registry';
import { blueprintSchema } from '../../src/lib/domain/blueprint';
import { clientFrame } from '../../src/lib/frames/client';
import { clientGuide } from '../../src/lib/frames/client/guide';
import { layClient } from '../../src/lib/frames/client/lay';
import { galleryOf } from '../support/gallery';

/** Each block on a page of its own, in one app: laid from its example, asked what its criteria say, and its own tests beside it. */

const wanted = process.env['BLOCKS']?.split(',').filter(Boolean) ?? [];
const names = wanted.length ? wanted : [...blocks.keys()];
const app = join(installFrame('client'), wanted.length ? `blocks-${wanted.join('-')}` : 'blocks');

/** The guide's examples: a path in backticks, then its code. */
const guide = clientGuide(['core', 'pages', 'tests', 'design']);
const examples = [...guide.matchAll(/^`([\w./-]+)`\n```\w+\n([\s\S]*?)^```$/gm)].map(
	([, path = '', code = '']) => [path, code] as const
);

/** What is tested with a block, and no app has. */
const beside = import.meta.glob<string>('../../src/lib/blocks/*/{example.ts,*.test.ts,*.test.tsx}', {
	query: '?raw',
	import: 'default',
	eager: true
});
const pathOf = (path: string) => path.replace('../../src/lib/', 'src/');

/** Runs a script of the app on Node; resolves with its exit code and, where that is not 0, all that it printed. */
const npm = (...script: string[]): Promise<{ code: number; output: string }> =>
	new Promise((done) =>
		execFile('npm', ['run', '--silent', ...script], { cwd: app, env: { ...process.env, VITEST: '' } }, (error, stdout, stderr) =>
			done({ code: error ? 1 : 0, output: error ? stdout + stderr : '' })
		)
	);

/** What the app's own configuration leaves out: the types that it needs are many, too slow for a browser tab. */
const BESIDE_THE_APP = { extends: './tsconfig.json', compilerOptions: { types: ['node'] }, include: ['*.ts'] };

describe.concurrent(`an app with the blocks ${names.join(', ')}`, () => {
	beforeAll(() => {
		const gallery = galleryOf(names);
		// Beside them, the page that the guide shows to agents who write one.
		const tips = { name: 'tips', kind: 'page', pages: [{ route: '/tips', title: 'Tips', kind: 'content' as const }] };
		const blueprint = wanted.length ? gallery : blueprintSchema.parse({ ...gallery, features: [...gallery.features, tips] });
		rmSync(app, { recursive: true, force: true });
		const files = new Map([...clientFrame(blueprint), ...layClient(blueprint)]);
		for (const [path, text] of Object.entries(beside))
			if (files.has(pathOf(path).replace(/[^/]+$/, 'parameters.ts'))) files.set(pathOf(path), text);
		if (!wanted.length) {
			for (const [path, text] of examples) files.set(path, text);
			files.set('src/pages/tips.css', '.tips-one {\n\tdisplay: flex;\n}\n');
		}
		files.set('tsconfig.check.json', JSON.stringify(BESIDE_THE_APP));
		for (const [path, text] of files) {
			mkdirSync(dirname(join(app, path)), { recursive: true });
			writeFileSync(join(app, path), text);
		}
	});

	it('has the examples of the guide', () => {
		expect(examples.map(([path]) => path)).toEqual(['src/pages/tips.tsx', 'src/pages/tips.own.test.tsx']);
	});

	it('passes its type-check', async () => {
		expect(await npm('typecheck')).toEqual({ code: 0, output: '' });
		if (!wanted.length) expect(await npm('typecheck', '--', '--project', 'tsconfig.check.json')).toEqual({ code: 0, output: '' });
	});

	it.skipIf(wanted.length)(
		'builds to a file per page, and starts: pages with their own titles, 404 for what is not there',
		async () => {
			expect(await npm('build')).toEqual({ code: 0, output: '' });
			const port = await freePort();
			const started = spawn(process.execPath, [join(app, '../node_modules/vite/bin/vite.js'), 'preview'], {
				cwd: app,
				env: { ...process.env, VITEST: '', PORT: String(port) },
				stdio: 'ignore'
			});
			try {
				const pageAt = async (path: string) => {
					const answer = await fetch(`http://localhost:${port}${path}`).catch(() => undefined);
					return [answer?.status, /<title>(.*)<\/title>/.exec((await answer?.text()) ?? '')?.[1]];
				};
				await vi.waitFor(async () => expect(await pageAt('/')).toEqual([200, 'Gallery']), { timeout: 60_000, interval: 200 });
				const [, second = ''] = names;
				expect(await pageAt(`/${second}`)).toEqual([200, `${second} · Gallery`]);
				expect(await pageAt('/no-such-page')).toEqual([404, 'Gallery']);
			} finally {
				started.kill();
			}
		}
	);

	it('passes its tests', async () => {
		expect(await npm('test')).toEqual({ code: 0, output: '' });
	});
});

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	const { port } = server.address() as { port: number };
	await new Promise((done) => server.close(done));
	return port;
}
