/** `npm ls`, `npm explain` and `npm init`: what is there. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, print } from './cli-child';
import { installFolder, readPackage, workspaceFolders } from './cli-project';
import { nameAt, type LockedPackage, type Lockfile } from './lockfile';
import type { PackageJson } from './package-json';

interface Branch {
	text: string;
	below: Branch[];
}

/** `npm ls [name ...] [--all] [--depth=n]`; exit code 1 where a dependency is missing. */
export function listPackages(args: string[]): number {
	const root = installFolder();
	const pkg = readPackage(root) ?? {};
	const names = args.filter((argument) => !argument.startsWith('-'));
	const depth = Number(/^--depth=(\d+)$/.exec(args.find((argument) => argument.startsWith('--depth=')) ?? '')?.[1] ?? NaN);
	const limit = args.includes('--all') || args.includes('-a') || names.length > 0 ? Infinity : depth || 0;
	const tree = new Tree(root, limit);
	const branches = prune(tree.below('', { ...workspacesOf(root), ...dependenciesOf(pkg, true) }), names);
	console.log(`${pkg.name ?? basename(root)}@${pkg.version ?? ''} ${root}`);
	if (branches.length === 0) console.log('└── (empty)');
	printBranches(branches, '');
	console.log('');
	return tree.isComplete && (names.length === 0 || branches.length > 0) ? 0 : 1;
}

class Tree {
	isComplete = true;
	readonly #packages: Record<string, LockedPackage>;
	readonly #seen = new Set<string>();

	constructor(
		private readonly root: string,
		private readonly depth: number
	) {
		this.#packages = hiddenPackages(root);
	}

	below(location: string, wanted: Record<string, string>, level = 0): Branch[] {
		return Object.keys(wanted)
			.sort((a, b) => a.localeCompare(b, 'en'))
			.flatMap((name) => {
				const found = this.#find(location, name);
				const entry = found === null ? undefined : this.#packages[found];
				if (found === null || !entry) {
					this.isComplete &&= level > 0;
					return level > 0 ? [] : [{ text: `UNMET DEPENDENCY ${name}@${wanted[name]}`, below: [] }];
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
		if (isKnown && level > 0) return { text: label.replace(/( ->|$)/, ' deduped$1'), below: [] };
		const dependencies = entry.link
			? dependenciesOf(readPackage(join(this.root, folder)) ?? {}, false)
			: (entry.dependencies ?? {});
		return { text: label, below: level < this.depth || entry.link ? this.below(folder, dependencies, level + 1) : [] };
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
export function explain(names: string[]): number {
	const root = installFolder();
	const pkg = readPackage(root) ?? {};
	const packages = hiddenPackages(root);
	const wanted = names.filter((name) => !name.startsWith('-'));
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
function hiddenPackages(root: string): Record<string, LockedPackage> {
	const path = join(root, 'node_modules/.package-lock.json');
	return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Lockfile).packages : {};
}

/** `npm init -y`: fields that are there stay. */
export function initialize(): number {
	const path = join(process.cwd(), 'package.json');
	const pkg = {
		name: basename(process.cwd()).toLowerCase(),
		version: '1.0.0',
		description: '',
		main: 'index.js',
		scripts: { test: 'echo "Error: no test specified" && exit 1' },
		keywords: [],
		author: '',
		license: 'ISC',
		...readPackage(process.cwd())
	};
	const text = JSON.stringify(pkg, null, 2) + '\n';
	writeFileSync(path, text);
	return print(`Wrote to ${path}:\n\n${text}`);
}
