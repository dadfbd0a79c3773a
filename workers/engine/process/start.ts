import type { FdSpec, StartMessage } from '../protocol';
import type { ProcessRuntime } from './process-runtime';
import type { OpenDescriptor } from './runtime';

/** Short forms of options that take effect before the program runs. */
const SHORT_OPTIONS: Record<string, string> = {
	'-r': '--require',
	'-C': '--conditions',
	'-c': '--check',
	'-e': '--eval',
	'-p': '--print',
	'-pe': '--print',
	'-i': '--interactive',
	'-v': '--version',
	'-h': '--help'
};

/** Turns a booted spare into a program: descriptors, environment, options, then Node's own main script. */
export function startProgram(runtime: ProcessRuntime, message: StartMessage, ports: readonly MessagePort[]): void {
	runtime.isStarted = true;
	const { process } = runtime;
	Object.assign(runtime.env, message.env);
	runtime.parentPid = message.parentPid;
	if (message.processPid) runtime.pid = message.processPid;
	runtime.threadId = message.threadId ?? 0;
	openDescriptors(runtime, message.fds);
	// Threads may not call process.chdir themselves.
	(runtime.internalBinding('process_methods') as { chdir: (path: string) => void }).chdir(message.cwd);

	const { options, rest } = splitArguments([...nodeOptions(message.env), ...message.execArgv], message.argv.slice(1));
	runtime.execArgv = options.filter((option) => !nodeOptions(message.env).includes(option));
	const isEval = applyOptions(runtime, options);
	runtime.argv = [message.argv[0] ?? '/usr/local/bin/node', ...rest];
	process.argv = runtime.argv.slice();

	runtime.loop.hasTurned = false;
	runtime.loop.makeCallback(() => {
		if (runtime.isThread) {
			runtime.hooks.threadPort = ports[0];
			const worker = runtime.internalBinding('worker');
			worker.threadId = runtime.threadId;
			runtime.runMain('internal/main/worker_thread');
		} else runtime.runMain(mainScript(runtime, isEval, rest));
	});
	runtime.loop.hop();
}

/** The script that the native binary picks in `StartExecution`. */
function mainScript(runtime: ProcessRuntime, isEval: boolean, rest: string[]): string {
	const options = runtime.cliOptions;
	if (options['--version'] === true) {
		runtime.writeDescriptor(1, new TextEncoder().encode(`${runtime.process.version}\n`));
		return runtime.exit(0);
	}
	if (options['--help'] === true) return 'internal/main/print_help';
	const isWatching = options['--watch'] === true || (options['--watch-path'] as string[] | undefined)?.length;
	if (isWatching && options['--test'] !== true) return 'internal/main/watch_mode';
	if (options['--test'] === true) return 'internal/main/test_runner';
	if (isEval) return 'internal/main/eval_string';
	if (options['--check'] === true)
		return rest.length && rest[0] !== '-' ? 'internal/main/check_syntax' : 'internal/main/check_syntax';
	if (rest.length > 0 && rest[0] !== '-') return 'internal/main/run_main_module';
	const isTerminal = runtime.fds.get(0)?.kind === 'tty';
	return isTerminal || options['--interactive'] === true ? 'internal/main/repl' : 'internal/main/eval_stdin';
}

/** Options may stand in `execArgv` or before the script in `argv`; both are Node's. */
function splitArguments(options: string[], argv: string[]): { options: string[]; rest: string[] } {
	const rest = argv.slice();
	const found = options.slice();
	while (rest[0]?.startsWith('-') && rest[0] !== '-') {
		const option = rest.shift() as string;
		if (option === '--') break;
		found.push(option);
		const name = SHORT_OPTIONS[option] ?? option;
		const takesValue = VALUE_OPTIONS.has(name) && !option.includes('=');
		if (takesValue && rest.length) found.push(rest.shift() as string);
	}
	return { options: found, rest };
}

/** Options followed by their value as an argument of its own. */
const VALUE_OPTIONS = new Set([
	'--eval',
	'--print',
	'--require',
	'--import',
	'--conditions',
	'--input-type',
	'--loader',
	'--experimental-loader',
	'--env-file',
	'--title',
	'--watch-path',
	'--test-reporter',
	'--test-reporter-destination',
	'--test-name-pattern'
]);

/** @returns whether the program comes from the command line (`-e`, `-p`) */
function applyOptions(runtime: ProcessRuntime, list: string[]): boolean {
	const options = runtime.cliOptions;
	let isEval = false;
	for (let index = 0; index < list.length; index++) {
		const [given = '', inline] = splitOnce(list[index] as string);
		const name = SHORT_OPTIONS[given] ?? given;
		if (name === '--eval' || name === '--print') {
			options['--eval'] = inline ?? list[++index] ?? '';
			if (name === '--print') options['--print'] = true;
			isEval = true;
			continue;
		}
		const positive = name.startsWith('--no-') ? `--${name.slice(5)}` : null;
		if (positive && positive in options) options[positive] = false;
		else if (Array.isArray(options[name])) options[name] = [...(options[name] as unknown[]), inline ?? list[++index]];
		else if (typeof options[name] === 'string' || VALUE_OPTIONS.has(name)) options[name] = inline ?? list[++index];
		else if (typeof options[name] === 'number') options[name] = Number(inline);
		else options[name] = true;
	}
	return isEval;
}

function splitOnce(option: string): [string, string | undefined] {
	const index = option.startsWith('--') ? option.indexOf('=') : -1;
	return index < 0 ? [option, undefined] : [option.slice(0, index), option.slice(index + 1)];
}

function nodeOptions(env: Record<string, string>): string[] {
	return (env.NODE_OPTIONS ?? '').split(/\s+/).filter(Boolean);
}

/** Descriptors that were one in the parent share their position here. */
function openDescriptors(runtime: ProcessRuntime, specs: FdSpec[]): void {
	const shared = new Map<number, OpenDescriptor>();
	for (const spec of specs) {
		if (spec.kind !== 'file') {
			runtime.fds.set(spec.fd, { ...spec });
			continue;
		}
		const { sharedWithParentFd, ...file } = spec;
		const known = shared.get(sharedWithParentFd);
		if (known) known.isShared = true;
		const open: OpenDescriptor = known ?? { ...file, slotIndex: spec.fd };
		shared.set(sharedWithParentFd, open);
		runtime.fds.set(spec.fd, open);
	}
}
