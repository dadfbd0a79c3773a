import { EDITED_MARK, rewriteAwaits } from '../modules/await-rewriter';

/** A program of the engine with its awaits edited, and marked so: no process does it again. */
export function withEditedAwaits(program: string): string {
	return `${EDITED_MARK}${rewriteAwaits(program)}`;
}
