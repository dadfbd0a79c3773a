import { frameOf } from '../../frames';
import { own } from '../../frames/own';
import type { RunState } from '../../log/state';

/** Files that a frame brought: they are tested with it, and agents build on them. A project that was made elsewhere has none. */

export function isOfFrame({ blueprint, files }: Pick<RunState, 'blueprint' | 'files'>, path: string): boolean {
	return frameOf(blueprint) !== own && files[path]?.by === 'conductor';
}
