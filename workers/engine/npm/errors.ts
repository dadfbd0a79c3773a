/** Failures of an install, with npm's own codes, so that logs and tools recognise them. */
export type NpmErrorCode =
	| 'E404'
	| 'ETARGET'
	| 'EINTEGRITY'
	| 'ERESOLVE'
	| 'EBADPLATFORM'
	| 'EUSAGE'
	| 'EJSONPARSE'
	| 'ENOENT'
	| 'EUNSUPPORTEDSPEC'
	| 'EREGISTRY'
	| 'TAR_BAD_ARCHIVE';

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

/** The code of anything thrown, ours or Arborist's; undefined where there is none. */
export function codeOf(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
	return typeof error.code === 'string' ? error.code : undefined;
}

/** The lines that npm would print on stderr for `error`. */
export function describeError(error: unknown): string {
	const code = codeOf(error) ?? 'EUNKNOWN';
	const message = error instanceof Error ? error.message : String(error);
	return [`code ${code}`, ...message.split('\n')].map((line) => `npm error ${line}`.trimEnd() + '\n').join('');
}
