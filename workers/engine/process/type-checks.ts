/**
 * V8's type predicates from JavaScript: a method of the class, called on the value, throws unless the value has the class's slots.
 * Loading this file replaces `Proxy` by one that remembers target and handler, for `util.inspect` and `isProxy`.
 */

type Check = (value: unknown) => boolean;

/** Target and handler of every proxy made after this file was loaded. */
export const proxies = new WeakMap<object, [object, object]>();
/** Proxies that stand for ES module namespaces; modules/ adds them. */
export const moduleNamespaces = new WeakSet<object>();

const HostProxy = Proxy;
const hostRevocable = Proxy.revocable;

/** A proxy that `isProxy` does not report. */
export function unreportedProxy<T extends object>(target: T, handler: ProxyHandler<T>): T {
	return new HostProxy(target, handler);
}

const TrackedProxy = new HostProxy(HostProxy, {
	construct(_target, [target, handler]) {
		const proxy = new HostProxy(target as object, handler as ProxyHandler<object>);
		proxies.set(proxy, [target as object, handler as object]);
		return proxy;
	}
});
HostProxy.revocable = function revocable<T extends object>(target: T, handler: ProxyHandler<T>) {
	const result = hostRevocable(target, handler);
	proxies.set(result.proxy, [target, handler]);
	return result;
};
Object.defineProperty(globalThis, 'Proxy', { value: TrackedProxy, writable: true, configurable: true, enumerable: false });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const tagOf = (value: unknown) => Object.prototype.toString.call(value);
const getterOf = (prototype: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(prototype, key)?.get as () => unknown;

/** True when `probe` does not throw on the value. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- probes are native methods of any shape
function brand(probe: (...args: any[]) => unknown, ...args: unknown[]): Check {
	return (value) => {
		if (!isObject(value)) return false;
		try {
			Reflect.apply(probe, value, args);
			return true;
		} catch {
			return false;
		}
	};
}

const hasTag =
	(pattern: RegExp): Check =>
	(value) =>
		isObject(value) && pattern.test(tagOf(value));
const isFunctionTagged =
	(pattern: RegExp): Check =>
	(value) =>
		typeof value === 'function' && pattern.test(tagOf(value));
const typedArrayTag = getterOf(Object.getPrototypeOf(Uint8Array.prototype) as object, Symbol.toStringTag);
const isErrorNative = (Error as unknown as { isError?: Check }).isError;

const isArrayBuffer = brand(getterOf(ArrayBuffer.prototype, 'byteLength'));
const isSharedArrayBuffer = brand(getterOf(SharedArrayBuffer.prototype, 'byteLength'));
const isNumberObject = brand(Number.prototype.valueOf);
const isStringObject = brand(String.prototype.valueOf);
const isBooleanObject = brand(Boolean.prototype.valueOf);
const isBigIntObject = brand(BigInt.prototype.valueOf);
const isSymbolObject = brand(Symbol.prototype.valueOf);

export const typeChecks = {
	isExternal: () => false,
	isDate: brand(Date.prototype.getTime),
	isArgumentsObject: (value: unknown) =>
		isObject(value) && !(Symbol.toStringTag in value) && tagOf(value) === '[object Arguments]',
	isBigIntObject,
	isBooleanObject,
	isNumberObject,
	isStringObject,
	isSymbolObject,
	isBoxedPrimitive: (value: unknown) =>
		isNumberObject(value) || isStringObject(value) || isBooleanObject(value) || isBigIntObject(value) || isSymbolObject(value),
	isNativeError: (value: unknown) => (isErrorNative ? isErrorNative(value) : value instanceof Error),
	isRegExp: (value: unknown) => value !== RegExp.prototype && brand(getterOf(RegExp.prototype, 'source'))(value),
	isAsyncFunction: isFunctionTagged(/^\[object Async(Generator)?Function\]$/),
	isGeneratorFunction: isFunctionTagged(/GeneratorFunction\]$/),
	isGeneratorObject: hasTag(/Generator\]$/),
	isPromise: (value: unknown) => isObject(value) && value instanceof Promise,
	isMap: brand(getterOf(Map.prototype, 'size')),
	isSet: brand(getterOf(Set.prototype, 'size')),
	isMapIterator: hasTag(/^\[object Map Iterator\]$/),
	isSetIterator: hasTag(/^\[object Set Iterator\]$/),
	isWeakMap: brand(WeakMap.prototype.has, {}),
	isWeakSet: brand(WeakSet.prototype.has, {}),
	isArrayBuffer,
	isSharedArrayBuffer,
	isAnyArrayBuffer: (value: unknown) => isArrayBuffer(value) || isSharedArrayBuffer(value),
	isDataView: (value: unknown) => ArrayBuffer.isView(value) && typedArrayTag.call(value) === undefined,
	isProxy: (value: unknown) => (isObject(value) || typeof value === 'function') && proxies.has(value),
	isModuleNamespaceObject: (value: unknown) =>
		isObject(value) && (moduleNamespaces.has(value) || (tagOf(value) === '[object Module]' && !Object.isExtensible(value))),
	isEventTarget: (value: unknown) => isObject(value) && value instanceof EventTarget
};

/** The class name of a typed array, or undefined. */
export function typedArrayName(value: unknown): string | undefined {
	return typedArrayTag.call(value) as string | undefined;
}
