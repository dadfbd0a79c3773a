import { deadline } from '../async/deadline';
import { Deferred } from '../async/deferred';
import { stripAnsi, type Container, type Server } from './container';

/** How much of a program's last words is kept, in UTF-16 code units. */
const LOG_LIMIT = 20_000;

export interface RunningServer extends Server {
	stop(): void;
}

export interface StartOptions {
	env?: Record<string, string>;
	/** Where it is to listen; anywhere without it. */
	port?: number;
	/** Aborted before the program listens, it is ended, and the start throws the signal's reason. */
	signal: AbortSignal;
	/** How long it may take to listen; 0 waits for ever. */
	timeoutMs?: number;
	/** Hears all that the program prints, also once it listens. */
	onText?(text: string): void;
}

/** `log` is the end of what the program has printed so far, without colours. */
export type ServerStart = { log(): string } & ({ server: RunningServer } | { server?: undefined; why: string });

/** Starts a program that is to listen. What does not listen in time is ended, and `why` says what came of it: 'ended with code 1'. @throws what ended the engine, or the signal's reason */
export async function startServer(
	container: Container,
	{ command, args }: { command: string; args: string[] },
	{ env, port, signal, timeoutMs = 0, onText }: StartOptions
): Promise<ServerStart> {
	signal.throwIfAborted();
	const ready = new Deferred<Server>();
	const unsubscribe = container.onServerReady((server) => (port ?? server.port) === server.port && ready.resolve(server));
	try {
		const process = await container.spawn(command, args, env ? { env } : {});
		let text = '';
		const take = (part: string) => {
			text = (text + part).slice(-LOG_LIMIT);
			onText?.(part);
		};
		// The stream breaks when the process is killed; its exit says so.
		void process.output.pipeTo(new WritableStream({ write: take })).catch(() => undefined);
		const stop = () => process.kill();
		const log = () => stripAnsi(text).trim();
		const ended = process.exit.then((code) => `ended with code ${code}`);
		const late = new Error(`did not listen within ${timeoutMs / 1000} s`);
		const work = Promise.race([ready.promise, ended]);
		const first = await deadline(work, { signal, timeoutMs, late: () => late }).catch((error: unknown) => {
			if (error === late || signal.aborted) stop();
			// An engine that died is no fault of the program.
			if (error !== late) throw error;
			return late.message;
		});
		return typeof first === 'string' ? { why: first, log } : { server: { ...first, stop }, log };
	} finally {
		unsubscribe();
	}
}
