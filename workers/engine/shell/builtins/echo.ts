import { write } from '../tool-output';
import type { Builtin } from './builtin';
import { unescapeBytes } from './escapes';

/** `echo [-neE] word...` */
export const echo: Builtin = async (_shell, args, { io }) => {
	let isNewline = true;
	let isEscaped = false;
	let first = 0;
	for (; /^-[neE]+$/.test(args[first] ?? ''); first++) {
		for (const letter of (args[first] ?? '').slice(1)) {
			if (letter === 'n') isNewline = false;
			else isEscaped = letter === 'e';
		}
	}
	const text = args.slice(first).join(' ');
	const end = isNewline ? '\n' : '';
	if (!isEscaped) await write(io.stdout, text + end);
	else {
		const { bytes, hasEnded } = unescapeBytes(text, 'with zero');
		await write(io.stdout, Buffer.concat([bytes, Buffer.from(hasEnded ? '' : end)]));
	}
	return 0;
};
