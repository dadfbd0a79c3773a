import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, hostname, release, tmpdir, version } from 'node:os';
import { join, resolve } from 'node:path';
import { ShellFault } from '../interpreter/leave';
import { systemMessage } from '../interpreter/system-message';
import { write } from '../tool-output';
import type { Builtin } from './builtin';

const MACHINES: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' };
const TEMPLATE = 'tmp.XXXXXXXXXX';
const TRIES = 100;

/** `uname [-amnrsv]`. */
export const uname: Builtin = async (_shell, args, { io }) => {
	const machine = MACHINES[arch()] ?? arch();
	const facts: Readonly<Record<string, string>> = {
		s: 'Linux',
		n: hostname(),
		r: release(),
		v: version(),
		m: machine,
		p: machine,
		i: machine,
		o: 'GNU/Linux'
	};
	const given = args.join('').replace(/[^a-z]/g, '') || 's';
	const letters = given.includes('a') ? 'snrvmo' : [...'snrvmpio'].filter((letter) => given.includes(letter)).join('');
	await write(io.stdout, `${[...letters].map((letter) => facts[letter]).join(' ')}\n`);
	return 0;
};

/** `nproc`. */
export const nproc: Builtin = async (_shell, _args, { io }) => {
	await write(io.stdout, `${availableParallelism()}\n`);
	return 0;
};

/** `mktemp [-d] [-u] [-p FOLDER] [-t] [TEMPLATE]`. */
export const mktemp: Builtin = async (shell, args, { io }) => {
	const flags = args.filter((arg) => /^-[dqut]+$/.test(arg)).join('');
	const at = args.indexOf('-p');
	const folder = at < 0 ? undefined : args[at + 1];
	const template = args.find((arg, index) => !arg.startsWith('-') && (at < 0 || index !== at + 1));
	const pattern = template ?? TEMPLATE;
	const marks = /X{3,}(?=[^X]*$)/.exec(pattern)?.[0];
	if (!marks) throw new ShellFault(`too few X's in template '${pattern}'`);
	const base = folder ?? (template === undefined || flags.includes('t') ? (shell.variables.text('TMPDIR') ?? tmpdir()) : '');
	for (let tries = 0; tries < TRIES; tries++) {
		const name = join(base, pattern.replace(/X{3,}(?=[^X]*$)/, randomText(marks.length)));
		try {
			if (flags.includes('d')) mkdirSync(resolve(shell.cwd, name), { mode: 0o700 });
			else if (!flags.includes('u')) writeFileSync(resolve(shell.cwd, name), '', { flag: 'wx', mode: 0o600 });
			await write(io.stdout, `${name}\n`);
			return 0;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
				throw new ShellFault(`failed to create file via template '${pattern}': ${systemMessage(error)}`);
		}
	}
	throw new ShellFault(`failed to create file via template '${pattern}': File exists`);
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const randomText = (length: number): string =>
	[...process.getBuiltinModule('node:crypto').randomBytes(length)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
