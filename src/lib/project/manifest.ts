import type { FileContent } from './file-content';

/** A package.json, as far as it is what it should be: that of a stranger's project may be anything. */
export interface Manifest {
	name: string;
	description: string;
	/** Lists have texts only, by name. */
	scripts: ReadonlyMap<string, string>;
	dependencies: ReadonlyMap<string, string>;
	devDependencies: ReadonlyMap<string, string>;
	/** All that it names: of these two lists, optional ones and peers. */
	packages: ReadonlyMap<string, string>;
	/** As the field says it, such as `pnpm@9.1.0`; empty without it. */
	packageManager: string;
}

/** What an absent one says. */
export const NO_MANIFEST: Manifest = manifestOf({});

/** Reads a package.json. @returns 'none' without one, 'broken' where it is no JSON object */
export function readManifest(text: FileContent | undefined): Manifest | 'none' | 'broken' {
	if (text === undefined) return 'none';
	try {
		const read: unknown = JSON.parse(typeof text === 'string' ? text : '');
		return typeof read === 'object' && read !== null && !Array.isArray(read)
			? manifestOf(read as Record<string, unknown>)
			: 'broken';
	} catch {
		return 'broken';
	}
}

/** The same, for who leaves it to others to say that it is absent or broken. */
export function manifestOrEmpty(text: FileContent | undefined): Manifest {
	const manifest = readManifest(text);
	return typeof manifest === 'string' ? NO_MANIFEST : manifest;
}

function manifestOf(fields: Readonly<Record<string, unknown>>): Manifest {
	const listOf = (name: string) => textsOf(fields[name]);
	const [dependencies, devDependencies] = [listOf('dependencies'), listOf('devDependencies')];
	return {
		...{ name: textOf(fields['name']), description: textOf(fields['description']) },
		packageManager: textOf(fields['packageManager']),
		...{ scripts: listOf('scripts'), dependencies, devDependencies },
		packages: new Map([
			...[...listOf('peerDependencies'), ...listOf('optionalDependencies')],
			...[...devDependencies, ...dependencies]
		])
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): Map<string, string> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
	return new Map(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
