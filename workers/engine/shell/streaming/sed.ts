import { parseOptions } from './options';
import { piecewise } from './piecewise';
import type { StreamingToolOf } from './streaming-tool';
import { linesOf } from './text';

/** One command that looks at nothing but its line: s, y, p or d, for all lines or those that match an expression. */
const COMMAND =
	/^[\s;]*(?:\/(?:\\.|[^/\\\n])+\/I?\s*!?\s*)?(?:[dp]|s([^\w\s\\])(?:\\.|(?!\1)[^\\])+\1(?:\\[^]|(?!\1)[^\\])*\1[gpiI\d]*|y([^\w\s\\])(?:\\.|(?!\2)[^\\])+\2(?:\\.|(?!\2)[^\\])+\2)[ \t]*(?=[;\n]|$)/;

/** `sed` with such commands only; line numbers, ranges, the hold space and the rest need the library to see all lines at once. */
export const sed: StreamingToolOf = (args) => {
	const options = parseOptions(args, {
		flags: 'nEru',
		values: 'e',
		long: { quiet: 'n', silent: 'n', 'regexp-extended': 'E', expression: 'e', unbuffered: 'u' }
	});
	if (!options) return null;
	const scripts = options.values.get('e') ?? options.operands.slice(0, 1);
	if (scripts.length === 0 || !scripts.every(isLocal)) return null;
	const flags = [...options.flags].filter((flag) => flag !== 'u').map((flag) => `-${flag}`);
	return piecewise([...flags, ...scripts.flatMap((script) => ['-e', script])], linesOf);
};

function isLocal(script: string): boolean {
	let rest = script.trimEnd();
	do {
		const command = COMMAND.exec(rest)?.[0];
		if (command === undefined) return false;
		rest = rest.slice(command.length);
	} while (/[^\s;]/.test(rest));
	return true;
}
