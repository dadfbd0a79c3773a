import { createReadStream, createWriteStream, unlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { OwnTool, ToolContext } from './own-tool';
import { bytesOf, toolInput } from './tool-input';
import { write } from './tool-output';

const SUFFIX = '.gz';

/** `gzip [-cdkf1-9] [FILE...]`, `gunzip`, `zcat`: standard input to standard output without files. */
const compress =
	(name: string, preset: string): OwnTool =>
	async (args, context) => {
		const letters = preset + args.filter((arg) => /^-[a-z\d]+$/.test(arg)).join('') + longLetters(args);
		const files = args.filter((arg) => !arg.startsWith('-') || arg === '-');
		const isBack = letters.includes('d');
		const level = Number(/\d/.exec(letters)?.[0] ?? 6);
		const through = () => (isBack ? createGunzip() : createGzip({ level }));
		if (files.length === 0 || files[0] === '-')
			return print(toolInput(context.stdin, context.signal), through(), { name, context });
		let exitCode = 0;
		for (const file of files) {
			const path = resolve(context.cwd, file);
			if (letters.includes('c'))
				exitCode ||= await print(createReadStream(path), through(), { name: `${name}: ${file}`, context });
			else if (isBack !== path.endsWith(SUFFIX))
				exitCode = await complain(context, `${name}: ${file}: ${isBack ? 'unknown suffix -- ignored' : 'already has .gz suffix -- unchanged'}`); // prettier-ignore
			else {
				await pipeline(
					createReadStream(path),
					through(),
					createWriteStream(isBack ? path.slice(0, -SUFFIX.length) : path + SUFFIX)
				);
				if (!letters.includes('k')) unlinkSync(path);
			}
		}
		return exitCode;
	};

const longLetters = (args: string[]): string => args.map((arg) => ({ '--stdout': 'c', '--to-stdout': 'c', '--decompress': 'd', '--keep': 'k', '--best': '9', '--fast': '1' })[arg] ?? '').join(''); // prettier-ignore

async function print(
	input: Readable,
	through: NodeJS.ReadWriteStream,
	{ name, context }: { name: string; context: ToolContext }
): Promise<number> {
	const output = new PassThrough();
	const done = pipeline(bytesOf(input), through, output);
	done.catch(() => {});
	try {
		for await (const chunk of output) await write(context.stdout, chunk as Buffer);
		await done;
		return 0;
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT') return complain(context, `${name}: No such file or directory`);
		if (!code?.startsWith('Z_')) throw error;
		return complain(
			context,
			`${name}: ${code === 'Z_BUF_ERROR' ? 'unexpected end of file' : message.includes('header') ? 'not in gzip format' : message}`
		);
	}
}

async function complain({ stderr }: ToolContext, message: string): Promise<number> {
	await write(stderr, `${message}\n`);
	return 1;
}

export const gzip = compress('gzip', '');
export const gunzip = compress('gunzip', 'd');
export const zcat = compress('zcat', 'dc');
