import { stripAnsi, type Container, type Server } from '../../container/container';
import { AppError } from '../../domain/app-error';
import { startPlan } from '../../project/start-plan';
import type { RunningServer } from '../gates/gate';
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
	signal.throwIfAborted();
	const plan = startPlan({ get: (path) => files.read(path), has: (path) => files.read(path) !== undefined });
	if (!plan) throw new AppError('START_FAILED', 'The app cannot be looked at: nothing here says how to start one.');
	let log = '';
	let timer: ReturnType<typeof setTimeout> | undefined;
	let unsubscribe: () => void = () => undefined;
	const ready = new Promise<Server>((done) => (unsubscribe = container.onServerReady(done)));
	const process = await container.spawn(plan.command, plan.args);
	void process.output
		.pipeTo(new WritableStream({ write: (text) => void (log = (log + text).slice(-4_000)) }))
		.catch(() => undefined);
	const late = new Promise<string>((done) => {
		timer = setTimeout(() => done(`it did not listen within ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
		signal.addEventListener('abort', () => done('the run was stopped'), { once: true });
	});
	const first = await Promise.race([ready, late, process.exit.then((code) => `it ended with ${code}`)]);
	clearTimeout(timer);
	unsubscribe();
	if (typeof first !== 'string') return { url: first.url, port: first.port, stop: () => process.kill() };
	process.kill();
	signal.throwIfAborted();
	const end = stripAnsi(log).trim().slice(-1_500);
	throw new AppError('START_FAILED', `The app cannot be looked at: ${first}. ${end}`, { data: { log: end } });
}
