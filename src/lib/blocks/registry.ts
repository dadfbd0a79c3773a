import { AppError } from '../domain/app-error';
import type { BlockEntry } from './entry';

/** Every block: its entry for whoever chooses, and its files for the apps that have it. */

const modules = import.meta.glob<{ entry: BlockEntry }>('./*/entry.ts', { eager: true });
const sources = import.meta.glob<string>(
	['./data.ts', './*/**/*.{ts,tsx,css}', '!./*/entry.ts', '!./*/example.ts', '!./**/*.test.{ts,tsx}'],
	{
		query: '?raw',
		import: 'default',
		eager: true
	}
);

export const blocks: ReadonlyMap<string, BlockEntry> = new Map(
	Object.values(modules)
		.map(({ entry }) => [entry.name, entry] as const)
		.sort(([a], [b]) => a.localeCompare(b))
);

/** @throws AppError BLOCK_UNKNOWN */
export function blockNamed(name: string): BlockEntry {
	const entry = blocks.get(name);
	if (!entry)
		throw new AppError('BLOCK_UNKNOWN', `There is no block '${name}'. There are: ${[...blocks.keys()].join(', ')}.`, {
			data: { block: name }
		});
	return entry;
}

/** The files of blocks and of those that they need, by path in an app. @throws AppError BLOCK_UNKNOWN */
export function layBlocks(names: Iterable<string>): Map<string, string> {
	const wanted = withNeeds(names);
	const files = new Map<string, string>();
	for (const [path, text] of Object.entries(sources)) {
		const name = path.split('/')[1] ?? '';
		if (wanted.has(name) || (name === 'data.ts' && wanted.size)) files.set(`src/blocks/${path.slice('./'.length)}`, text);
	}
	return files;
}

function withNeeds(names: Iterable<string>, found = new Set<string>()): Set<string> {
	for (const name of names) {
		if (found.has(name)) continue;
		found.add(name);
		withNeeds(blockNamed(name).needs, found);
	}
	return found;
}
