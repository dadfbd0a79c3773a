import { stripAnsi, type Container } from '../../container/container';
import { startServer } from '../../container/start-server';
import { AppError } from '../../domain/app-error';
import { startPlan, type StartPlan } from '../../project/start-plan';

/** How much of a program's last words is kept, in UTF-16 code units. */
const LOG_LIMIT = 8000;

export interface RestartOptions {
	/** The engine; booted when asked for the first time. */
	boot(): Promise<Container>;
	/** The project's files as they are when it is called: texts, and bytes of what is no text. */
	readFiles(): Promise<ReadonlyMap<string, string | Uint8Array>>;
	/** What tools made of the packages in an earlier start, put back after the install; see `ToolCache`. */
	restoreTools(container: Container): Promise<void>;
	/** True when the engine holds the files already, from an earlier start: what was made there since is kept. */
	isRestored: boolean;
	/** Called once the engine holds the files. */
	onRestored(): void;
	/** What is going on, and the last line that a program said of it. */
	onStep(step: string, detail?: string): void;
	signal: AbortSignal;
}

/**
 * Brings a finished app back to life: its files, its packages, its dev server. Resolves once a server listens; false when the
 * project has nothing to start, its files are there nonetheless.
 * @throws AppError INSTALL_FAILED or START_FAILED, with the end of the output as `data.log`
 */
export async function restartApp({
	boot,
	readFiles,
	restoreTools,
	isRestored,
	onRestored,
	onStep,
	signal
}: RestartOptions): Promise<boolean> {
	onStep('Starting the engine');
	const container = await boot();
	const files = await readFiles();
	if (!isRestored) {
		onStep('Restoring files', `${files.size} files`);
		for (const [path, content] of files) {
			signal.throwIfAborted();
			await container.writeFile(path, content);
		}
		// What was edited meanwhile may have been written before its older text.
		for (const [path, content] of await readFiles())
			if (typeof content === 'string' && content !== files.get(path)) await container.writeFile(path, content);
		onRestored();
	}
	const plan = startPlan(files);
	if (!plan) return false;
	if (files.has('package.json')) {
		// A project without a lock file of npm's gets none: it may be of another package manager.
		await install(container, files.has('package-lock.json') ? ['ci'] : ['install', '--no-package-lock'], { onStep, signal });
		await restoreTools(container);
	}
	onStep(plan.step);
	// The server goes on talking once it is up.
	let isOver = false;
	const onText = linesTo((line) => isOver || onStep(plan.step, line));
	const start = await startServer(container, plan, { signal, onText }).finally(() => (isOver = true));
	if (start.server) {
		signal.addEventListener('abort', start.server.stop, { once: true });
		return true;
	}
	throw new AppError('START_FAILED', `The app ${start.why} before it listened.`, {
		data: { log: start.log().slice(-LOG_LIMIT) }
	});
}

/** @throws AppError INSTALL_FAILED */
async function install(
	container: Container,
	how: readonly string[],
	{ onStep, signal }: Pick<RestartOptions, 'onStep' | 'signal'>
): Promise<void> {
	const step = 'Installing packages';
	onStep(step);
	const npm = { command: 'npm', args: [...how, '--no-audit', '--no-fund'] };
	const process = await run(container, npm, { onLine: (line) => onStep(step, line), signal });
	const code = await process.exit;
	signal.throwIfAborted();
	if (code !== 0)
		throw new AppError('INSTALL_FAILED', `npm could not install the packages; it ended with code ${code}.`, {
			data: { log: process.log() }
		});
}

async function run(
	container: Container,
	{ command, args }: Pick<StartPlan, 'command' | 'args'>,
	{ onLine, signal }: { onLine(line: string): unknown; signal: AbortSignal }
) {
	const process = await container.spawn(command, args);
	signal.addEventListener('abort', () => process.kill(), { once: true });
	let log = '';
	const tellLine = linesTo(onLine);
	const take = (text: string) => {
		log = (log + text).slice(-LOG_LIMIT);
		tellLine(text);
	};
	// The stream breaks when the process is killed; its exit says so.
	void process.output.pipeTo(new WritableStream({ write: take })).catch(() => undefined);
	return { exit: process.exit, log: () => stripAnsi(log).trim() };
}

/** Tells the last line of each text that has one. */
const linesTo = (onLine: (line: string) => unknown) => (text: string) => {
	const line = stripAnsi(text)
		.split(/[\r\n]+/)
		.findLast((line) => line.trim());
	if (line) onLine(line.trim());
};
