/** Failures of an install, with npm's own codes, so that logs and tools recognise them. */
export type NpmErrorCode =
	| 'E404'
	| 'ETARGET'
	| 'EINTEGRITY'
	| 'ERESOLVE'
	| 'EBADPLATFORM'
	| 'EUSAGE'
	| 'EJSONPARSE'
	| 'EBADLOCK'
	| 'ENOENT'
	| 'EUNSUPPORTEDSPEC'
	| 'EREGISTRY'
	| 'TAR_BAD_ARCHIVE'
	| 'ETOOLARGE'
	| 'EABORTED'
	| 'EPARTIAL';

/** The message says what failed, names the value and says what to do. */
export class NpmError extends Error {
	override readonly name = 'NpmError';

	constructor(
		readonly code: NpmErrorCode,
		message: string,
		options?: ErrorOptions
	) {
		super(message, options);
	}
}

/** @throws EABORTED */
export function checkAbort(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new NpmError('EABORTED', 'The install was interrupted; nothing was changed.');
}

/** The code of anything thrown, ours or Arborist's; undefined where there is none. */
export function codeOf(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
	return typeof error.code === 'string' ? error.code : undefined;
}

/** npm repeats these words before each line of the message. */
const LINE_WORDS: Record<string, string> = { E404: '404', ETARGET: 'notarget', ERESOLVE: 'ERESOLVE' };

/** The lines that npm would print on stderr for `error`. */
export function describeError(error: unknown): string {
	const code = codeOf(error);
	const word = code !== undefined && Object.hasOwn(LINE_WORDS, code) ? `${LINE_WORDS[code]} ` : '';
	const message = error instanceof Error ? error.message : String(error);
	const advice = code === 'ETARGET' ? TARGET_ADVICE : '';
	return [...(code === undefined ? [] : [`code ${code}`]), ...(message + advice).split('\n').map((line) => word + line)]
		.map((line) => `npm error ${line}`.trimEnd() + '\n')
		.join('');
}

const TARGET_ADVICE = "\nIn most cases you or one of your dependencies are requesting a package version that doesn't exist.";
