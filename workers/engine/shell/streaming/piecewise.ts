import type { StreamingTool, StreamingToolOf } from './streaming-tool';
import { linesOf, textOf } from './text';

/** Runs the library's tool on each piece of text for itself: for tools to which what came before makes no difference. */
export function piecewise(args: string[], piecesOf: (input: AsyncIterable<Buffer>) => AsyncIterable<string>): StreamingTool {
	return async function* (input, { library, stderr }) {
		let hasRun = false;
		for await (const piece of piecesOf(input)) {
			const result = await library(args, piece);
			hasRun = true;
			yield result.stdout;
			stderr.write(result.stderr);
			if (result.exitCode !== 0) return result.exitCode;
		}
		if (hasRun) return 0;
		// Arguments can be wrong without any input.
		const { stdout, stderr: complaint, exitCode } = await library(args, '');
		yield stdout;
		stderr.write(complaint);
		return exitCode;
	};
}

/** A tool that treats each line for itself, whatever its options. */
export const lineByLine: StreamingToolOf = (args) => (args.includes('--help') ? null : piecewise(args, linesOf));

/** `tr`: each character for itself; -s looks at the one before, which matters between lines only if it may be a newline. */
export const tr: StreamingToolOf = (args) => {
	if (args.includes('--help')) return null;
	const isSqueezing = args.some((arg) => arg === '--squeeze-repeats' || /^-[a-zA-Z]*s/.test(arg));
	if (!isSqueezing) return piecewise(args, textOf);
	const sets = args.filter((arg) => !/^-[a-zA-Z-]/.test(arg));
	const mayMeanNewline =
		args.some((arg) => /^-[a-zA-Z]*[cC]|^--complement/.test(arg)) || sets.some((set) => /[\\\n[-]/.test(set));
	return mayMeanNewline ? null : piecewise(args, linesOf);
};
