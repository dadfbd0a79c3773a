import { blockNamed } from '../../src/lib/blocks/registry';
import { blueprintSchema, type Blueprint } from '../../src/lib/domain/blueprint';

/** A client app with one page per block and example, each with its criteria. */
export function galleryOf(names: readonly string[]): Blueprint {
	const examples = names.flatMap((name) => {
		const entry = blockNamed(name);
		return [entry.example, ...(entry.others ?? [])].map((parameters, at) => ({
			...{ entry, parameters },
			page: at ? `${name}-${at + 1}` : name
		}));
	});
	const pages = examples.map(({ entry, parameters, page }, index) => {
		const requirement = `R${index + 1}`;
		const criteria = entry
			.criteria(parameters)
			.map(({ check, text }, at) => ({ id: `${requirement}.${at + 1}`, text, check: { block: entry.name, at: 0, name: check } }));
		return { entry, parameters, page, requirement, criteria, route: index === 0 ? '/' : `/${page}` };
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
		features: pages.map(({ entry, parameters, page, criteria, route }) => ({
			name: `${page}-page`,
			kind: 'page',
			pages: [
				{
					route,
					title: page,
					kind: 'content',
					name: page,
					blocks: [{ block: entry.name, parameters: { ...parameters } }]
				}
			],
			criteria: criteria.map(({ id }) => id)
		}))
	});
}
