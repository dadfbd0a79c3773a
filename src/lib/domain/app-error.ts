import { isErrorCode, type ErrorCode, type ErrorData } from './error-codes';

/** An error with a code and plain data for the screen: one of our own ({@link AppError}), or Node's or a program's, passed on with its code. */
export class CodedError extends Error {
	readonly code: string;
	readonly data: Readonly<Record<string, unknown>>;

	constructor(code: string, message: string, options: { data?: object | undefined; cause?: unknown } = {}) {
		super(message, { cause: options.cause });
		this.name = 'CodedError';
		this.code = code;
		this.data = { ...options.data };
	}
}

/** Data must be given where the code has some. */
type Options<C extends ErrorCode> =
	Partial<ErrorData<C>> extends ErrorData<C>
		? [options?: { data?: ErrorData<C>; cause?: unknown }]
		: [options: { data: ErrorData<C>; cause?: unknown }];

/** An error with one of the app's stable codes and its data. The message says what failed, the value, and what to do. */
export class AppError<C extends ErrorCode = ErrorCode> extends CodedError {
	declare readonly code: C;
	declare readonly data: Readonly<ErrorData<C> & Record<string, unknown>>;

	constructor(code: C, message: string, ...[options]: Options<C>) {
		super(code, message, options as { data?: object; cause?: unknown });
		this.name = 'AppError';
	}
}

/** The error that was thrown in another realm, from what came of it. */
export function errorFrom({ code, message, data }: { code?: string; message: string; data?: Record<string, unknown> }): Error {
	if (code === undefined) return new Error(message);
	return isErrorCode(code) ? new AppError(code, message, { data: data as never }) : new CodedError(code, message, { data });
}

/** Whether it is an error of the app with one of these codes; its data is then known. */
export function hasCode<C extends ErrorCode>(error: unknown, ...codes: C[]): error is AppError<C> {
	return error instanceof AppError && (codes as ErrorCode[]).includes(error.code);
}

/** Anything thrown as an error. */
export function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** The code of anything thrown, ours or another's; UNKNOWN when it has none. */
export function codeOf(error: unknown): ErrorCode | 'UNKNOWN' | (string & Record<never, never>) {
	if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code;
	return 'UNKNOWN';
}

/** Makes a switch over a union fail to compile when a member is missing. */
export function assertNever(value: never): never {
	throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
