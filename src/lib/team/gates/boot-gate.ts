import { startServer } from '../../container/start-server';
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
	const { container, signal } = context;
	const start = await startServer(container, { command, args }, { signal, timeoutMs });
	const { server } = start;
	const log = start.log();
	if (server) {
		context.app.server = server;
		return reportOf('boot', started, { summary: `The app listens on port ${server.port}.`, passed: 1, log: tail(log) });
	}
	const why = `The app ${start.why}`;
	const [file, ...suspects] = filesNamed(log);
	return reportOf('boot', started, {
		summary: `${why}.`,
		log: tail(log),
		failures: [failureOf('boot', 'BOOT', `${why}. ${tail(log, 800)}`, file ? { file, suspects } : {})]
	});
}
