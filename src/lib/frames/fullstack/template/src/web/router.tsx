import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

/** Paths, links and search parameters on the History API. */
const watchers = new Set<() => void>();
const tell = () => watchers.forEach((watch) => watch());
const watch = (hear: () => void) => {
	watchers.add(hear);
	window.addEventListener('popstate', hear);
	return () => {
		watchers.delete(hear);
		window.removeEventListener('popstate', hear);
	};
};

export function navigate(to: string, { replace = false } = {}): void {
	history[replace ? 'replaceState' : 'pushState'](null, '', to);
	if (!replace) window.scrollTo(0, 0);
	tell();
}

export const usePath = () => useSyncExternalStore(watch, () => location.pathname);
export const useSearch = () => useSyncExternalStore(watch, () => location.search);

/** `/customers/:id` against a path; undefined when it does not fit. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
	const want = pattern.split('/');
	const have = path.replace(/(.)\/$/, '$1').split('/');
	if (want.length !== have.length) return undefined;
	const params: Record<string, string> = {};
	for (const [i, part] of want.entries()) {
		if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(have[i]!);
		else if (part !== have[i]) return undefined;
	}
	return params;
}

export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
	const follow = (event: MouseEvent<HTMLAnchorElement>) => {
		onClick?.(event);
		if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		navigate(href);
	};
	return <a href={href} onClick={follow} {...rest} />;
}

/** List state (search, sort, page) kept in the address, so that it can be linked and survives a reload. */
export function useListState<T extends Record<string, string | number>>(defaults: T): [T, (change: Partial<T>) => void] {
	const search = new URLSearchParams(useSearch());
	const state = { ...defaults };
	for (const name of Object.keys(defaults) as (keyof T & string)[]) {
		const value = search.get(name);
		if (value !== null)
			state[name] = (typeof defaults[name] === 'number' ? Number(value) || defaults[name] : value) as T[typeof name];
	}
	const set = (change: Partial<T>) => {
		const next = { ...state, ...change };
		const params = new URLSearchParams();
		for (const [name, value] of Object.entries(next)) if (value !== defaults[name]) params.set(name, String(value));
		navigate(params.size ? `${location.pathname}?${params}` : location.pathname, { replace: true });
	};
	return [state, set];
}
