import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { installFrame } from '../../scripts/frame.mjs';
import { fullstackFrame } from '../../src/lib/frames/fullstack';
import { frameGuide, guideSections } from '../../src/lib/frames/fullstack/guide';

/** Beside the packages, so that it finds them. */
const app = join(installFrame(), 'guide');

/** The guide's examples: a path in backticks, then its code. Together they are one feature. */
const examples = [...frameGuide(guideSections).matchAll(/^`([\w./-]+)`\n```\w+\n([\s\S]*?)^```$/gm)].map(
	([, path = '', code = '']) => [path, code] as const
);

/** Runs a script of the app on Node; resolves with its exit code and, where that is not 0, all that it printed. */
const npm = (...script: string[]): Promise<{ code: number; output: string }> =>
	new Promise((done) =>
		execFile('npm', ['run', '--silent', ...script], { cwd: app, env: { ...process.env, VITEST: '' } }, (error, stdout, stderr) =>
			done({ code: error ? 1 : 0, output: error ? stdout + stderr : '' })
		)
	);

describe.concurrent('the feature that the guide shows', () => {
	beforeAll(() => {
		rmSync(app, { recursive: true, force: true });
		for (const [path, text] of [...fullstackFrame({ slug: 'guide', title: 'Guide', summary: 'Examples.' }), ...examples]) {
			mkdirSync(dirname(join(app, path)), { recursive: true });
			writeFileSync(join(app, path), text);
		}
	});

	it('is a whole one', () => {
		expect(examples.map(([path]) => path.split('/').at(-1))).toEqual([
			...['0003_tips.sql', 'seed.ts', 'contract.ts', 'repo.ts', 'routes.ts'],
			...['pages.tsx', 'list.page.tsx', 'new.form.tsx', 'api.test.ts', 'ui.test.tsx']
		]);
	});

	it('passes its type-check', async () => {
		expect(await npm('typecheck')).toEqual({ code: 0, output: '' });
	});

	// Those of the frame run in every app that is tested here.
	it('passes its own tests', async () => {
		expect(await npm('test', '--', 'src/features/tips')).toEqual({ code: 0, output: '' });
	});
});
