import { expose, releaseProxy, transfer, wrap, type Endpoint, type Remote } from 'comlink';
import { z } from '../domain/zod';
import { deadline } from '../async/deadline';
import { AppError } from '../domain/app-error';
import type { Client, Contract, Method, Service } from './contract';
import { installTransfers } from './transfers';
import { sealMethods } from './seal';

/**
 * Calls between realms, by contract: only its methods can be called, what goes in and comes out is checked, every call has a deadline,
 * and what is pending is rejected when the other side dies. The rest of what Comlink offers (reading and setting properties,
 * `constructor`, `new`) leads nowhere (seal.ts).
 */

const DEFAULT_TIMEOUT_MS = 30_000;

/** A `MessagePort`, a `Worker` as its owner has it, or a worker's own global. */
export type Peer = Endpoint & { close?(): void };

/** Offers a contract's methods to whoever has the other end. Returns how to stop. */
export function serve<C extends Contract>(peer: Peer, contract: C, service: Service<C>): () => void {
	installTransfers();
	let isStopped = false;
	const offer = (name: string, { input, output }: Method) => {
		const tuple = z.tuple(input as [z.ZodType]);
		const work = service[name] as (...args: unknown[]) => unknown;
		return async (...args: unknown[]) => {
			if (isStopped) throw new AppError('RPC_DEAD', `'${name}' is offered no longer.`);
			return checked(output, await work.apply(service, checked(tuple, args, name)), name);
		};
	};
	const methods = Object.entries(contract).map(([name, method]) => [name, offer(name, method)]);
	expose(sealMethods(Object.fromEntries(methods)), sturdy(peer));
	return () => {
		isStopped = true;
		if (peer instanceof MessagePort) peer.close();
	};
}

export interface ClientOptions {
	/** For the error's text: who does not answer. */
	name: string;
	/** Aborted when the other side has died: all that is pending is rejected. */
	death?: AbortSignal;
}

/** The other side's methods as local ones. @throws AppError RPC_TIMEOUT or RPC_DEAD, and whatever the method throws, code and data kept. */
export function connect<C extends Contract>(
	peer: Peer,
	contract: C,
	options: ClientOptions
): { client: Client<C>; dispose(): void } {
	installTransfers();
	const remote = wrap<Record<string, (...args: unknown[]) => unknown>>(peer);
	const closed = new AbortController();
	const onClose = () => closed.abort();
	peer.addEventListener('close', onClose);
	const death = AbortSignal.any([closed.signal, ...(options.death ? [options.death] : [])]);
	const methods = Object.entries(contract).map(([name, method]) => [
		name,
		(...args: unknown[]) => call(remote, { who: options.name, name, method, args, death })
	]);
	return {
		client: Object.fromEntries(methods) as Client<C>,
		dispose: () => {
			peer.removeEventListener('close', onClose);
			if (closed.signal.aborted) return;
			closed.abort();
			remote[releaseProxy]();
			if (peer instanceof MessagePort) peer.close();
		}
	};
}

interface Call {
	who: string;
	name: string;
	method: Method;
	args: unknown[];
	death: AbortSignal;
}

async function call(remote: Remote<Record<string, (...args: unknown[]) => unknown>>, asked: Call): Promise<unknown> {
	const { who, name, method, args, death } = asked;
	const timeoutMs = method.timeoutMs ?? DEFAULT_TIMEOUT_MS;
	const dead = () => new AppError('RPC_DEAD', `${who} has ended; '${name}' was not answered.`);
	if (death.aborted) throw dead();
	const answer = (remote[name] as (...args: unknown[]) => Promise<unknown>)(...args.map(movable));
	const late = () => new AppError('RPC_TIMEOUT', `${who} did not answer '${name}' within ${timeoutMs} ms.`);
	try {
		return checked(method.output, await deadline(answer, { timeoutMs, late, signal: death }), name);
	} catch (error) {
		throw death.aborted && error === death.reason ? dead() : error;
	}
}

/** A port cannot be copied: it moves. */
function movable(arg: unknown): unknown {
	return arg instanceof MessagePort ? transfer(arg, [arg]) : arg;
}

/** @throws AppError RPC_BAD_VALUE when it is not what the contract says */
function checked<T extends z.ZodType>(schema: T, value: unknown, name: string): z.output<T> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	throw new AppError('RPC_BAD_VALUE', `'${name}' got something else than its contract says. ${z.prettifyError(result.error)}`);
}

/** What is no message of Comlink's must not end the realm that gets it. */
function sturdy(peer: Peer): Endpoint {
	const listeners = new Map<unknown, (event: Event) => void>();
	return {
		postMessage: (message, transferables) => peer.postMessage(message, transferables),
		addEventListener: (type, listener, options) => {
			const careful = (event: Event) => {
				try {
					if (typeof listener === 'function') listener(event);
					else listener.handleEvent(event);
				} catch (error) {
					console.warn('A message was not understood and is left out.', error);
				}
			};
			listeners.set(listener, careful);
			peer.addEventListener(type, careful, options);
		},
		removeEventListener: (type, listener, options) => {
			const careful = listeners.get(listener);
			if (careful) peer.removeEventListener(type, careful, options);
		},
		...(peer.start ? { start: () => peer.start?.() } : {})
	};
}

/** Bytes as a result: they move to the other side, and are gone here. */
export function movedBytes<T extends ArrayBuffer>(bytes: Uint8Array<T>): Uint8Array<T> {
	return transfer(bytes, [bytes.buffer]);
}

/** A worker's own end, towards whoever created it. */
export function ownPeer(): Peer {
	return globalThis as unknown as Peer;
}

/** A worker as its owner has it: whoever calls it hears of its death. */
export function connectWorker<C extends Contract>(
	worker: Worker,
	contract: C,
	options: { name: string; onDeath?: (error: AppError) => void }
): { client: Client<C>; dispose(): void } {
	const death = new AbortController();
	worker.onerror = (event) => {
		const error = new AppError(
			'WORKER_FAILED',
			`${options.name} failed: ${event.message || 'it could not be loaded'}. Reload the page.`
		);
		death.abort(error);
		options.onDeath?.(error);
	};
	const { client, dispose } = connect(worker, contract, { name: options.name, death: death.signal });
	return {
		client,
		dispose: () => {
			dispose();
			worker.terminate();
		}
	};
}
