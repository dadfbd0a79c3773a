import { createElement, type ReactNode } from 'react';
import type { CollectionRules } from './rules';

/** A tested part of a page. What it shows comes from its parameters: plain data, no functions. */
export interface Block<P> {
	/** kebab-case, as its folder in src/blocks. */
	name: string;
	Component: (props: { parameters: P }) => ReactNode;
	/** The collections that it keeps records in, by name; blocks that only name one leave it out. */
	collections?: (parameters: P) => Record<string, CollectionPlan>;
	/** Opens one record at an address of its own, as '/teas/sencha' below its page '/teas': see useDetail. */
	opens?: boolean;
}

/** A collection before anybody has written into it. */
export interface CollectionPlan {
	/** Example records. */
	seed?: readonly object[];
	rules?: CollectionRules;
}

/** A block at its place on a page. */
export interface BlockUse {
	name: string;
	parameters: unknown;
	/** What the menu calls this place of the page; empty when it is not in the menu. */
	menu: string;
	collections: Record<string, CollectionPlan>;
	opens: boolean;
	/** The part itself. */
	show: () => ReactNode;
}

export const defineBlock = <P>(block: Block<P>): Block<P> => block;

/** Places a block on a page. With `menu`, the header links to it. */
export function use<P extends object>(
	{ name, Component, collections, opens = false }: Block<P>,
	parameters: NoInfer<P>,
	{ menu = '' }: { menu?: string } = {}
): BlockUse {
	return {
		...{ name, parameters, menu, opens },
		collections: collections?.(parameters) ?? {},
		show: () => createElement(Component, { parameters })
	};
}

/** The anchor of a place in the menu, as in '/#about-me'. */
export const anchorOf = (menu: string): string =>
	menu
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
