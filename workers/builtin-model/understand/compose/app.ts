/** One page with one thing on it, as games and tools are, and sites of few pages around one subject. */
import { symbolFor } from '../content/symbols';
import type { Context } from './context';
import { type AppPlan, type PagePlan, type Part } from './parts';

/** A page; its first line is where it comes from. */
export function page(route: string, title: string, parts: Part[], more: Partial<PagePlan> = {}): PagePlan {
	return { route, title, description: title, parts, from: [], access: 'everybody', ...more };
}

export function app(context: Context, pages: PagePlan[], more: Partial<AppPlan> & { summary: string }): AppPlan {
	return {
		title: context.title,
		tagline: '',
		icon: symbolFor(`${context.title} ${context.text.slice(0, 200)}`),
		layout: pages.length > 1 ? 'site' : 'plain',
		isShared: pages.some(({ access }) => access !== 'everybody'),
		pages,
		assumptions: context.assumptions,
		...more
	};
}

/** A game or a tool of one screen. */
export const oneScreen = (context: Context, part: Part, summary: string, more: Partial<AppPlan> = {}): AppPlan =>
	app(context, [page('/', context.title, [part], { description: summary, from: context.lines.slice(0, 1) })], {
		summary,
		layout: 'plain',
		...more
	});
