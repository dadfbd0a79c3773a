import type { TransformKind } from '../protocol';

/** Kernel to transforms worker. */
export type TransformsRequest =
	/** The worker holds the Web Lock of that name for as long as it lives. */
	| { type: 'init'; heap: SharedArrayBuffer; pid: number; slot: number; lock: string }
	/** Packages have been installed in that folder: those modules that are stored may be wanted soon. Not answered. */
	| { type: 'installed'; folder: string }
	| TransformAsk;

/** One module to transform: the file it lies in (absolute), and SHA-256 of its content in hex. */
export interface TransformAsk {
	type: 'transform';
	id: number;
	kind: TransformKind;
	path: string;
	key: string;
}

/** True: the module lies at `transformFile(kind, key)`. False: whoever asked has to make it. */
export interface TransformAnswer {
	id: number;
	isMade: boolean;
}
