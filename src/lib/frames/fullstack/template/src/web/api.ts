import type { Endpoint, ErrorBody, Input, Output } from '../core/contract';

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

/** At most this much of what was sent and answered is told, in characters. */
const MAX_TOLD = 600;

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

/** One typed call of the API; the contract gives path, input and output. */
export async function call<const E extends Endpoint>(spec: E, input: Input<E>, signal?: AbortSignal): Promise<Output<E>> {
	const { params = {}, query = {}, body } = input as Loose;
	const path = spec.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, String(value));
	let answer: Response;
	try {
		answer = await fetch(search.size ? `${path}?${search}` : path, {
			method: spec.method.toUpperCase(),
			...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
			...(signal && { signal })
		});
	} catch (error) {
		if (signal?.aborted) throw error;
		throw new ApiError(0, 'offline', 'The server cannot be reached. Check your connection.');
	}
	const data: unknown = await answer.json().catch(() => undefined);
	if (import.meta.env.DEV) checkInput(spec, input as Loose, `${answer.status} ${told(data)}`);
	if (answer.ok) return data as Output<E>;
	const { code, message, fields } = (data as ErrorBody | undefined)?.error ?? {
		code: 'server_error',
		message: 'Something went wrong'
	};
	if (import.meta.env.DEV && code === 'broken_contract') console.error(message);
	throw new ApiError(answer.status, code, message, fields);
}

/** While the app is being made: a page that sends what the contract does not admit is told in the console, by the endpoint's name. */
function checkInput(spec: Endpoint, input: Loose, answer: string): void {
	for (const part of ['params', 'query', 'body'] as const) {
		const issue = spec[part]?.safeParse(input[part] ?? {}).error?.issues[0];
		if (issue)
			console.error(
				`${spec.id} (${spec.method.toUpperCase()} ${spec.path}): this page sends what the contract does not admit, ${part}.${issue.path.join('.')}: ${issue.message}. At fault: the page. Sent: ${told(input[part])}. Answered: ${answer}`
			);
	}
}

function told(value: unknown): string {
	return (JSON.stringify(value) ?? 'nothing').slice(0, MAX_TOLD);
}
