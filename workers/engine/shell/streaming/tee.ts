import { closeSync, openSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseOptions } from './options';
import type { StreamingToolOf } from './streaming-tool';

const REASONS: Readonly<Record<string, string>> = {
	ENOENT: 'No such file or directory',
	EISDIR: 'Is a directory',
	EACCES: 'Permission denied'
};

/** `tee [-a] FILE...`: 1 when a file could not be opened; the others are still written. */
export const tee: StreamingToolOf = (args) => {
	const options = parseOptions(args, { flags: 'ai', values: '', long: { append: 'a', 'ignore-interrupts': 'i' } });
	if (!options) return null;
	return async function* (input, { cwd, stderr }) {
		const files: number[] = [];
		let exitCode = 0;
		try {
			for (const operand of options.operands) {
				try {
					files.push(openSync(resolve(cwd, operand), options.flags.has('a') ? 'a' : 'w'));
				} catch (error) {
					const { code = '', message } = error as NodeJS.ErrnoException;
					stderr.write(`tee: ${operand}: ${REASONS[code] ?? message}\n`);
					exitCode = 1;
				}
			}
			for await (const chunk of input) {
				for (const file of files) writeFileSync(file, chunk);
				yield chunk;
			}
			return exitCode;
		} finally {
			for (const file of files) closeSync(file);
		}
	};
};
