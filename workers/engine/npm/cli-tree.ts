/** `npm ls`, `npm explain` and `npm init`: what is there. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, print } from './cli-child';
import type { Config } from './cli-config';
import { readPackage, workspaceFolders } from './cli-project';
import { nameAt, type LockedPackage, type Lockfile } from './lockfile';
import type { PackageJson } from './package-json';

interface Branch {
	text: string;
	name: string;
	/** The range where it is missing. */
	version: string | undefined;
	resolved?: string | undefined;
	/** Relative to the project. */
	location?: string;
	isMissing?: boolean;
	below: Branch[];
}

/** `npm ls [name ...] [--all] [--depth=n] [--json] [--parseable]`; exit code 1 where a dependency is missing. */
export function listPackages(names: string[], config: Config): number {
	const root = config.localPrefix;
	const pkg = readPackage(root) ?? {};
	const depth = config.get('depth');
	const limit = config.get('all') === true || names.length > 0 ? Infinity : typeof depth === 'number' ? depth : 0;
	const tree = new Tree(root, limit);
	const branches = prune(tree.below('', { ...workspacesOf(root), ...dependenciesOf(pkg, true) }), names);
	if (config.get('json') === true) {
		const { name, version } = pkg;
		const dependencies = branches.length > 0 ? { dependencies: asJson(branches) } : {};
		console.log(
			JSON.stringify({ version, name, ...(tree.isComplete ? {} : { problems: tree.problems }), ...dependencies }, null, 2)
		);
	} else if (config.get('parseable') === true) {
		for (const place of [root, ...new Set(placesOf(branches).map((location) => join(root, location)))]) console.log(place);
	} else {
		console.log(`${pkg.name ?? basename(root)}@${pkg.version ?? ''} ${root}`);
		if (branches.length === 0) console.log('└── (empty)');
		printBranches(branches, '');
		console.log('');
	}
	return tree.isComplete && (names.length === 0 || branches.length > 0) ? 0 : 1;
}

/** As `npm ls --json` nests them. */
function asJson(branches: readonly Branch[]): Record<string, unknown> {
	const entries = branches.map(({ name, version, resolved, isMissing, below }) => {
		if (isMissing) return [name, { required: version, missing: true }];
		const dependencies = below.length > 0 ? { dependencies: asJson(below) } : {};
		return [name, { version, ...(resolved === undefined ? {} : { resolved }), overridden: false, ...dependencies }];
	});
	return Object.fromEntries(entries) as Record<string, unknown>;
}

function placesOf(branches: readonly Branch[]): string[] {
	return branches.flatMap(({ location, below }) => [...(location === undefined ? [] : [location]), ...placesOf(below)]);
}

class Tree {
	/** As `npm ls --json` words them. */
	readonly problems: string[] = [];
	readonly #packages: Record<string, LockedPackage>;
	readonly #seen = new Set<string>();

	constructor(
		private readonly root: string,
		private readonly depth: number
	) {
		this.#packages = hiddenPackages(root);
	}

	get isComplete(): boolean {
		return this.problems.length === 0;
	}

	below(location: string, wanted: Record<string, string>, level = 0): Branch[] {
		return Object.keys(wanted)
			.sort((a, b) => a.localeCompare(b, 'en'))
			.flatMap((name) => {
				const found = this.#find(location, name);
				const entry = found === null ? undefined : this.#packages[found];
				if (found === null || !entry) {
					if (level > 0) return [];
					const version = wanted[name];
					this.problems.push(`missing: ${name}@${version}, required by ${readPackage(this.root)?.name ?? ''}@`);
					return [{ text: `UNMET DEPENDENCY ${name}@${version}`, name, version, isMissing: true, below: [] }];
				}
				return [this.#branch(name, found, { entry, level })];
			});
	}

	#branch(name: string, location: string, { entry, level }: { entry: LockedPackage; level: number }): Branch {
		const folder = entry.link && entry.resolved !== undefined ? entry.resolved : location;
		const version = entry.version ?? readPackage(join(this.root, folder))?.version ?? '';
		const label = `${name}@${version}${entry.link ? ` -> ./${folder}` : ''}`;
		const isKnown = this.#seen.has(location);
		this.#seen.add(location);
		const branch = { name, version, location, resolved: entry.resolved };
		if (isKnown && level > 0) return { ...branch, text: label.replace(/( ->|$)/, ' deduped$1'), below: [] };
		const dependencies = entry.link
			? dependenciesOf(readPackage(join(this.root, folder)) ?? {}, false)
			: (entry.dependencies ?? {});
		return { ...branch, text: label, below: level < this.depth || entry.link ? this.below(folder, dependencies, level + 1) : [] };
	}

	/** Node's lookup: beside, then in each node_modules above. */
	#find(from: string, name: string): string | null {
		for (let base = from; base !== ''; base = base.slice(0, Math.max(0, base.lastIndexOf('/')))) {
			const location = `${base}/node_modules/${name}`;
			if (this.#packages[location]) return location;
		}
		return this.#packages[`node_modules/${name}`] ? `node_modules/${name}` : null;
	}
}

function dependenciesOf(pkg: PackageJson, withDev: boolean): Record<string, string> {
	return { ...(pkg['dependencies'] as object), ...(withDev ? (pkg['devDependencies'] as object) : {}) } as Record<string, string>;
}

/** Workspaces are listed as if the root depended on them. */
function workspacesOf(root: string): Record<string, string> {
	return Object.fromEntries(workspaceFolders(root).map((folder) => [readPackage(folder)?.name ?? basename(folder), '*']));
}

/** Only the branches that end in one of these names; all without names. */
function prune(branches: Branch[], names: readonly string[]): Branch[] {
	if (names.length === 0) return branches;
	return branches.flatMap((branch) => {
		const below = prune(branch.below, names);
		return below.length > 0 || names.some((name) => branch.text.startsWith(`${name}@`)) ? [{ ...branch, below }] : [];
	});
}

function printBranches(branches: Branch[], indent: string): void {
	for (const [index, { text, below }] of branches.entries()) {
		const isLast = index === branches.length - 1;
		console.log(`${indent}${isLast ? '└' : '├'}─${below.length > 0 ? '┬' : '─'} ${text}`);
		printBranches(below, `${indent}${isLast ? ' ' : '│'} `);
	}
}

/** `npm explain name`: where it is and who asks for it. */
export function explain(wanted: string[], root: string): number {
	const pkg = readPackage(root) ?? {};
	const packages = hiddenPackages(root);
	const found = Object.keys(packages).filter((location) => wanted.includes(nameAt(location)));
	if (found.length === 0) return fail('', `No dependencies found matching ${wanted.join(', ')}`);
	for (const location of found) {
		const name = nameAt(location);
		const title = `${name}@${packages[location]?.version ?? ''}`;
		const lines = Object.entries(packages).flatMap(([parent, entry]) => {
			const range = entry.dependencies?.[name];
			return range === undefined ? [] : [`  ${name}@"${range}" from ${nameAt(parent)}@${entry.version ?? ''}\n  ${parent}`];
		});
		for (const [field, kind] of [
			['dependencies', ''],
			['devDependencies', 'dev ']
		] as const) {
			const range = (pkg[field] as Record<string, string> | undefined)?.[name];
			if (range !== undefined) lines.unshift(`  ${kind}${name}@"${range}" from the root project`);
		}
		console.log([title, location, ...lines].join('\n'));
	}
	return 0;
}

/** What the last install put into node_modules. */
export function hiddenPackages(root: string): Record<string, LockedPackage> {
	const path = join(root, 'node_modules/.package-lock.json');
	return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Lockfile).packages : {};
}

/** `npm init -y`: fields that are there stay; the others are what `init-*` says. */
export function initialize(config: Config): number {
	const path = join(process.cwd(), 'package.json');
	const scope = config.get('scope');
	const name = basename(process.cwd()).toLowerCase();
	const pkg = {
		name: typeof scope === 'string' && scope !== '' ? `@${scope.replace(/^@/, '')}/${name}` : name,
		version: String(config.get('init-version')),
		description: '',
		main: 'index.js',
		scripts: { test: 'echo "Error: no test specified" && exit 1' },
		keywords: [],
		author: authorFrom(config),
		license: String(config.get('init-license')),
		...(config.get('init-type') ? { type: config.get('init-type') } : {}),
		...(config.get('init-private') === true ? { private: true } : {}),
		...readPackage(process.cwd())
	};
	const text = JSON.stringify(pkg, null, 2) + '\n';
	writeFileSync(path, text);
	return print(`Wrote to ${path}:\n\n${text}`);
}

function authorFrom(config: Config): string {
	const [name, email, url] = ['name', 'email', 'url'].map((field) => String(config.get(`init-author-${field}`) ?? ''));
	return [name, email && `<${email}>`, url && `(${url})`].filter(Boolean).join(' ');
}
