import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { generateApp } from '../../../workers/builtin-model/generate-app';

const run = promisify(execFile);

/** A generated app, installed, built and started with real Node on a port of its own. */
export class NativeApp {
	/** What the server has written, both streams. */
	output = '';

	private constructor(
		readonly folder: string,
		readonly process: ChildProcess
	) {
		const note = (piece: Buffer) => (this.output += piece.toString());
		process.stdout?.on('data', note);
		process.stderr?.on('data', note);
	}

	static async start(requirement: string, env: Record<string, string> = {}): Promise<NativeApp> {
		const folder = mkdtempSync(join(tmpdir(), 'generated-app-'));
		for (const [path, text] of (await generateApp(requirement)).files) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		for (const args of [
			['ci', '--no-audit', '--no-fund'],
			['run', 'build']
		])
			await run('npm', args, { cwd: folder, maxBuffer: 2 ** 24 });
		const settings = { PORT: '0', HOST: '127.0.0.1', SEED: 'demo', NODE_ENV: 'production', ...env };
		const app = new NativeApp(
			folder,
			spawn('node', ['dist/server/main.js'], { cwd: folder, env: { PATH: process.env.PATH, ...settings } })
		);
		await app.#untilListening();
		return app;
	}

	/** @throws Error with what the server wrote when it ended instead. */
	async #untilListening(): Promise<void> {
		while (!this.url) {
			if (this.process.exitCode !== null) throw new Error(`The app ended instead of listening: ${this.output}`);
			await new Promise((done) => setTimeout(done, 50));
		}
	}

	get url(): string {
		const port = /listening on http:\/\/localhost:(\d+)/.exec(this.output)?.[1];
		return port ? `http://127.0.0.1:${port}` : '';
	}

	/** Runs the app's own script, with everything it prints. */
	async npm(...args: string[]): Promise<string> {
		return (await run('npm', args, { cwd: this.folder, maxBuffer: 2 ** 24 })).stdout;
	}

	async dispose(): Promise<void> {
		const ended = new Promise((done) => this.process.once('exit', done));
		if (this.process.exitCode === null && this.process.kill()) await ended;
		rmSync(this.folder, { recursive: true, force: true });
	}
}
