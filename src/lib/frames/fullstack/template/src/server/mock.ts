import type { Endpoint } from '../core/contract';
import { contracts } from '../features';
import type { Context } from './context';
import { AppError } from './errors';
import { exampleOf } from './example';
import { mount, routeOf, type App } from './mount';

/** Names the endpoint whose answer is made up. */
export const MOCK_HEADER = 'x-mock';

/**
 * While the app is being made: what a contract declares and nobody serves yet answers with an example that fits it, so that pages can be
 * looked at before. Who may ask and what they send is checked as it will be. Nothing is kept: what was sent is only given back.
 */
export function mockMissing(app: App, ctx: Context): void {
	const served = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));
	for (const spec of contracts.filter(({ method, path }) => !served.has(`${method.toUpperCase()} ${routeOf(path)}`))) {
		let isTold = false;
		mount(app, ctx, spec, async ({ http, ...sent }) => {
			if (!isTold)
				console.log(`mock: ${spec.id} (${spec.method.toUpperCase()} ${spec.path}) is not served yet and answers with an example`);
			isTold = true;
			http.header(MOCK_HEADER, spec.id);
			return answerOf(spec, sent as Sent);
		});
	}
}

/** What a request carries, by an endpoint that is not known by name. */
interface Sent {
	params?: unknown;
	body?: unknown;
}

/** The example with what was sent in it, as far as it still fits. @throws AppError no_mock where none can be made up */
function answerOf(spec: Endpoint, sent: Sent): unknown {
	const { example, problem } = exampleOf(spec.response);
	if (problem)
		throw new AppError(503, 'no_mock', `${spec.id} is not served yet, and no example of its answer could be made up: ${problem}`);
	if (typeof example !== 'object' || example === null || Array.isArray(example)) return example;
	const given = Object.entries({ ...(sent.body ?? {}), ...(sent.params ?? {}) }).filter(([name]) => name in example);
	const answer = { ...example, ...Object.fromEntries(given) };
	return spec.response.safeParse(answer).success ? answer : example;
}
