import { constants } from 'node:os';
import { ShellFault } from '../interpreter/leave';
import { quoted } from '../interpreter/quoted';
import { write } from '../tool-output';
import type { Builtin } from './builtin';

/** Commands that run other commands. */

const FAILED = 125;
const TIMED_OUT = 124;
const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86400 };

/** `env [-i] [-u NAME] [-C FOLDER] [NAME=VALUE]... [COMMAND ...]`: without a command prints the environment. */
export const env: Builtin = (shell, args, { io, runNamed }) => {
	const words = [...args];
	const { variables } = shell;
	return variables.scoped(async () => {
		const hide = (name: string) => {
			variables.makeLocal(name);
			variables.unset(name);
		};
		for (; /^-|=/.test(words[0] ?? ''); words.shift()) {
			const word = words[0] ?? '';
			const [name = '', ...value] = word.split('=');
			if (word === '-i' || word === '-' || word === '--ignore-environment')
				for (const known of Object.keys(variables.environment())) hide(known);
			else if (word === '-u' || word === '--unset') hide(words.splice(1, 1)[0] ?? '');
			else if (/^-u.|^--unset=/.test(word)) hide(word.replace(/^-u|^--unset=/, ''));
			else if (word === '--') continue;
			else if (word === '-S' || word.startsWith('-')) {
				if (word !== '-S') throw new ShellFault(`unrecognized option '${word}'`, FAILED);
				words.splice(1, 1, ...(words[1] ?? '').split(/\s+/));
			} else {
				variables.makeLocal(name);
				variables.declare(name, { isExported: true });
				variables.set(name, value.join('='));
			}
		}
		if (words.length > 0) return runNamed(words);
		await write(io.stdout, Object.entries(variables.environment()).map(([name, value]) => `${name}=${value}\n`).join('')); // prettier-ignore
		return 0;
	});
};

/** `timeout [-s SIGNAL] [-k SECONDS] SECONDS COMMAND ...`: 124 when it had to be ended. */
export const timeout: Builtin = async (_shell, args, { start }) => {
	const words = [...args];
	let signal = 'TERM';
	let killAfter: string | undefined;
	for (; /^-./.test(words[0] ?? ''); words.shift()) {
		const word = words[0] ?? '';
		if (word === '-s' || word === '-k') {
			const value = words.splice(1, 1)[0] ?? '';
			if (word === '-s') signal = value;
			else killAfter = value;
		} else if (word.startsWith('--signal=')) signal = word.slice('--signal='.length);
		else if (word.startsWith('--kill-after=')) killAfter = word.slice('--kill-after='.length);
	}
	const [duration = '', ...command] = words;
	if (command.length === 0) throw new ShellFault('missing operand', FAILED);
	const number = /^\d+$/.test(signal)
		? Number(signal)
		: constants.signals[signal.toUpperCase().replace(/^(?!SIG)/, 'SIG') as NodeJS.Signals];
	if (number === undefined) throw new ShellFault(`${signal}: invalid signal`, FAILED);
	const { child, ended } = start(command);
	let isLate = false;
	const timers = [
		after(duration, () => {
			isLate = true;
			child.kill(number);
			if (killAfter !== undefined) timers.push(after(killAfter, () => child.kill('SIGKILL')));
		})
	];
	try {
		const exitCode = await ended;
		return isLate ? (number === constants.signals.SIGKILL ? exitCode : TIMED_OUT) : exitCode;
	} finally {
		for (const timer of timers) clearTimeout(timer);
	}
};

/** No timer for 0. @throws ShellFault */
function after(duration: string, act: () => void): NodeJS.Timeout | undefined {
	const [, number, unit = ''] = /^(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(duration) ?? [];
	if (number === undefined) throw new ShellFault(`invalid time interval '${duration}'`, FAILED);
	const ms = Number(number) * (UNITS[unit] ?? 1) * 1000;
	return ms === 0 ? undefined : setTimeout(act, ms);
}

/** `nohup`, `nice`, `setsid` and `stdbuf`: their options mean nothing here, the command runs. */
export const runAsIs: Builtin = (_shell, args, { runNamed }) => {
	const words = [...args];
	while (/^-/.test(words[0] ?? '')) if (/^-[nioe]$/.test(words.shift() ?? '')) words.shift();
	if (words.length === 0) throw new ShellFault('missing operand', FAILED);
	return runNamed(words);
};

const MAX_LINE = 128 * 1024;

interface BatchOptions {
	separator: string | null;
	perCommand: number;
	replaced: string | undefined;
	isQuietWithoutInput: boolean;
	isTraced: boolean;
	atOnce: number;
	command: string[];
}

/** `xargs [-0rt] [-d DELIM] [-n COUNT] [-L COUNT] [-I TEXT] [-P COUNT] [COMMAND ...]`: 123 when one of the commands failed. */
export const xargs: Builtin = async (_shell, args, context) => {
	const { io, runNamed } = context;
	const options = parse(args);
	const chunks: Buffer[] = [];
	for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk as Buffer));
	const items = itemsOf(Buffer.concat(chunks).toString(), options);
	const batches =
		options.replaced === undefined
			? batchesOf(items, options)
			: items.map((item) => options.command.map((word) => word.replaceAll(options.replaced ?? '', item)));
	let exitCode = 0;
	const next = async (): Promise<void> => {
		for (let words = batches.shift(); words && exitCode < FAILED - 1; words = batches.shift()) {
			if (options.isTraced) await write(io.stderr, `${words.map(quoted).join(' ')}\n`);
			const code = await runNamed(words);
			if (code === 255) exitCode = FAILED - 1;
			else if (code > FAILED) exitCode = code;
			else if (code !== 0) exitCode ||= FAILED - 2;
		}
	};
	await Promise.all(Array.from({ length: options.atOnce }, next));
	return exitCode;
};

function parse(args: string[]): BatchOptions {
	const words = [...args];
	const options: BatchOptions = {
		separator: null,
		perCommand: Infinity,
		replaced: undefined,
		isQuietWithoutInput: false,
		isTraced: false,
		atOnce: 1,
		command: []
	};
	for (; /^-./.test(words[0] ?? ''); words.shift()) {
		const word = words[0] ?? '';
		if (word === '--') {
			words.shift();
			break;
		}
		const [long, longValue] = word.split('=');
		const letter =
			{ '--null': '0', '--no-run-if-empty': 'r', '--max-args': 'n', '--max-procs': 'P', '--delimiter': 'd', '--verbose': 't' }[
				long ?? ''
			] ?? word.charAt(1);
		const value = () => longValue ?? (word.startsWith('--') || word.length === 2 ? (words.splice(1, 1)[0] ?? '') : word.slice(2));
		if (letter === '0') options.separator = '\0';
		else if (letter === 'r') options.isQuietWithoutInput = true;
		else if (letter === 't') options.isTraced = true;
		else if (letter === 'd') options.separator = value().replace('\\n', '\n').replace('\\0', '\0').replace('\\t', '\t');
		else if (letter === 'n' || letter === 'L') options.perCommand = Number(value());
		else if (letter === 'P') options.atOnce = Number(value()) || 8;
		else if (letter === 'I') options.replaced = value();
		else if ('sE'.includes(letter)) value();
		else if (letter !== 'x') throw new ShellFault(`invalid option -- '${letter}'`, 1);
	}
	return { ...options, command: words.length > 0 ? words : ['echo'] };
}

function itemsOf(text: string, { separator, replaced }: BatchOptions): string[] {
	if (separator !== null) return text.split(separator).filter((item, index, all) => item !== '' || index < all.length - 1);
	if (replaced !== undefined) return text.split('\n').map((line) => line.trim()).filter(Boolean); // prettier-ignore
	return [...text.matchAll(/(?:"[^"\n]*"|'[^'\n]*'|\\[^]|[^\s"'\\])+/g)].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'|\\([^])/g, (_, double?: string, single?: string, escaped?: string) => double ?? single ?? escaped ?? '')); // prettier-ignore
}

function batchesOf(items: string[], { perCommand, command, isQuietWithoutInput }: BatchOptions): string[][] {
	if (items.length === 0) return isQuietWithoutInput ? [] : [command];
	const batches: string[][] = [];
	let size = Infinity;
	for (const item of items) {
		const last = batches.at(-1);
		if (last && last.length - command.length < perCommand && size + item.length < MAX_LINE) {
			last.push(item);
			size += item.length + 1;
		} else {
			batches.push([...command, item]);
			size = item.length;
		}
	}
	return batches;
}
