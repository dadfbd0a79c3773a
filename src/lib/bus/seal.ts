import { AppError } from '../domain/app-error';

type Work = (...args: unknown[]) => unknown;

/**
 * An object whose methods can be called, and nothing else. Who exposes an object to another realm follows any path from it
 * (`method.constructor`), sets properties as it is told: each such step is refused here, where it would happen.
 * Arrow functions cannot be constructed.
 */
export function sealMethods(methods: Readonly<Record<string, Work>>): object {
	const sealed = new Map<PropertyKey, unknown>(Object.entries(methods).map(([name, work]) => [name, sealFunction(work)]));
	return new Proxy(
		{},
		closed((key) => sealed.get(key))
	);
}

function sealFunction(work: Work): Work {
	// Comlink calls `method.apply(parent, args)`. That way stays open, and leads no further.
	const apply = new Proxy(
		(_parent: unknown, args: unknown[]) => work(...args),
		closed(() => undefined)
	);
	return new Proxy(
		(...args: unknown[]) => work(...args),
		closed((key) => (key === 'apply' ? apply : undefined))
	);
}

function closed<T extends object>(open: (key: PropertyKey) => unknown): ProxyHandler<T> {
	return {
		get: (_target, key) => {
			const value = open(key);
			// Symbols are asked for by the language itself.
			return value === undefined && typeof key === 'string' ? refuse(key) : value;
		},
		has: () => false,
		set: (_target, key) => refuse(key),
		defineProperty: (_target, key) => refuse(key),
		deleteProperty: (_target, key) => refuse(key),
		getPrototypeOf: () => null,
		setPrototypeOf: () => refuse('prototype')
	};
}

function refuse(key: PropertyKey): never {
	throw new AppError('RPC_DENIED', `The call was refused: '${String(key)}' is not offered.`);
}
