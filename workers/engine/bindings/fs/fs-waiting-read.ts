import type { Runtime } from '../../process/runtime';
import type { Descriptors } from './fs-descriptors';
import { complete, isCallbackRequest, isRequest, type Operation } from './fs-requests';

/** An asynchronous read of an empty pipe waits for data instead of blocking. */
export function waitingRead(runtime: Runtime, descriptors: Descriptors, readNow: Operation): Operation {
	return (...args) => {
		const [fd, buffer, offset, length, position, request] = args as [number, ArrayBufferView, number, number, unknown, unknown];
		if (!isRequest(runtime, request) || !descriptors.emptyRing(fd)) return readNow(...args);
		const read = async (): Promise<number> => {
			runtime.pending++;
			try {
				for (let ring = descriptors.emptyRing(fd); ring; ring = descriptors.emptyRing(fd)) {
					const changed = ring.whenReadable();
					if (!changed) break;
					await changed;
				}
				return descriptors.read(fd, buffer, offset, length, position);
			} finally {
				runtime.pending--;
			}
		};
		const outcome = read();
		if (!isCallbackRequest(request)) return new Promise((resolve, reject) => void settle(outcome, resolve, reject));
		void settle(
			outcome,
			(result) => complete(runtime, request, { result }),
			(error) => complete(runtime, request, { error })
		);
	};
}

async function settle(
	outcome: Promise<number>,
	resolve: (count: number) => void,
	reject: (error: unknown) => void
): Promise<void> {
	let count: number;
	try {
		count = await outcome;
	} catch (error) {
		reject(error);
		return;
	}
	resolve(count);
}
