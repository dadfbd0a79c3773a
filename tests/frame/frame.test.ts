import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { installFrame } from '../../scripts/frame.mjs';
import { CUSTOMER_DASHBOARD } from '../fixtures/requirements.mjs';
import { writeApp } from '../unit/builtin-model/generate';

/** Beside the packages, so that it finds them. */
const app = join(installFrame(), 'app');

/** Runs a script of the app on Node; resolves with its exit code and, where that is not 0, all that it printed. */
const npm = (script: string): Promise<{ code: number; output: string }> =>
	new Promise((done) =>
		execFile('npm', ['run', '--silent', script], { cwd: app, env: { ...process.env, VITEST: '' } }, (error, stdout, stderr) =>
			done({ code: error ? 1 : 0, output: error ? stdout + stderr : '' })
		)
	);

describe.concurrent('an app with features on the frame', () => {
	beforeAll(() => writeApp(CUSTOMER_DASHBOARD, app));

	it('passes its type-check', async () => {
		expect(await npm('typecheck')).toEqual({ code: 0, output: '' });
	});

	it('passes its tests, those of the frame among them', async () => {
		expect(await npm('test')).toEqual({ code: 0, output: '' });
	});
});
