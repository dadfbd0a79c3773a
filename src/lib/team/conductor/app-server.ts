import type { Container } from '../../container/container';
import { startServer, type RunningServer } from '../../container/start-server';
import { AppError } from '../../domain/app-error';
import { lookedUp } from '../../project/project-kind';
import { startPlan } from '../../project/start-plan';
import type { ReadableFiles } from '../planning/suspect-files';

/** The app while it is still being written, for agents that look at it. */

const START_TIMEOUT_MS = 90_000;

/** What each server was started on: its database has the migrations of that moment. */
const migrationsOf = new WeakMap<RunningServer, string>();

/**
 * The app that runs already, unless migrations came since; else one that is started. It takes the place of the one before in `carry`.
 * @throws AppError START_FAILED with the end of its output
 */
export async function appServer(
	container: Container,
	carry: { server?: RunningServer | undefined },
	files: ReadableFiles,
	signal: AbortSignal
): Promise<RunningServer> {
	const migrations = files.list('migrations').join('\n');
	const running = carry.server;
	if (running && (migrationsOf.get(running) ?? migrations) === migrations) return running;
	running?.stop();
	carry.server = undefined;
	const server = await start(container, files, signal);
	migrationsOf.set(server, migrations);
	carry.server = server;
	return server;
}

async function start(container: Container, files: ReadableFiles, signal: AbortSignal): Promise<RunningServer> {
	const plan = startPlan(lookedUp(files));
	if (!plan) throw new AppError('START_FAILED', 'The app cannot be looked at: nothing here says how to start one.');
	const started = await startServer(container, plan, { signal, timeoutMs: START_TIMEOUT_MS });
	if (started.server) return started.server;
	const log = started.log().slice(-1_500);
	throw new AppError('START_FAILED', `The app cannot be looked at: it ${started.why}. ${log}`, { data: { log } });
}
