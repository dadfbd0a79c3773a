import { transferHandlers, type TransferHandler } from 'comlink';
import { z } from '../domain/zod';
import { errorFrom } from '../domain/app-error';

/** What crosses in a way of our own: an error with its code and data, of which Comlink itself keeps only name, message and stack; callbacks, never. */

export const wireErrorSchema = z.object({
	name: z.string(),
	message: z.string(),
	stack: z.string().optional(),
	code: z.string().optional(),
	data: z.record(z.string(), z.unknown()).optional()
});
export type WireError = z.infer<typeof wireErrorSchema>;

export function toWireError(error: unknown): WireError {
	if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
	const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? plain(error.data) : undefined;
	return { name: error.name, message: error.message, stack: error.stack, ...(code ? { code } : {}), ...(data ? { data } : {}) };
}

export function fromWireError(wire: WireError): Error {
	const error = errorFrom(wire);
	error.name = wire.name;
	if (wire.stack) error.stack = wire.stack;
	return error;
}

/** Data that cannot be cloned would lose the whole error. */
function plain(data: object): Record<string, unknown> {
	try {
		return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
	} catch {
		return {};
	}
}

/** What stands in the place of a callback that came as an argument: it fits no contract. */
const REFUSED = Symbol('callback');

let isInstalled = false;
/** Replaces Comlink's ways for thrown values and for callbacks; both realms must. */
export function installTransfers(): void {
	if (isInstalled) return;
	isInstalled = true;
	const original = transferHandlers.get('throw') as TransferHandler<{ value: unknown }, WireError> | undefined;
	if (!original) throw new Error("Comlink has no 'throw' handler any more: look at its protocol again.");
	transferHandlers.set('throw', {
		canHandle: (value): value is { value: unknown } => original.canHandle(value),
		serialize: ({ value }) => [toWireError(value), []],
		deserialize: (wire) => {
			throw fromWireError(wire);
		}
	} satisfies TransferHandler<{ value: unknown }, WireError>);
	transferHandlers.set('proxy', {
		canHandle: (_value): _value is never => false,
		serialize: () => [null, []],
		deserialize: () => REFUSED
	} satisfies TransferHandler<unknown, null>);
}
