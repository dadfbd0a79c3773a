import type { Kernel } from './kernel';

/** The boot option `forwardPreviewErrors`. */
export type ErrorForwarding = boolean | 'exceptions-only';

/** What shows the servers of a container as pages. The kernel knows no more of it: the entry hands it in. */
export interface Previews {
	/** Decides the names of the previews, before {@link start}. `project`: whose these are; empty when nobody says. */
	claim(project: string): Promise<void>;
	/** `onMessage` gets the errors of pages that `errorForwarding` asks for, in the client's own form. */
	start(kernel: Kernel, errorForwarding: ErrorForwarding, onMessage: (message: object) => void): void;
	stop(): void;
	urlOf(port: number): string;
	/** Resolves when the preview of a port can be opened. */
	open(port: number): Promise<void>;
	close(port: number): void;
	/** Runs first in every page; an empty source takes it away. */
	setScript(source: string, options: { type?: string; async?: boolean; defer?: boolean }): void;
}
