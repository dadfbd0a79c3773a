import { createContext, useContext, useEffect } from 'react';
import { appNow } from '../core/app';
import { navigate } from './router';

/** One record at an address of its own: the page's path and its slug, as '/teas/sencha'. */

export interface Place {
	/** Path of the page, as it is in the address. */
	path: string;
	/** Of the record that is open; '' for the page itself. */
	slug: string;
}

export const PlaceContext = createContext<Place>({ path: '/', slug: '' });

export interface Detail {
	/** Of the record that is open; '' when none is. */
	slug: string;
	/** The address of a record, for links. */
	hrefOf(slug: string): string;
	/** The address of the page itself. */
	back: string;
	open(slug: string): void;
	close(): void;
}

/** For blocks that open records: which one is open, and the addresses of others. */
export function useDetail(): Detail {
	const { path, slug } = useContext(PlaceContext);
	const hrefOf = (one: string) => `${path === '/' ? '' : path}/${encodeURIComponent(one)}`;
	return { slug, hrefOf, back: path, open: (one) => navigate(hrefOf(one)), close: () => navigate(path) };
}

/** Names the browser's tab after the record that is open. @param name '' while there is none */
export function useTitle(name: string): void {
	useEffect(() => {
		if (!name) return;
		let before: string | undefined;
		let isGone = false;
		// The app around it names the tab after the page, in an effect that comes after this one.
		queueMicrotask(() => {
			if (isGone) return;
			before = document.title;
			document.title = `${name} · ${appNow().title}`;
		});
		return () => {
			isGone = true;
			if (before !== undefined) document.title = before;
		};
	}, [name]);
}

/** The last part of an address for a name: 'Sencha Asahi' is 'sencha-asahi'; letters of all scripts stay. */
export const slugOf = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
