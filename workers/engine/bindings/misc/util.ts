import type { BindingInstaller, OpenDescriptor, Runtime } from '../../process/runtime';
import { parseEnvFile } from '../process/env-file';
import { noop } from './noop';
import { proxies, typeChecks, typedArrayName } from '../../process/type-checks';

/** `ONLY_ENUMERABLE` of v8::PropertyFilter. */
const ONLY_ENUMERABLE = 2;
/** `kPending` of v8::Promise: the web does not show a promise's state. */
const PENDING = 0;
const MAX_ARRAY_INDEX = 4294967294;

/** Results of guessHandleType, by index into internal/util's table. */
const HANDLE_TYPES = { tty: 1, file: 3, ring: 4, unknown: 6 } as const;

/** Introspection that V8 offers to Node's lib. */
export const util: BindingInstaller = (binding, runtime) => {
	binding.isInsideNodeModules = () => false;
	binding.defineLazyProperties = (target: object, id: string, keys: string[], isEnumerable = true) => {
		for (const key of keys)
			defineLazy(target, key, { isEnumerable, load: () => (runtime.require(id) as Record<string, unknown>)[key] });
	};
	binding.getPromiseDetails = () => [PENDING, undefined];
	binding.getProxyDetails = (value: object, wantsBoth = true) => {
		const details = proxies.get(value);
		return wantsBoth || !details ? details : details[0];
	};
	binding.getCallerLocation = () => undefined;
	binding.previewEntries = (value: Iterable<unknown>, isIterator?: boolean) =>
		isIterator === undefined ? entriesOf(value) : [[], false];
	binding.getOwnNonIndexProperties = ownNonIndexProperties;
	binding.getConstructorName = constructorName;
	binding.getCallSites = callSites;
	binding.sleep = (delayMs: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delayMs);
	binding.parseEnv = parseEnvFile;
	binding.arrayBufferViewHasBuffer = () => true;
	binding.constructSharedArrayBuffer = (size: number) => new SharedArrayBuffer(size);
	binding.markPromiseAsHandled = noop;
	binding.guessHandleType = (fd: number) => handleType(runtime.fds.get(fd));
	binding.toUSVString = (text: string) => text.toWellFormed();
	Object.assign(binding, typeChecks);
	binding.isArrayBufferView = (value: unknown) => ArrayBuffer.isView(value);
	binding.isTypedArray = (value: unknown) => typedArrayName(value) !== undefined;
	binding.isUint8Array = (value: unknown) => typedArrayName(value) === 'Uint8Array';
	hidePrivateSymbols(binding.privateSymbols as Record<string, symbol>, runtime);
};

function defineLazy(target: object, key: string, { isEnumerable, load }: { isEnumerable: boolean; load: () => unknown }): void {
	let value: unknown;
	let isLoaded = false;
	const get = () => {
		if (!isLoaded) {
			value = load();
			isLoaded = true;
		}
		return value;
	};
	Object.defineProperty(target, key, {
		configurable: true,
		enumerable: isEnumerable,
		get: Object.defineProperty(get, 'name', { value: key }),
		set(replacement: unknown) {
			Object.defineProperty(target, key, { writable: true, enumerable: true, configurable: true, value: replacement });
		}
	});
}

function entriesOf(value: Iterable<unknown>): unknown[] {
	try {
		return [...value];
	} catch {
		return [];
	}
}

function ownNonIndexProperties(object: object, filter: number): PropertyKey[] {
	const isIndex = (key: PropertyKey) => typeof key === 'string' && /^(0|[1-9]\d*)$/.test(key) && Number(key) <= MAX_ARRAY_INDEX;
	const keys = Reflect.ownKeys(object).filter((key) => !isIndex(key));
	return filter === ONLY_ENUMERABLE ? keys.filter((key) => Object.prototype.propertyIsEnumerable.call(object, key)) : keys;
}

function constructorName(object: object | null): string {
	for (let holder = object; holder; holder = Object.getPrototypeOf(holder) as object | null) {
		const constructor: unknown = Object.getOwnPropertyDescriptor(holder, 'constructor')?.value;
		if (typeof constructor === 'function' && constructor.name) return constructor.name;
	}
	return '';
}

function callSites(frameCount: number) {
	const { prepareStackTrace, stackTraceLimit } = Error;
	Error.stackTraceLimit = frameCount + 2;
	Error.prepareStackTrace = (_error, sites) => sites;
	const sites = new Error().stack as unknown as NodeJS.CallSite[];
	Error.prepareStackTrace = prepareStackTrace;
	Error.stackTraceLimit = stackTraceLimit;
	return (Array.isArray(sites) ? sites : []).slice(2).map((site) => ({
		functionName: site.getFunctionName() ?? '',
		scriptName: site.getFileName() ?? '',
		scriptId: '0',
		lineNumber: site.getLineNumber(),
		columnNumber: site.getColumnNumber(),
		column: site.getColumnNumber()
	}));
}

function handleType(open: OpenDescriptor | undefined): number {
	if (!open) return HANDLE_TYPES.unknown;
	if (open.kind === 'tty' || open.kind === 'ring') return HANDLE_TYPES[open.kind];
	return HANDLE_TYPES.file;
}

/** V8's private symbols are invisible on objects: accessors on Object.prototype keep their values in weak maps. */
function hidePrivateSymbols(privateSymbols: Record<string, symbol>, _runtime: Runtime): void {
	for (const symbol of Object.values(privateSymbols)) {
		const values = new WeakMap<object, unknown>();
		Object.defineProperty(Object.prototype, symbol, {
			get(this: unknown) {
				return (typeof this === 'object' && this !== null) || typeof this === 'function' ? values.get(this) : undefined;
			},
			set(this: object, value: unknown) {
				values.set(this, value);
			},
			enumerable: false,
			configurable: true
		});
	}
}
