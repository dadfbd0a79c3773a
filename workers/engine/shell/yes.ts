import { setImmediate } from 'node:timers/promises';
import type { OwnTool } from './own-tool';
import { write } from './tool-output';

const BLOCK_BYTES = 8192;

/** `yes [WORD...]`: the same line until nobody reads it. */
export const yes: OwnTool = async (args, { stdout, signal }) => {
	const line = Buffer.from(`${args.length > 0 ? args.join(' ') : 'y'}\n`);
	const block = Buffer.concat(Array.from({ length: Math.max(1, Math.floor(BLOCK_BYTES / line.length)) }, () => line));
	while (!signal.aborted) {
		await write(stdout, block);
		// A reader that takes all at once must not keep signals from being heard.
		await setImmediate();
	}
	return 0;
};
