import { createElement, type ReactNode } from 'react';

/** A tested part of a page. What it shows comes from its parameters: plain data, no functions. */
export interface Block<P> {
	/** kebab-case, as its folder in src/blocks. */
	name: string;
	Component: (props: { parameters: P }) => ReactNode;
}

/** A block at its place on a page. */
export interface BlockUse {
	name: string;
	parameters: unknown;
	/** What the menu calls this place of the page; empty when it is not in the menu. */
	menu: string;
	/** The part itself. */
	show: () => ReactNode;
}

export const defineBlock = <P>(block: Block<P>): Block<P> => block;

/** Places a block on a page. With `menu`, the header links to it. */
export function use<P extends object>(
	{ name, Component }: Block<P>,
	parameters: P,
	{ menu = '' }: { menu?: string } = {}
): BlockUse {
	return { name, parameters, menu, show: () => createElement(Component, { parameters }) };
}

/** The anchor of a place in the menu, as in '/#about-me'. */
export const anchorOf = (menu: string): string =>
	menu
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
