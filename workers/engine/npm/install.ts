/** `npm install`, `npm ci` and `npm uninstall`: resolve, select, substitute, fetch, unpack, link. */
import { checkAbort, NpmError } from './errors';
import { lockfileFor, outOfSync } from './install-lockfile';
import type { InstallOptions, InstallReport } from './install-options';
import { planChanges } from './install-plan';
import { noticesFor, summarize } from './install-report';
import { InstallBudget } from './limits';
import type { LockedPackage, Lockfile } from './lockfile';
import { manifestReader } from './manifests';
import { selectPackages } from './selection';
import { substitute, type ManifestReader, type Substitution } from './substitutions';
import { untar, type TarFile } from './tar';
import { TarSource } from './tar-source';
import { readText } from './target';
import { linkAll, unpackAll } from './unpack';

const HIDDEN_LOCKFILE = 'node_modules/.package-lock.json';
const SUBSTITUTIONS = 'node_modules/.tabsmith-substitutions.json';
const encoder = new TextEncoder();

/**
 * package.json and the lockfile are written last: any failure leaves them as they were.
 * @throws NpmError with npm's codes; EPARTIAL when node_modules had already begun to change
 */
export async function install(options: InstallOptions): Promise<InstallReport> {
	const { registry, store, signal } = options;
	const ending = new AbortController();
	const reader = manifestReader(registry);
	const tarSource = new TarSource({
		registry,
		store,
		reader,
		signal: signal ? AbortSignal.any([signal, ending.signal]) : ending.signal
	});
	try {
		return await perform(options, reader, tarSource);
	} finally {
		// What was fetched early and turned out not to be needed.
		ending.abort();
	}
}

async function perform(options: InstallOptions, reader: ManifestReader, tarSource: TarSource): Promise<InstallReport> {
	const startedAt = performance.now();
	const { target, cwd, signal } = options;
	options.onProgress?.({ type: 'resolving' });
	const { lock, write } = await lockfileFor(options, (manifest) => tarSource.expect(manifest));
	const selection = selectPackages(lock, { dev: options.dev ?? true });
	options.onProgress?.({ type: 'resolved', packages: selection.packages.size });
	if (selection.missing.length > 0 && options.command === 'ci') throw outOfSync(selection.missing);
	const hidden = options.command === 'ci' ? null : await readText(target, `${cwd}/${HIDDEN_LOCKFILE}`);
	const installed = JSON.parse(hidden ?? '{"packages":{}}') as Lockfile;
	const plan = planChanges(installed.packages, selection.packages);
	const pending = new Map(plan.pending);
	const substitutions = await substitute(pending, reader, (location) => selection.packages.has(location));
	const archives = await fetchAll(pending, tarSource, options);
	checkAbort(signal);
	try {
		if (options.command === 'ci') await target.remove(`${cwd}/node_modules`);
		await target.remove(`${cwd}/${HIDDEN_LOCKFILE}`);
		for (const location of plan.removed) await target.remove(`${cwd}/${location}`);
		await unpackAll(pending, archives.contents, options);
		await linkAll(selection.packages, lock, options);
	} catch (error) {
		throw partial(error);
	}
	for (const file of options.save === false ? [] : write) await target.writeFile(file.path, encoder.encode(file.text), 0o644);
	await record(options, lock, { packages: selection.packages, substitutions });
	const counts = { added: plan.added, removed: plan.dropped, changed: plan.changed };
	const durationMs = performance.now() - startedAt;
	return {
		...counts,
		downloadedBytes: archives.downloadedBytes,
		substitutions,
		notices: noticesFor(selection, plan.pending),
		durationMs,
		summary: summarize(counts, durationMs)
	};
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

/** All that will be written, read and found sound before anything is. */
async function fetchAll(
	pending: Map<string, LockedPackage>,
	tarSource: TarSource,
	{ onProgress, signal }: InstallOptions
): Promise<{ contents: Map<string, TarFile[]>; downloadedBytes: number }> {
	const wanted = [...pending].filter(([, entry]) => !entry.link && !entry.inBundle);
	const contents = new Map<string, TarFile[]>();
	const budget = new InstallBudget();
	let downloadedBytes = 0;
	await Promise.all(
		wanted.map(async ([location, entry]) => {
			checkAbort(signal);
			const fetched = await tarSource.get(location, entry).catch((error: unknown) => {
				checkAbort(signal);
				throw error;
			});
			downloadedBytes += fetched.downloadedBytes;
			const files = untar(fetched.tar);
			budget.add(files, location);
			contents.set(location, files);
			onProgress?.({ type: 'fetched', packages: contents.size, of: wanted.length, bytes: downloadedBytes });
		})
	);
	return { contents, downloadedBytes };
}

/** Written last: without it the next install starts afresh. */
async function record(
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
