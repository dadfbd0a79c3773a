import { stripAnsi, type Container } from '../../container/container';
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
	let isOver = false;
	let settle = () => {};
	const ready = new Promise<'ready'>((done) => (settle = () => done('ready')));
	const unsubscribe = container.onServerReady(settle);
	try {
		// The server goes on talking once it is up.
		const onLine = (line: string) => isOver || onStep(plan.step, line);
		const app = await run(container, plan, { onLine, signal });
		const first = await Promise.race([ready, app.exit]);
		signal.throwIfAborted();
		if (first === 'ready') return true;
		throw new AppError('START_FAILED', `The app ended with code ${first} before it listened.`, { data: { log: app.log() } });
	} finally {
		isOver = true;
		unsubscribe();
	}
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
	const take = (text: string) => {
		log = (log + text).slice(-LOG_LIMIT);
		const line = stripAnsi(text)
			.split(/[\r\n]+/)
			.findLast((one) => one.trim());
		if (line) onLine(line.trim());
	};
	// The stream breaks when the process is killed; its exit says so.
	void process.output.pipeTo(new WritableStream({ write: take })).catch(() => undefined);
	return { exit: process.exit, log: () => stripAnsi(log).trim() };
}
