import type { StreamingToolOf } from './streaming-tool';

/** `cat [-u] [-]`: what comes, as it comes. */
export const cat: StreamingToolOf = (args) => {
	if (args.some((arg) => arg !== '-' && arg !== '-u') || args.filter((arg) => arg === '-').length > 1) return null;
	return async function* (input) {
		yield* input;
		return 0;
	};
};
