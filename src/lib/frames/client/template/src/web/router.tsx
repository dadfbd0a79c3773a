import { createContext, useContext, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

/** Paths and links on the History API; an anchor scrolls to its place. */
const watchers = new Set<() => void>();
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
	watchers.forEach((hear) => hear());
	if (replace) return;
	const anchor = decodeURIComponent(new URL(to, location.href).hash.slice(1));
	// The page that is gone to is shown first.
	if (anchor) setTimeout(() => document.getElementById(anchor)?.scrollIntoView());
	else window.scrollTo(0, 0);
}

export const usePath = () => useSyncExternalStore(watch, () => location.pathname);
/** The search parameters of the address, as in '?category=tea'. */
export const useSearch = () => new URLSearchParams(useSyncExternalStore(watch, () => location.search));

const ParamsContext = createContext<Record<string, string>>({});
/** What stands for the ':name' parts of the page's path. */
export const useParams = () => useContext(ParamsContext);
export const Params = ParamsContext;

/** `/articles/:slug` against a path; undefined when it does not fit. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
	const want = pattern.split('/');
	const have = path
		.replace(/\.html$/, '')
		.replace(/(.)\/$/, '$1')
		.split('/');
	if (want.length !== have.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, part] of want.entries()) {
		const given = have[index] ?? '';
		if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(given);
		else if (part !== given) return undefined;
	}
	return params;
}

/** A link: within the app without loading it again, to other hosts as ever. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
	const isOurs = /^[/#?]/.test(href) && !href.startsWith('//');
	const follow = (event: MouseEvent<HTMLAnchorElement>) => {
		onClick?.(event);
		const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
		if (event.defaultPrevented || !isOurs || !isPlain) return;
		event.preventDefault();
		navigate(href);
	};
	return <a href={href} onClick={follow} {...rest} />;
}
