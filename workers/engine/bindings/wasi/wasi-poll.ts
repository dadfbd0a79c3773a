import type { Ring } from '../../fs/ring';
import { WASI, WasiError } from './wasi-abi';
import type { WasiCalls, WasiParts } from './wasi-files';

const SUBSCRIPTION_BYTES = 48;
const EVENT_BYTES = 32;
const TAG = { CLOCK: 0, FD_READ: 1, FD_WRITE: 2 } as const;
const MONOTONIC = 1;
const ABSOLUTE = 1;
/** A lost wake-up of a pipe delays a poll at most this long. */
const LONGEST_WAIT_MS = 1000;
const NS_PER_MS = 1e6;

interface Subscription {
	userdata: bigint;
	tag: number;
	/** Clocks: when they are due, in ms of `performance.now()`. */
	dueMs: number;
	/** Pipes that have nothing to read yet. */
	ring: Ring | undefined;
	errno: number;
}

/** Nanoseconds: of the epoch for the real-time clock; the other clocks run alike in all threads of the tab. */
export function clockNs(): bigint {
	return BigInt(Math.round((performance.timeOrigin + performance.now()) * NS_PER_MS));
}

/** Yields that follow each other within this time belong to one wait. */
const YIELD_STREAK_MS = 2;
const FIRST_YIELD_MS = 0.05;
const LONGEST_YIELD_MS = 1;

/**
 * `sched_yield`: gives the processor away for a moment, longer each time in a row. Spin locks count on it: parking_lot without a
 * parker, as in today's rolldown (https://github.com/Amanieu/parking_lot/pull/529), panics when a lock is still held after seven.
 */
export function yieldCall(): () => void {
	const word = new Int32Array(new SharedArrayBuffer(4));
	let streak = 0;
	let lastMs = -Infinity;
	return () => {
		streak = performance.now() - lastMs < YIELD_STREAK_MS ? streak + 1 : 0;
		Atomics.wait(word, 0, 0, Math.min(LONGEST_YIELD_MS, FIRST_YIELD_MS * 2 ** streak));
		lastMs = performance.now();
	};
}

/** `poll_oneoff`: blocks the thread until a clock is due or a descriptor is ready. */
export function pollCalls(parts: WasiParts): WasiCalls {
	const { memory } = parts;
	return {
		poll_oneoff: (subscriptions: number, events: number, count: number, result: number) => {
			if (count === 0) throw new WasiError(WASI.INVAL);
			const wanted = Array.from({ length: count }, (_, index) =>
				subscriptionAt(parts, (subscriptions >>> 0) + index * SUBSCRIPTION_BYTES)
			);
			let ready = wanted.filter(isReady);
			while (ready.length === 0) {
				waitForOne(wanted);
				ready = wanted.filter(isReady);
			}
			ready.forEach((subscription, index) => {
				const at = (events >>> 0) + index * EVENT_BYTES;
				memory.slice(at, EVENT_BYTES).fill(0);
				memory.setUint64(at, subscription.userdata);
				memory.view.setUint16(at + 8, subscription.errno, true);
				memory.view.setUint8(at + 10, subscription.tag);
				if (subscription.tag !== TAG.CLOCK) memory.setUint64(at + 16, 1n);
			});
			memory.setUint32(result, ready.length);
		}
	};
}

function subscriptionAt({ memory, table, descriptors }: WasiParts, at: number): Subscription {
	const { view } = memory;
	const found: Subscription = {
		userdata: view.getBigUint64(at, true),
		tag: view.getUint8(at + 8),
		dueMs: -Infinity,
		ring: undefined,
		errno: WASI.SUCCESS
	};
	if (found.tag === TAG.CLOCK) {
		const timeoutMs = Number(view.getBigUint64(at + 24, true)) / NS_PER_MS;
		const isAbsolute = (view.getUint16(at + 40, true) & ABSOLUTE) !== 0;
		if (view.getUint32(at + 16, true) > MONOTONIC) found.errno = WASI.NOTSUP;
		else found.dueMs = isAbsolute ? timeoutMs - performance.timeOrigin : performance.now() + timeoutMs;
		return found;
	}
	try {
		const { host } = table.get(view.getUint32(at + 16, true));
		if (found.tag === TAG.FD_READ) found.ring = descriptors.emptyRing(host);
	} catch {
		found.errno = WASI.BADF;
	}
	return found;
}

function isReady({ ring, dueMs }: Subscription): boolean {
	return ring ? ring.isReadable() : performance.now() >= dueMs;
}

function waitForOne(wanted: readonly Subscription[]): void {
	const nextMs = Math.min(...wanted.filter(({ ring }) => !ring).map(({ dueMs }) => dueMs - performance.now()));
	const waitMs = Math.max(0, Math.min(nextMs, LONGEST_WAIT_MS));
	const ring = wanted.find((subscription) => subscription.ring)?.ring;
	if (!ring) return void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
	ring.waitReadable(waitMs);
}
