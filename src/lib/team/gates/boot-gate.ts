import { stripAnsi, type Server } from '../../container/container';
import type { CheckReport } from '../../domain/check';
import { filesNamed } from '../planning/suspect-files';
import { failureOf, reportOf, tail, type Gate, type GateContext } from './gate';

const BOOT_TIMEOUT_MS = 90_000;

/** The app starts and listens. It is left running: the smoke gate and the person use it. */
export const bootGate: Gate = (context) => boot(context, { command: 'npm', args: ['run', 'dev'] }, BOOT_TIMEOUT_MS);

/** Starts a program that is to listen, in the place of the one before. */
export async function boot(
	context: GateContext,
	{ command, args }: { command: string; args: string[] },
	timeoutMs: number
): Promise<CheckReport> {
	const started = performance.now();
	context.app.server?.stop();
	context.app.server = undefined;
	context.progress('Starting the app');
	let settle: (server: Server) => void = () => undefined;
	const ready = new Promise<Server>((done) => (settle = done));
	const unsubscribe = context.container.onServerReady((server) => settle(server));
	const process = await context.container.spawn(command, args);
	let log = '';
	void process.output
		.pipeTo(new WritableStream({ write: (text) => void (log = (log + text).slice(-20_000)) }))
		.catch(() => undefined);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<'timeout'>((done) => (timer = setTimeout(() => done('timeout'), timeoutMs)));
	const aborted = new Promise<'aborted'>((done) =>
		context.signal.addEventListener('abort', () => done('aborted'), { once: true })
	);
	const first = await Promise.race([ready, process.exit.then((code) => `exit ${code}`), timeout, aborted]);
	clearTimeout(timer);
	unsubscribe();
	if (typeof first !== 'string') {
		context.app.server = { url: first.url, port: first.port, stop: () => process.kill() };
		return reportOf('boot', started, { summary: `The app listens on port ${first.port}.`, passed: 1, log: tail(stripAnsi(log)) });
	}
	process.kill();
	context.signal.throwIfAborted();
	const why =
		first === 'timeout'
			? `The app did not listen within ${timeoutMs / 1000} s`
			: `The app ended with ${first.replace('exit ', '')}`;
	const [file, ...suspects] = filesNamed(stripAnsi(log));
	return reportOf('boot', started, {
		summary: `${why}.`,
		log: tail(stripAnsi(log)),
		failures: [failureOf('boot', 'BOOT', `${why}. ${tail(stripAnsi(log), 800)}`, file ? { file, suspects } : {})]
	});
}
