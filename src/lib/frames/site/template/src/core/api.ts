import type { ErrorBody } from './contract';

export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly fields: Record<string, string> = {}
	) {
		super(message);
	}
}

/** A request to the app's own server. @throws ApiError */
export async function call<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
	let answer: Response;
	try {
		answer = await fetch(path, {
			method,
			...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
		});
	} catch {
		throw new ApiError(0, 'offline', 'The server cannot be reached. Check your connection.');
	}
	const data: unknown = await answer.json().catch(() => undefined);
	if (answer.ok) return data as T;
	const { code, message, fields } = (data as ErrorBody | undefined)?.error ?? {
		code: 'server_error',
		message: 'Something went wrong'
	};
	throw new ApiError(answer.status, code, message, fields);
}
