import { createContext, useContext } from 'react';
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

/** The last part of an address for a name: 'Sencha Asahi' is 'sencha-asahi'; letters of all scripts stay. */
export const slugOf = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
