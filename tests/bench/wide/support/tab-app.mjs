/** Apps as a person receives them: the whole job in the tab, then its zip, installed, built and started with Node. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { runJob } from '../../../../scripts/app-job.mjs';
import { build } from '../../../../scripts/build.mjs';
import { serve } from '../../../../scripts/serve.mjs';
import { startNatively } from './native-app.mjs';

/**
 * @param {import('playwright').Browser} browser
 * @param {{ keep?: boolean }} options `keep`: the folders stay, and where they are is printed
 */
export async function tabBuilder(browser, { keep = false } = {}) {
	await build();
	const server = await serve();
	return {
		/** @throws Error where the run ends without an app, or the app does not build or start */
		async start(id, requirement) {
			const folder = mkdtempSync(join(tmpdir(), `wide-${id}-`));
			const out = join(folder, 'app.zip');
			const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
			const job = await runJob(context, server.url, { requirement, out }).finally(() => context.close());
			const app = join(folder, 'app');
			for (const [path, bytes] of Object.entries(unzipSync(readFileSync(out)))) {
				if (path.endsWith('/')) continue;
				mkdirSync(dirname(join(app, path)), { recursive: true });
				writeFileSync(join(app, path), bytes);
			}
			if (keep) console.log(`${id}: ${app}`);
			execFileSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'], {
				cwd: app,
				stdio: 'ignore'
			});
			const started = await startNatively(app);
			const stop = async () => {
				await started.stop();
				if (!keep) rmSync(folder, { recursive: true, force: true });
			};
			return { ...started, stop, frame: job.frame, ok: job.ok, claims: job.claims, unbuilt: job.unbuilt };
		},
		dispose: () => server.close()
	};
}
