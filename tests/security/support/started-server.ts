import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A server as people start it, in a process of its own: one that ends is seen to have ended. */
export interface StartedServer {
	port: number;
	/** Whether the process still runs. */
	isAlive(): boolean;
	stop(): Promise<void>;
}

/**
 * @param args of Node, in the project's folder
 * @returns once the server has printed its address
 */
export async function startServer(args: string[], env: Record<string, string> = {}): Promise<StartedServer> {
	// Without the mark of a test run, by which a dev server leaves out its policy.
	const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, VITEST: '', NO_COLOR: '1', ...env } });
	let said = '';
	const isAlive = () => child.exitCode === null && child.signalCode === null;
	const portOf = () => Number(/https?:\/\/[\w.]+:(\d+)/.exec(said)?.[1] ?? 0);
	await new Promise<void>((done) => {
		child.once('exit', () => done());
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (chunk) => {
				said += String(chunk);
				if (portOf() > 0) done();
			});
	});
	if (!isAlive()) throw new Error(`The server did not start: ${said}`);
	return {
		port: portOf(),
		isAlive,
		stop: async () => {
			const ended = new Promise((done) => child.once('exit', done));
			child.kill();
			if (isAlive()) await ended;
		}
	};
}
