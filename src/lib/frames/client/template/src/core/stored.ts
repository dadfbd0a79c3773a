import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { appNow } from './app';

/** What is kept on this device: a best score, a basket, a choice. In all tabs of the app alike. */

const watchers = new Set<() => void>();
/** Tells when anything that is kept has changed, in this tab or another one. */
export const hearStored = (watch: () => void) => {
	watchers.add(watch);
	window.addEventListener('storage', watch);
	return () => {
		watchers.delete(watch);
		window.removeEventListener('storage', watch);
	};
};

const keyOf = (name: string) => `${appNow().slug}:${name}`;

/** As text; null when nothing is kept, or the device keeps nothing. */
export function readStored(name: string): string | null {
	try {
		return localStorage.getItem(keyOf(name));
	} catch {
		// A browser that blocks storage shows the page all the same.
		return memory.get(keyOf(name)) ?? null;
	}
}

export function writeStored(name: string, text: string): void {
	try {
		localStorage.setItem(keyOf(name), text);
	} catch {
		memory.set(keyOf(name), text);
	}
	watchers.forEach((watch) => watch());
}
const memory = new Map<string, string>();

/** A value and what sets it, as useState, but kept on the device. @param initial until something was kept */
export function useStored<T>(name: string, initial: T): [T, (next: T | ((now: T) => T)) => void] {
	const text = useSyncExternalStore(hearStored, () => readStored(name));
	const value = useMemo(() => parsed(text, initial), [text, initial]);
	const set = useCallback(
		(next: T | ((now: T) => T)) => {
			const now = parsed(readStored(name), initial);
			writeStored(name, JSON.stringify(next instanceof Function ? next(now) : next));
		},
		[name, initial]
	);
	return [value, set];
}

function parsed<T>(text: string | null, initial: T): T {
	if (text === null) return initial;
	try {
		return JSON.parse(text) as T;
	} catch {
		// Somebody else's text: as if nothing was kept.
		return initial;
	}
}
