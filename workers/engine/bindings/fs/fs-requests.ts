import type { Runtime } from '../../process/runtime';
import { AsyncWrap, callLater } from '../streams/handle-wrap';

/** The request object of the callback API: Node's lib sets `oncomplete` before it calls. */
export class FSReqCallback extends AsyncWrap {
	readonly isBigint: boolean;
	oncomplete?: (error: unknown, result?: unknown) => void;

	constructor(isBigint = false) {
		super();
		this.isBigint = isBigint;
	}
}

/** What an operation gets: the arguments as Node's lib passes them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Node's lib is untyped
export type Operation = (...args: any[]) => unknown;

type Outcome = { error: unknown } | { result: unknown };

/**
 * Gives an operation its three forms: synchronous (no request), callback (an `FSReqCallback` at `requestIndex`) and promise
 * (`kUsePromises` there). The work itself is done at once, in all three: it takes microseconds and orders as in the program text.
 */
export function threeForms(runtime: Runtime, requestIndex: number, operation: Operation): Operation {
	return (...args) => {
		const request: unknown = args[requestIndex];
		if (!isRequest(runtime, request)) return operation(...args);
		let outcome: Outcome;
		try {
			outcome = { result: operation(...args) };
		} catch (error) {
			outcome = { error };
		}
		return complete(runtime, request, outcome);
	};
}

export function isRequest(runtime: Runtime, value: unknown): boolean {
	return isCallbackRequest(value) || (typeof value === 'symbol' && value === usePromises(runtime));
}

/** Hands an outcome over in a later macrotask; answers the promise where the request asks for one. */
export function complete(runtime: Runtime, request: unknown, outcome: Outcome): Promise<unknown> | undefined {
	if (isCallbackRequest(request)) {
		callLater(request, () => {
			if ('error' in outcome) request.oncomplete?.(outcome.error);
			else if (outcome.result === undefined) request.oncomplete?.(null);
			else request.oncomplete?.(null, outcome.result);
		});
		return undefined;
	}
	return new Promise((resolve, reject) => {
		runtime.loop.macro(() => ('error' in outcome ? reject(outcome.error) : resolve(outcome.result)));
	});
}

/** Any object with `oncomplete`: Node's lib passes its own here and there. */
export function isCallbackRequest(value: unknown): value is Pick<FSReqCallback, 'oncomplete'> {
	return typeof value === 'object' && value !== null && 'oncomplete' in value;
}

/** Node's `fs_use_promises_symbol`. */
export function usePromises(runtime: Runtime): symbol | undefined {
	return (runtime.internalBinding('symbols') as Record<string, symbol>).fs_use_promises_symbol;
}
