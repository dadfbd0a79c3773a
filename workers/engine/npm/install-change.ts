/** The only part of an install that changes node_modules, and the record of what it did. */
import { NpmError } from './errors';
import type { InstallOptions } from './install-options';
import type { Plan } from './install-plan';
import type { LockedPackage, Lockfile } from './lockfile';
import { workspaceLinks, type Selection } from './selection';
import type { Substitution } from './substitutions';
import type { TarFile } from './tar';
import { readText } from './target';
import { linkAll, unpackAll } from './unpack';

export const HIDDEN_LOCKFILE = 'node_modules/.package-lock.json';
const SUBSTITUTIONS = 'node_modules/.tabsmith-substitutions.json';
const encoder = new TextEncoder();

interface Change {
	selection: Selection;
	lock: Lockfile;
	pending: Map<string, LockedPackage>;
	contents: Map<string, TarFile[]>;
	options: InstallOptions;
}

/** @throws EPARTIAL */
export async function change(plan: Plan, { selection, lock, pending, contents, options }: Change): Promise<void> {
	const { target, cwd } = options;
	const emptied = options.command === 'ci' ? [cwd, ...workspaceLinks(lock).map(([, folder]) => `${cwd}/${folder}`)] : [];
	try {
		for (const folder of emptied) await target.remove(`${folder}/node_modules`);
		await target.remove(`${cwd}/${HIDDEN_LOCKFILE}`);
		for (const location of plan.removed) await target.remove(`${cwd}/${location}`);
		await unpackAll(pending, contents, options);
		await linkAll(selection.packages, lock, options);
	} catch (error) {
		throw partial(error);
	}
}

function partial(cause: unknown): NpmError {
	const reason =
		cause instanceof NpmError && cause.code === 'EABORTED'
			? 'The install was interrupted'
			: String((cause as Error).message ?? cause);
	return new NpmError(
		'EPARTIAL',
		`${reason}\nnode_modules is incomplete: run npm install again. package.json and package-lock.json are as they were.`,
		{
			cause
		}
	);
}

/** Written last: without it the next install starts afresh. */
export async function record(
	{ target, cwd }: InstallOptions,
	lock: Lockfile,
	{ packages, substitutions }: { packages: Map<string, LockedPackage>; substitutions: Substitution[] }
): Promise<void> {
	const earlier = JSON.parse((await readText(target, `${cwd}/${SUBSTITUTIONS}`)) ?? '[]') as Substitution[];
	const fresh = new Set(substitutions.map(({ location }) => location));
	const all = [...earlier.filter(({ location }) => !fresh.has(location)), ...substitutions];
	const hidden = {
		name: lock.name,
		version: lock.version,
		lockfileVersion: 3,
		requires: true,
		packages: Object.fromEntries(packages)
	};
	if (all.length > 0)
		await target.writeFile(`${cwd}/${SUBSTITUTIONS}`, encoder.encode(JSON.stringify(all, null, 2) + '\n'), 0o644);
	await target.writeFile(`${cwd}/${HIDDEN_LOCKFILE}`, encoder.encode(JSON.stringify(hidden, null, 2) + '\n'), 0o644);
}
