import { blockNamed } from '../../src/lib/blocks/registry';
import { blueprintSchema, type Blueprint } from '../../src/lib/domain/blueprint';

/** A client app with one page per block, each with the block's example and its criteria. */
export function galleryOf(names: readonly string[]): Blueprint {
	const pages = names.map((name, index) => {
		const entry = blockNamed(name);
		const requirement = `R${index + 1}`;
		const criteria = entry
			.criteria(entry.example)
			.map(({ check, text }, at) => ({ id: `${requirement}.${at + 1}`, text, check: { block: name, at: 0, name: check } }));
		return { entry, requirement, criteria, route: index === 0 ? '/' : `/${name}` };
	});
	return blueprintSchema.parse({
		title: 'Gallery',
		slug: 'gallery',
		summary: 'Every block with its example.',
		frame: 'client',
		requirements: pages.map(({ requirement, entry, criteria }) => ({
			id: requirement,
			text: `The app shall have the block '${entry.name}'.`,
			criteria
		})),
		features: pages.map(({ entry, criteria, route }) => ({
			name: `${entry.name}-page`,
			kind: 'page',
			pages: [
				{
					route,
					title: entry.name,
					kind: 'content',
					name: entry.name,
					blocks: [{ block: entry.name, parameters: { ...entry.example } }]
				}
			],
			criteria: criteria.map(({ id }) => id)
		}))
	});
}
