import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { installFrame } from '../../scripts/frame.mjs';
import { blocks } from '../../src/lib/blocks/registry';
import { clientFrame } from '../../src/lib/frames/client';
import { layClient } from '../../src/lib/frames/client/lay';
import { galleryOf } from '../support/gallery';

/** Each block on a page of its own, in one app: laid from its example, asked what its criteria say, and its own tests beside it. */

const wanted = process.env['BLOCKS']?.split(',').filter(Boolean) ?? [];
const names = wanted.length ? wanted : [...blocks.keys()];
const app = join(installFrame('client'), wanted.length ? `blocks-${wanted.join('-')}` : 'blocks');

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

describe.concurrent(`an app with the blocks ${names.join(', ')}`, () => {
	beforeAll(() => {
		const blueprint = galleryOf(names);
		rmSync(app, { recursive: true, force: true });
		const files = new Map([...clientFrame(blueprint), ...layClient(blueprint)]);
		for (const [path, text] of Object.entries(beside))
			if (files.has(pathOf(path).replace(/[^/]+$/, 'parameters.ts'))) files.set(pathOf(path), text);
		for (const [path, text] of files) {
			mkdirSync(dirname(join(app, path)), { recursive: true });
			writeFileSync(join(app, path), text);
		}
	});

	it('passes its type-check', async () => {
		expect(await npm('typecheck')).toEqual({ code: 0, output: '' });
	});

	it('passes its tests', async () => {
		expect(await npm('test')).toEqual({ code: 0, output: '' });
	});
});
