/** What `pipeline.ts` touches of the line interpreter's inside, which the package does not export; the build finds it. */
declare module '@yarnpkg/shell/lib/pipe' {
	import type { Writable } from 'node:stream';

	export const Pipe: { readonly STDOUT: 1; readonly STDERR: 2 };

	/** One command of a pipeline. */
	export class Handle {
		/** The pipe that it reads from; null for the first command. */
		pipe: { get(): Writable } | null;
		stderr: unknown;
		/** Starts it. @returns its exit code */
		exec(): Promise<number>;
		/** @param source sum of the streams that go into the pipe */
		pipeTo(implementation: unknown, source?: number): Handle;
	}
}
