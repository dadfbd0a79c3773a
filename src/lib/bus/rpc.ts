import { expose, releaseProxy, transfer, wrap, type Endpoint, type Remote } from 'comlink';
import { AppError } from '../run/app-error';
import { installErrorTransfer } from './error-transfer';

/**
 * Calls between realms that are guarded on both ends: only the methods named can be called, every call has a deadline,
 * and what is pending is rejected when the other side dies. The rest of what Comlink offers (reading and setting properties,
 * `constructor`, `new`, endpoints) never gets through.
 */

const DEFAULT_TIMEOUT_MS = 30_000;

/** Offers `methods` of an object over a port. Returns how to stop. */
export function serve<T extends object>(port: MessagePort, api: T, methods: readonly (keyof T & string)[]): () => void {
	installErrorTransfer();
	const allowed = new Set<string>(methods);
	// A bare object: nothing to reach but the methods themselves.
	const surface = Object.assign(
		Object.create(null) as object,
		Object.fromEntries(methods.map((name) => [name, (...args: unknown[]) => call(api, name, args)]))
	);
	const guarded = guard(port, allowed);
	expose(surface, guarded);
	return () => port.close();
}

function call(api: object, name: string, args: unknown[]): unknown {
	const method = (api as Record<string, unknown>)[name];
	if (typeof method !== 'function') throw new AppError('RPC_DENIED', `'${name}' is no method here.`);
	return (method as (...args: unknown[]) => unknown).apply(api, args);
}

/** An endpoint that lets through only APPLY with one allowed path segment and plain arguments, and RELEASE. */
function guard(port: MessagePort, allowed: ReadonlySet<string>): Endpoint {
	const wrapped = new Map<unknown, (event: MessageEvent) => void>();
	return {
		postMessage: (message: unknown, transferables?: Transferable[]) => port.postMessage(message, transferables ?? []),
		addEventListener: (type: string, listener: EventListenerOrEventListenerObject) => {
			const pass = (event: MessageEvent) => {
				const denied = denial(event.data, allowed);
				if (denied === undefined) {
					if (typeof listener === 'function') listener(event);
					else listener.handleEvent(event);
				} else if (typeof denied === 'string') port.postMessage(refusal(event.data, denied));
			};
			wrapped.set(listener, pass);
			port.addEventListener(type as 'message', pass);
		},
		removeEventListener: (type: string, listener: EventListenerOrEventListenerObject) => {
			const pass = wrapped.get(listener);
			if (pass) port.removeEventListener(type as 'message', pass);
		},
		start: () => port.start()
	};
}

/** Undefined: let it through. A text: refuse with it. Null: not even a message. */
function denial(data: unknown, allowed: ReadonlySet<string>): string | null | undefined {
	if (typeof data !== 'object' || data === null || !('type' in data)) return null;
	const { type, path, argumentList } = data as { type: unknown; path?: unknown; argumentList?: unknown };
	if (type === 'RELEASE') return undefined;
	if (type !== 'APPLY') return `${String(type)} is not allowed`;
	if (!Array.isArray(path) || path.length !== 1 || typeof path[0] !== 'string' || !allowed.has(path[0]))
		return `'${String(path)}' is not offered`;
	if (
		!Array.isArray(argumentList) ||
		!argumentList.every((one: unknown) => typeof one === 'object' && one !== null && (one as { type?: unknown }).type === 'RAW')
	)
		return 'only plain arguments are taken';
	return undefined;
}

function refusal(data: unknown, why: string): unknown {
	const { id } = data as { id?: unknown };
	return {
		id,
		type: 'HANDLER',
		name: 'throw',
		value: { name: 'AppError', message: `The call was refused: ${why}.`, code: 'RPC_DENIED' }
	};
}

export type Client<T> = {
	[K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

export interface ClientOptions<T> {
	/** For the error's text: who does not answer. */
	name: string;
	timeoutMs?: number;
	/** Deadlines of their own, by method; 0 is none. */
	timeouts?: Partial<Record<keyof T & string, number>>;
	/** Aborted when the other side has died: all that is pending is rejected. */
	death?: AbortSignal;
}

/** The other side's methods as local ones. @throws AppError RPC_TIMEOUT or RPC_DEAD, and whatever the method throws, code and data kept. */
export function connect<T extends object>(
	port: MessagePort,
	methods: readonly (keyof T & string)[],
	options: ClientOptions<T>
): { client: Client<T>; dispose(): void } {
	installErrorTransfer();
	const remote = wrap<Record<string, (...args: unknown[]) => unknown>>(port) as Remote<
		Record<string, (...args: unknown[]) => unknown>
	>;
	const closed = new AbortController();
	let isReleased = false;
	port.addEventListener('close', () => closed.abort(), { once: true });
	const signals = [closed.signal, ...(options.death ? [options.death] : [])];
	const death = AbortSignal.any(signals);

	const invoke = (method: string, args: unknown[]): Promise<unknown> => {
		if (death.aborted) return Promise.reject(dead(options.name, method));
		const timeoutMs = options.timeouts?.[method as keyof T & string] ?? options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
		return new Promise((resolve, reject) => {
			const onDeath = () => settle(() => reject(dead(options.name, method)));
			const timer = timeoutMs
				? setTimeout(
						() =>
							settle(() =>
								reject(new AppError('RPC_TIMEOUT', `${options.name} did not answer '${method}' within ${timeoutMs} ms.`))
							),
						timeoutMs
					)
				: undefined;
			const settle = (end: () => void) => {
				clearTimeout(timer);
				death.removeEventListener('abort', onDeath);
				end();
			};
			death.addEventListener('abort', onDeath, { once: true });
			const target = (remote as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[method];
			if (!target) return settle(() => reject(dead(options.name, method)));
			target(...args).then(
				(value) => settle(() => resolve(value)),
				(error: unknown) => settle(() => reject(error as Error))
			);
		});
	};
	const client = Object.fromEntries(methods.map((method) => [method, (...args: unknown[]) => invoke(method, args)])) as Client<T>;
	return {
		client,
		dispose: () => {
			if (isReleased) return;
			isReleased = true;
			closed.abort();
			remote[releaseProxy]();
			port.close();
		}
	};
}

function dead(name: string, method: string): AppError {
	return new AppError('RPC_DEAD', `${name} has ended; '${method}' was not answered.`);
}

/** A port as a call's argument: it moves to the other side. */
export function moved(port: MessagePort): MessagePort {
	return transfer(port, [port]);
}
