import type { ErrorBody } from '../core/contract';

export class AppError extends Error {
	constructor(
		readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503,
		readonly code: string,
		message: string,
		readonly fields?: Record<string, string>,
		/** When asking again may help. */
		readonly retryAfterSeconds?: number
	) {
		super(message);
	}
	body(): ErrorBody {
		return { error: { code: this.code, message: this.message, ...(this.fields && { fields: this.fields }) } };
	}
}
export const notFound = (what: string) => new AppError(404, 'not_found', `${what} not found`);
export const forbidden = (message = 'You are not allowed to do this') => new AppError(403, 'forbidden', message);
