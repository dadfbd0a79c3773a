import type { FaqParameters } from './parameters';

/** Capitals and accents make no difference, and 'ß' is 'ss'. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

/** The questions that have all words of a search, in question, answer or the name of their group. Groups without any are left out. */
export function searchFaq(groups: FaqParameters['groups'], search: string): FaqParameters['groups'] {
	const words = plain(search).split(/\s+/).filter(Boolean);
	return groups
		.map(({ name = '', items }) => ({
			name,
			items: items.filter(({ question, answer }) => {
				const text = plain(`${name} ${question} ${answer}`);
				return words.every((word) => text.includes(word));
			})
		}))
		.filter(({ items }) => items.length > 0);
}
