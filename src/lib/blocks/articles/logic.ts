import type { Field, Filter, Value } from '../data';
import type { Article, ArticlesParameters } from './parameters';

/** As it is kept: what is no longer or not yet published is the owner's alone. */
export type KeptArticle = Article & { isPublished?: boolean };

/** With its facts beside its other values, as lists are narrowed by. */
export type FlatArticle = Omit<KeptArticle, 'facts'> & Record<string, unknown>;

/** What readers see, the newest first; of one day in the order of the collection. */
export function published<A extends KeptArticle>(articles: readonly A[], category = ''): A[] {
	const seen = articles.filter((article) => article.isPublished !== false && (!category || article.category === category));
	return seen.sort((a, b) => b.date.localeCompare(a.date));
}

export const flat = ({ facts = {}, ...article }: KeptArticle): FlatArticle => ({
	...(facts as Record<string, Value>),
	...article
});

/** `YYYY-MM` of all articles with how many there are, the newest first. */
export function monthsOf(articles: readonly { date: string }[]): { month: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const { date } of articles) counts.set(date.slice(0, 7), (counts.get(date.slice(0, 7)) ?? 0) + 1);
	return [...counts].map(([month, count]) => ({ month, count })).sort((a, b) => b.month.localeCompare(a.month));
}

/** What a list of articles is narrowed and sorted by. @param label of the category */
export function planOf({ fields = [], filters = [], ...rest }: Omit<ArticlesParameters, 'articles'>, label: string) {
	const { categories, category, search, sort = [] } = rest;
	const byCategory = !category && categories.length > 1;
	const field: Field = { name: 'category', label, kind: 'choice', options: categories };
	const first: Filter = { field: 'category', kind: 'choice' };
	return { fields: [field, ...fields], filters: byCategory ? [first, ...filters] : filters, search, sort };
}
