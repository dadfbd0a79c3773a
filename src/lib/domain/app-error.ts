/** An error with a stable code, plain data for the screen, and its cause. The message says what failed, the value, and what to do. */
export class AppError extends Error {
	readonly code: string;
	readonly data: Record<string, unknown>;

	constructor(code: string, message: string, options: { data?: Record<string, unknown>; cause?: unknown } = {}) {
		super(message, { cause: options.cause });
		this.name = 'AppError';
		this.code = code;
		this.data = options.data ?? {};
	}
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** The stable code of anything thrown; UNKNOWN when it has none. */
export function codeOf(error: unknown): string {
	if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code;
	return 'UNKNOWN';
}

/** Makes a switch over a union fail to compile when a member is missing. */
export function assertNever(value: never): never {
	throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
