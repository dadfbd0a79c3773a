/** What the reader has to say, before any block of a frame takes it as its parameters. */
import type { AppParts } from './app-parts';
import type { SiteParts } from './site-parts';

export type { Entry, Faq, Item, Step, SurveyQuestion } from './part-values';

/** Everything that a part of a page can be, by the name of its block. */
export interface Parts extends SiteParts, AppParts {}
export type PartName = keyof Parts;

/** A part at its place, with the words of the person that asked for it. */
export interface Part<K extends PartName = PartName> {
	block: K;
	content: Parts[K];
	/** What the menu of a one-page app calls it. */
	menu?: string;
	/** Sentences that it comes from, verbatim or in part; empty when nobody asked. */
	from: string[];
}

export const part = <K extends PartName>(block: K, content: Parts[K], from: (string | undefined)[] = [], menu?: string): Part =>
	({
		block,
		content,
		from: from.filter((line) => line !== undefined && line !== ''),
		...(menu ? { menu } : {})
	}) as Part;

/** What a part of this block says. */
export const contentOf = <K extends PartName>(sectionPart: Part, block: K): Parts[K] => {
	if (sectionPart.block !== block) throw new Error(`This part is '${sectionPart.block}', not '${block}'.`);
	return sectionPart.content as Parts[K];
};

export interface PagePlan {
	route: string;
	title: string;
	description: string;
	parts: Part[];
	/** Words of the person that asked for the page. */
	from: string[];
	/** Who may open it. */
	access: 'everybody' | 'members' | 'owner';
	/** It is left out of the menu. */
	isHidden?: boolean;
}

export interface AppPlan {
	title: string;
	tagline: string;
	summary: string;
	icon: string;
	layout: 'site' | 'plain';
	/** Something of it is shared between people, or kept for who runs it. */
	isShared: boolean;
	pages: PagePlan[];
	assumptions: string[];
}
