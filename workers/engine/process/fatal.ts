import { EXIT, type Runtime } from './runtime';

/** Exit codes of Node (doc/api/process.md, "Exit codes"). */
const UNCAUGHT = 1;
const FATAL_HANDLER_THREW = 7;

/** Frames of the machinery around the program's code. */
const HOST_FRAME = /^ +at (?:eval|Generator\.next|AsyncGenerator\.next|new Promise) \(<anonymous>\)(?: \{)?$/;
/** Marks lines to remove; the second one ends in the brace that opens the error's own properties. */
const DROPPED = '\0';
const DROPPED_BUT_OPEN = '\0{';

/** What is needed beyond what bindings see. */
type FailingRuntime = Runtime & {
	readonly scriptUrl: string;
	/** Tells the kernel, without unwinding. */
	exitQuietly(code: number): void;
};

/** What happens to an error that nobody caught: `uncaughtException` handlers, else Node's message on stderr and exit code 1. */
export class FatalReporter {
	readonly #runtime: FailingRuntime;

	constructor(runtime: FailingRuntime) {
		this.#runtime = runtime;
	}

	report(error: unknown): void {
		const runtime = this.#runtime;
		if (error === EXIT || runtime.isDead) return;
		let hasHandlerThrown = false;
		try {
			const { _fatalException: handle } = runtime.process as unknown as {
				_fatalException?: (error: unknown, isFromPromise: boolean) => boolean;
			};
			if (handle?.call(runtime.process, error, false)) return;
		} catch (thrown) {
			if (thrown === EXIT) return;
			error = thrown;
			hasHandlerThrown = true;
		}
		if (runtime.isDead) return;
		// A thread has already told its parent, which raises the error there.
		if (!runtime.isThread) this.#print(error);
		const exitCode = Number(runtime.process?.exitCode) || UNCAUGHT;
		runtime.exitQuietly(hasHandlerThrown ? FATAL_HANDLER_THREW : exitCode);
	}

	/** Prints as the native binary does: source line with a caret, stack with its properties, version. */
	#print(error: unknown): void {
		const runtime = this.#runtime;
		let text: string;
		try {
			const { inspect } = runtime.require('internal/util/inspect') as { inspect: (value: unknown) => string };
			text = isErrorLike(error) ? this.#withoutEngineFrames(inspect(error)) : `Uncaught:\n${inspect(error)}`;
		} catch {
			text = String((error as Error | undefined)?.stack ?? error);
		}
		const message = `${this.#excerpt(error)}${text}\n\nNode.js ${runtime.process?.version ?? ''}\n`;
		try {
			runtime.writeDescriptor(2, new TextEncoder().encode(message));
		} catch {
			// stderr is closed: the kernel's log is the last place to tell.
			runtime.post({ type: 'log', text: message });
		}
	}

	#withoutEngineFrames(text: string): string {
		const { origin, pathname } = new this.#runtime.host.URL(this.#runtime.scriptUrl);
		return (
			text
				.split('\n')
				.map((line) => (isEngineFrame(line, origin, pathname) ? (line.endsWith(' {') ? DROPPED_BUT_OPEN : DROPPED) : line))
				.join('\n')
				.replaceAll(`\n${DROPPED_BUT_OPEN}`, ' {')
				.replaceAll(`\n${DROPPED}`, '')
				// Code of the program is eval'd; its frames read as if it were compiled.
				.replace(/^( +at )eval \((.+)\)/gm, '$1$2')
				.replace(/^( +at Object)\.eval /gm, '$1.<anonymous> ')
		);
	}

	/** `file:line`, the line, a caret, an empty line: from the first frame of the stack that is a file of the program. */
	#excerpt(error: unknown): string {
		if (!isErrorLike(error)) return '';
		const frame = /^ +at (?:.*\()?((?:file:\/\/)?\/[^():]+):(\d+):(\d+)\)?$/m.exec(String(error.stack));
		if (!frame) return '';
		const [, place = '', lineNumber = '1', column = '1'] = frame;
		const isModule = place.startsWith('file://');
		const path = isModule ? decodeURIComponent(place.slice('file://'.length)) : place;
		const bytes = this.#runtime.fs.readFile(path);
		if (typeof bytes === 'number') return '';
		const line = new TextDecoder().decode(bytes).split('\n')[Number(lineNumber) - 1];
		if (line === undefined) return '';
		// A rejection tells where the error was made, a throw where it was thrown.
		const thrown = isModule ? -1 : line.lastIndexOf('throw ', Number(column));
		const caret = thrown >= 0 ? thrown : Math.min(Number(column) - 1, line.length);
		return `${place}:${lineNumber}\n${line}\n${line.slice(0, caret).replace(/[^\t]/g, ' ')}^\n\n`;
	}
}

function isErrorLike(value: unknown): value is Error {
	return value instanceof Error || (typeof value === 'object' && value !== null && typeof (value as Error).stack === 'string');
}

function isEngineFrame(line: string, origin: string, pathname: string): boolean {
	if (!line.startsWith('    at ')) return false;
	return HOST_FRAME.test(line) || line.includes('blob:') || (origin !== 'null' && line.includes(`${origin}${pathname}`));
}
