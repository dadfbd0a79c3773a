import { Serial } from '../../async/serial';
import { runToEnd, stripAnsi, type Container } from '../../container/container';
import type { Account, PreviewPage, PreviewProbe, PreviewVisit } from '../../container/preview-probe';
import { AppError } from '../../domain/app-error';
import { ruleOf, wordsOf, type CommandRule } from '../../domain/command-policy';
import type { CheckReport } from '../../domain/check';
import type { LookedAt } from '../../bus/contracts/agent-host';
import type { PlannedTask } from '../../domain/task';
import { isTest } from '../../frames/rules';
import { exampleAccounts, nameOf } from '../gates/example-accounts';
import { TSC } from '../gates/types-gate';

/** What agents do in the engine while they work: check, look and run. One at a time, since a tab has two cores to spare at best. */

export interface WorkbenchParts {
	/** The engine with the project's files and packages; waits until they are there. Absent where there is no engine. */
	container: (() => Promise<Container>) | undefined;
	/** What a check of the project's own says; undefined, also at once, where apps are checked as those that were built here. */
	look?(gate: 'types' | 'tests'): Promise<CheckReport | undefined> | undefined;
	/** The running app, started when it is not. @throws AppError START_FAILED */
	server(container: Container): Promise<{ url: string }>;
	probe: PreviewProbe;
	files: { list(under?: string): string[] };
	/** What commands that no list names may do. */
	commandRule: CommandRule;
	signal: AbortSignal;
}

const CHECK_TIMEOUT_MS = 240_000;
const RUN_TIMEOUT_MS = 120_000;
/** The end of an output is where the news is. */
const MAX_OUTPUT = 5_000;
const MAX_TYPE_ERRORS = 20;

export interface Look {
	text: string;
	/** A JPEG's data URL. */
	picture?: string;
}

export class Workbench {
	readonly #queue = new Serial();
	/** As the sign-in page named them; forgotten when one of them was refused. */
	#accounts: Account[] = [];

	constructor(private readonly parts: WorkbenchParts) {}

	/**
	 * Types of the whole project, those of the task's feature first, and the tests of that feature; as text.
	 * @param places beginnings of the paths that the feature's files have; all of the app where the task is of no feature
	 */
	check(task: PlannedTask, only: 'types' | 'tests' | undefined, places: readonly string[]): Promise<string> {
		return this.#queue.run(async () => {
			const container = await this.#container();
			const results: string[] = [];
			const own = async (gate: 'types' | 'tests') => textOf(await this.parts.look?.(gate));
			if (only !== 'tests') results.push((await own('types')) ?? (await this.#types(container, task.feature ? places : [])));
			if (only !== 'types') results.push((await own('tests')) ?? (await this.#tests(container, places)));
			return results.join('\n\n');
		});
	}

	/** A page as a person has it, with or without seeing it, and what went wrong in it. @throws AppError NO_ENGINE, START_FAILED, NO_ACCOUNT */
	look(at: LookedAt): Promise<Look> {
		return this.#queue.run(async () => {
			const container = await this.#container();
			const { url } = await this.parts.server(container);
			const account = at.as ? await this.#account(url, at.as) : undefined;
			const visit: PreviewVisit = {
				...{ widthPx: at.widthPx, tree: true, ...(at.isSeen ? { picture: true } : {}) },
				// Whoever looks next may be a visitor.
				...(account ? { signInAs: account, signOut: true } : {})
			};
			const page = await this.parts.probe.open(url, at.path, this.parts.signal, visit);
			if (account && page.failures?.length) this.#accounts = [];
			return { text: this.#seen(at, page), ...(page.picture ? { picture: page.picture } : {}) };
		});
	}

	#seen({ path, widthPx, as, isSeen }: LookedAt, page: PreviewPage): string {
		const wrong = [...(page.failures ?? []), ...page.consoleErrors];
		const problem = page.pictureProblem ?? 'there is no browser here.';
		return [
			`${path} at ${widthPx} px${as ? ` as ${as}` : ''}: status ${page.status}, title '${page.title}'${page.isSettled === false ? ', still loading' : ''}`,
			...(page.overflowPx ? [`The page is ${page.overflowPx} px wider than the window: it scrolls sideways.`] : []),
			wrong.length ? `Errors:\n${wrong.map((error) => `- ${error}`).join('\n')}` : 'No errors in the console.',
			...(page.mocked?.length ? [`Not served yet, answered with made-up examples: ${page.mocked.join(', ')}.`] : []),
			...(isSeen && !page.picture ? [`No picture: ${problem}`] : []),
			...(page.picture && page.pictureProblem ? [`About the picture: ${page.pictureProblem}`] : []),
			page.tree ? `Accessibility tree:\n${page.tree}` : `Text:\n${page.text.slice(0, MAX_OUTPUT)}`
		].join('\n');
	}

	/** The example account of a role, or of an address, as the app's own sign-in page names it. @throws AppError NO_ACCOUNT */
	async #account(url: string, as: string): Promise<Account> {
		if (this.#accounts.length === 0) {
			const { text } = await this.parts.probe.open(url, '/', this.parts.signal, { findSignIn: true });
			this.#accounts = exampleAccounts(text);
		}
		const found = this.#accounts.find((account) => account.email === as || nameOf(account) === as);
		if (found) return found;
		const names = this.#accounts.map(nameOf).join(', ') || 'none';
		throw new AppError('NO_ACCOUNT', `The sign-in page names no example account '${as}'. It names: ${names}.`, { data: { as } });
	}

	/** Runs a command of the policy's. @param consent asks the person @throws AppError COMMAND_DENIED, NO_ENGINE */
	async run(command: string, consent: (command: string) => Promise<boolean>): Promise<string> {
		const words = wordsOf(command);
		const deny = (why: string) => new AppError('COMMAND_DENIED', `'${command}' was not run: ${why}`, { data: { command } });
		if (!words)
			throw deny('there is no shell here. Give a program and its arguments, without pipes, redirections and substitutions.');
		const rule = ruleOf(words, this.parts.commandRule);
		if (rule === 'deny') throw deny('agents may not run this. Use the tools for files, `check` for types and tests.');
		if (rule === 'ask' && !(await consent(command))) throw deny('the person did not agree. Go on without it.');
		return this.#queue.run(async () => {
			const container = await this.#container();
			const [program, ...args] = words;
			const { exitCode, output, isTimedOut } = await runToEnd(container, program, args, {
				signal: this.parts.signal,
				timeoutMs: RUN_TIMEOUT_MS
			});
			const end = isTimedOut ? `Ended after ${RUN_TIMEOUT_MS / 1000} s.` : `Exit code ${exitCode}.`;
			return `${end}\n${endOf(stripAnsi(output)) || '(no output)'}`;
		});
	}

	async #container(): Promise<Container> {
		const { container, signal } = this.parts;
		if (!container) throw new AppError('NO_ENGINE', 'There is no engine here to run anything in. Go on without it.');
		signal.throwIfAborted();
		return container();
	}

	async #types(container: Container, places: readonly string[]): Promise<string> {
		const { exitCode, output } = await runToEnd(container, 'node', TSC, {
			signal: this.parts.signal,
			timeoutMs: CHECK_TIMEOUT_MS
		});
		if (exitCode === 0) return 'Types: sound.';
		const errors = output
			.trimEnd()
			.split(/\n(?=\S)/)
			.filter((error) => error.includes('error TS'));
		const isMine = (error: string) => places.some((place) => error.startsWith(place));
		const mine = errors.filter(isMine);
		const others = errors.filter((error) => !isMine(error));
		if (!errors.length) return `Types: tsc ended with ${exitCode}.\n${endOf(output)}`;
		return [
			`Types: ${mine.length} errors in this feature, ${others.length} elsewhere (others may still be writing).`,
			...mine.slice(0, MAX_TYPE_ERRORS),
			...others.slice(0, Math.max(0, MAX_TYPE_ERRORS - mine.length))
		].join('\n');
	}

	async #tests(container: Container, places: readonly string[]): Promise<string> {
		const isOwn = (path: string) => isTest(path) && places.some((place) => path.startsWith(place));
		const has = this.parts.files.list('src').some(isOwn);
		if (!has) return 'Tests: this feature has none yet.';
		const { exitCode, output, isTimedOut } = await runToEnd(
			container,
			'node',
			['node_modules/vitest/vitest.mjs', 'run', ...places, '--reporter=default'],
			{ signal: this.parts.signal, timeoutMs: CHECK_TIMEOUT_MS, env: { CI: '1' } }
		);
		if (isTimedOut) return `Tests: did not end within ${CHECK_TIMEOUT_MS / 1000} s.\n${endOf(output)}`;
		const failed = output.indexOf('Failed ');
		// What vitest prints below that line: each failure with its difference, then the sums.
		const shown = exitCode === 0 || failed < 0 ? output : output.slice(output.lastIndexOf('\n', failed) + 1);
		return `Tests: ${exitCode === 0 ? 'all pass' : 'some fail'}.\n${exitCode === 0 ? endOf(shown, 400) : both(shown)}`;
	}
}

/** A report of a project's own check, for an agent. */
function textOf(report: CheckReport | undefined): string | undefined {
	if (!report) return undefined;
	const failures = report.failures.map(
		({ file, lineNumber, message }) => `${file ? `${file}:${lineNumber ?? 1} ` : ''}${message}`
	);
	return endOf([`${report.gate}: ${report.summary}`, ...failures].join('\n'));
}

function endOf(text: string, chars = MAX_OUTPUT): string {
	const plain = text.trim();
	return plain.length > chars ? `...\n${plain.slice(-chars)}` : plain;
}
/** The first failures and the sums at the end. */
function both(text: string): string {
	const plain = text.trim();
	return plain.length > MAX_OUTPUT ? `${plain.slice(0, MAX_OUTPUT - 400)}\n...\n${plain.slice(-400)}` : plain;
}
