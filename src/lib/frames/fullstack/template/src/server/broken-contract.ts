import type { Endpoint } from '../core/contract';

/** At most this much of what was sent and answered is told, in characters. */
const MAX_TOLD = 600;

interface Parts {
	/** Parameters, query and body as they were taken. */
	sent: { params?: unknown; query?: unknown; body?: unknown };
	result: unknown;
	issues: readonly { path: PropertyKey[]; message: string }[];
}

/** A handler answers something else than its contract says: the server is at fault, not who asked. */
export class BrokenContract extends Error {
	/** With what was sent and answered: for who makes the app, not for who uses it. */
	readonly explanation: string;

	constructor(spec: Endpoint, { sent, result, issues }: Parts) {
		const found = issues.slice(0, 5).map(({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`);
		super(
			`${spec.id} (${spec.method.toUpperCase()} ${spec.path}) answers something else than its contract says: ${found.join('; ')}`
		);
		const { params, query, body } = sent;
		this.explanation = `${this.message}. At fault: the server. Sent: ${told({ params, query, body })}. Answered: ${told(result)}`;
	}
}

function told(value: unknown): string {
	return (JSON.stringify(value) ?? 'nothing').slice(0, MAX_TOLD);
}
