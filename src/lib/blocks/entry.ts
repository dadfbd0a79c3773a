import type { z } from '../domain/zod';

/** What the IDE knows of a block, and an app does not need: how to choose it, what its parameters may be, what it proves. */
export interface BlockEntry<P extends object = object> {
	/** kebab-case, as its folder. */
	name: string;
	/** By which an architect chooses it. */
	line: string;
	/** Frames whose apps can have it. */
	frames: readonly ('client' | 'site')[];
	parameters: z.ZodType<P>;
	/** Names of the blocks that it imports. */
	needs: readonly string[];
	/** What it does with these parameters, in EARS form and in words of the subject; each is proven by the check of that name. */
	criteria(parameters: P): { check: string; text: string }[];
	/** Parameters of a real subject, for tests and for models to learn from. */
	example: P;
	/** Parameters of other subjects that its checks must hold for too. */
	others?: readonly P[];
}
