/** What a contract's source says of its endpoints, as far as it can be read without running it. */

export interface EndpointSource {
	id: string;
	method: 'get' | 'post' | 'patch' | 'delete';
	path: string;
	/** 'public', 'member', or the roles as they are written. */
	access: string;
	/** 1-based; where the endpoint begins. */
	lineNumber: number;
}

/** @param source of a feature's contract.ts */
export function endpointsOf(source: string): EndpointSource[] {
	const found: EndpointSource[] = [];
	for (const match of source.matchAll(/\bendpoint\s*\(\s*\{/g)) {
		const part = source.slice(match.index, nextEndpoint(source, match.index + match[0].length));
		const text = (name: string) => new RegExp(`\\b${name}:\\s*(['"\`])([^'"\`]+)\\1`).exec(part)?.[2];
		const method = text('method');
		const id = text('id');
		if (!id || !isMethod(method)) continue;
		const access = text('access') ?? /\baccess:\s*(\[[^\]]*\]|[\w.]+)/.exec(part)?.[1] ?? '';
		found.push({ id, method, path: text('path') ?? '', access, lineNumber: source.slice(0, match.index).split('\n').length });
	}
	return found;
}

function nextEndpoint(source: string, from: number): number {
	const next = source.slice(from).search(/\bendpoint\s*\(/);
	return next < 0 ? source.length : from + next;
}

function isMethod(method: string | undefined): method is EndpointSource['method'] {
	return method === 'get' || method === 'post' || method === 'patch' || method === 'delete';
}
