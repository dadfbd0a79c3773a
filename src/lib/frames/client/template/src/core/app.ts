import type { BlockUse } from './block';
import { setFormats } from './format';
import type { Audience } from './rules';
import { setLanguage, type Language } from './words';

export interface PageDefinition {
	/** '/' or '/about'; ':name' stands for any part of an address. */
	path: string;
	title: string;
	/** One sentence for search engines. */
	description: string;
	/** What the menu calls it; empty when the menu leaves it out. */
	menu: string;
	/** Who may open it. An app without a server belongs to whoever holds the device, who may open all. */
	audience: Audience;
	blocks: readonly BlockUse[];
}

export interface AppDefinition {
	/** kebab-case; names what is stored on the device. */
	slug: string;
	title: string;
	/** A few words below the title, or ''. */
	tagline: string;
	/** What it is, in one sentence. */
	summary: string;
	language: Language;
	/** How dates and numbers are written ('en-GB'), and what amounts are in ('EUR'). */
	locale: string;
	currency: string;
	/** 'site' has a header with a menu and a footer; 'plain' has neither: games and tools of one screen. */
	layout: 'site' | 'plain';
	/** The name of an icon (src/web/ui/icon-paths.ts), or '' for the first letter of the title. */
	icon: string;
	/** CSS colours that were asked for, '' where none was: the page's background, and its header, buttons and other parts. */
	colours: { ground: string; part: string };
	/** Lines of the footer, below the menu. */
	footer: readonly string[];
	pages: readonly PageDefinition[];
}

/** Declares a page; the menu calls it by its title unless said otherwise. */
export function definePage(page: Pick<PageDefinition, 'path' | 'title' | 'blocks'> & Partial<PageDefinition>): PageDefinition {
	return { menu: page.path.includes(':') ? '' : page.title, description: '', audience: 'everybody', ...page };
}

let current: AppDefinition | undefined;

/** Declares the app, and with it the language and the formats of all its words. */
export function defineApp(app: AppDefinition): AppDefinition {
	setLanguage(app.language);
	setFormats(app);
	current = app;
	return app;
}

/** The app, for parts that need its name or its pages. */
export function appNow(): AppDefinition {
	if (!current) throw new Error('There is no app yet: import src/app.ts first.');
	return current;
}
