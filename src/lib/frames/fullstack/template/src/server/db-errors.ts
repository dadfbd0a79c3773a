/** What the database refuses, as answers to people: one table for the whole app. */
import { AppError } from './errors';

/** An error of either driver without the parameters, details and values that drivers attach: it may be logged. */
export class DbError extends Error {
	override readonly name = 'DbError';
	constructor(
		/** The SQLSTATE, under the name that both drivers have for it. @source PostgreSQL, appendix A: error codes */
		readonly code: string,
		readonly reason: string,
		readonly table = '',
		/** The columns, or the fields that stand for them, which caused it; empty when unknown. */
		readonly columns: readonly string[] = []
	) {
		super(`PostgreSQL ${code}${table && ` in ${table}`}${reason && `: ${reason}`}`);
	}
	/** The same with other names for the columns. */
	renamed(nameOf: (column: string) => string): DbError {
		return new DbError(this.code, this.reason, this.table, this.columns.map(nameOf));
	}
}

/** Classes whose messages quote the values that were sent. */
const QUOTES_VALUES = /^(22|P0)/;
const SQL_STATE = /^[0-9A-Z]{5}$/;
const LOST = /^(CONNECT|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND)/;

type Raw = Record<
	| 'code'
	| 'message'
	| 'severity'
	| 'detail'
	| 'table'
	| 'table_name'
	| 'column'
	| 'column_name'
	| 'constraint'
	| 'constraint_name',
	string | undefined
>;

/** What was thrown, cleaned when it comes from the database. */
export function cleaned(error: unknown): unknown {
	if (!(error instanceof Error) || error instanceof DbError) return error;
	const raw = error as unknown as Raw;
	const code = raw.code ?? '';
	if (!raw.severity) return LOST.test(code) ? new DbError('08006', code) : error;
	if (!SQL_STATE.test(code)) return error;
	const table = raw.table ?? raw.table_name ?? '';
	return new DbError(code, QUOTES_VALUES.test(code) ? '' : (raw.message ?? ''), table, columnsOf(raw, table));
}

/** From the column itself, from 'Key (email, role)=(…) exists', or from the name of a check: 'ratings_stars_check'. */
function columnsOf(raw: Raw, table: string): string[] {
	const column = raw.column ?? raw.column_name;
	if (column) return [column];
	const key = /\(([\w", ]+)\)=\(/.exec(raw.detail ?? '')?.[1];
	if (key) return key.split(',').map((one) => one.trim().replace(/"/g, ''));
	const constraint = raw.constraint ?? raw.constraint_name ?? '';
	return constraint.startsWith(`${table}_`) && constraint.endsWith('_check')
		? [constraint.slice(table.length + 1, -'_check'.length)]
		: [];
}

interface Answer {
	status: 409 | 422 | 503;
	code: string;
	message: string;
	field?: string;
}
const MARKED = 'Check the marked fields';
/** By SQLSTATE, else by its class. What is missing here is a mistake of the app: 500. */
const ANSWERS: Record<string, Answer> = {
	'08': { status: 503, code: 'unavailable', message: 'The database cannot be reached. Try again in a moment.' },
	22: {
		status: 422,
		code: 'invalid',
		message: 'A value is too large, too long or not of its kind',
		field: 'This value cannot be stored'
	},
	23001: { status: 409, code: 'in_use', message: 'Other records still need this one' },
	23502: { status: 422, code: 'invalid', message: MARKED, field: 'Is required' },
	23503: { status: 422, code: 'missing_reference', message: MARKED, field: 'This record does not exist' },
	23505: { status: 409, code: 'taken', message: MARKED, field: 'This is taken already' },
	23514: { status: 422, code: 'invalid', message: MARKED, field: 'This value is not allowed' },
	'23P01': { status: 409, code: 'taken', message: 'This time is taken already. Choose another one.' },
	40: { status: 503, code: 'busy', message: 'Somebody changed the same at once. Try again.' },
	53: { status: 503, code: 'unavailable', message: 'The database is busy. Try again in a moment.' },
	57: { status: 503, code: 'unavailable', message: 'The database cannot be reached. Try again in a moment.' }
};
const RETRY_SECONDS = 2;

/** The answer for people; undefined when the app itself is wrong. */
export function answerTo({ code, columns }: DbError): AppError | undefined {
	const answer = ANSWERS[code] ?? ANSWERS[code.slice(0, 2)];
	if (!answer) return undefined;
	const { status, message, field } = answer;
	const fields = field && columns.length ? Object.fromEntries(columns.map((column) => [column, field])) : undefined;
	const text = message === MARKED && !fields ? (field ?? message) : message;
	return new AppError(status, answer.code, text, fields, status === 503 ? RETRY_SECONDS : undefined);
}
