/** `npm install`, `npm ci` and `npm uninstall`: resolve, select, substitute, fetch, unpack, link. */
import { checkAbort, NpmError } from './errors';
import { lockfileFor, outOfSync } from './install-lockfile';
import type { InstallOptions, InstallReport } from './install-options';
import { planChanges, type Plan } from './install-plan';
import { noticesFor, summarize } from './install-report';
import { InstallBudget } from './limits';
import { parseLockfile } from './lock-check';
import { nameAt, type LockedPackage, type Lockfile } from './lockfile';
import { manifestReader } from './manifests';
import { selectPackages, type Selection } from './selection';
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
		readFile: async (path) => {
			const bytes = await options.target.readFile(path.startsWith('/') ? path : `${options.cwd}/${path}`);
			if (bytes === null) throw new NpmError('ENOENT', `Could not read the package archive '${path}'. Correct the path.`);
			return Uint8Array.from(bytes);
		},
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
	const answer = await lockfileFor(options, {
		onPick: (manifest) => tarSource.expect(manifest),
		readTar: async (resolved, integrity) => (await tarSource.get('', { resolved, ...(integrity ? { integrity } : {}) })).tar
	});
	const { lock } = answer;
	options.onAdd?.(answer.added);
	const installed = await readInstalled(options);
	const selection = select(lock, installed, options);
	options.onProgress?.({ type: 'resolved', packages: selection.packages.size });
	if (selection.missing.length > 0 && options.command === 'ci')
		throw outOfSync(selection.missing.map((name) => `Missing: ${name} from lock file`));
	await addIntegrity(selection.packages, installed.packages, reader);
	const plan = planChanges(options.command === 'ci' ? {} : installed.packages, selection.packages);
	const pending = new Map(plan.pending);
	const substitutions = await substitute(pending, reader, (location) => selection.packages.has(location));
	const isWritten = options.dryRun !== true && options.lockOnly !== true;
	const archives = isWritten
		? await fetchAll(pending, tarSource, options)
		: { contents: new Map<string, TarFile[]>(), downloadedBytes: 0 };
	checkAbort(signal);
	if (isWritten) await change(plan, { selection, lock, pending, contents: archives.contents, options });
	const isSaved = options.save !== false && options.dryRun !== true;
	for (const file of isSaved ? answer.write : []) await target.writeFile(file.path, encoder.encode(file.text), 0o644);
	if (isWritten) await record(options, lock, { packages: selection.packages, substitutions });
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

/** What the last install left; nothing for `npm ci`, which starts afresh. */
async function readInstalled({ target, cwd, command }: InstallOptions): Promise<Lockfile> {
	const path = `${cwd}/${HIDDEN_LOCKFILE}`;
	const text = command === 'ci' ? null : await readText(target, path);
	return text === null ? { lockfileVersion: 3, packages: {} } : parseLockfile(text, path);
}

function select(lock: Lockfile, installed: Lockfile, options: InstallOptions): Selection {
	const { omit, platform, hasWorkspaces, workspaces } = options;
	const wanted = { omit, platform, hasWorkspaces, hasPeers: options.tree?.legacyPeerDeps !== true };
	if (!workspaces) return selectPackages(lock, wanted);
	const selection = selectPackages(lock, { ...wanted, workspaces });
	// What other workspaces have stays as it is.
	for (const location of selectPackages(lock, wanted).packages.keys()) {
		const entry = installed.packages[location];
		if (entry && !selection.packages.has(location)) selection.packages.set(location, entry);
	}
	return selection;
}

/** A lock without a package's integrity does not say what it is: the registry does. */
async function addIntegrity(
	packages: Map<string, LockedPackage>,
	installed: Record<string, LockedPackage>,
	reader: ManifestReader
): Promise<void> {
	const bare = [...packages].filter(([, { link, inBundle, integrity, version }]) => !link && !inBundle && !integrity && version);
	await Promise.all(
		bare.map(async ([location, entry]) => {
			if (entry.resolved?.startsWith('file:')) return;
			const known = installed[location];
			const isKnown = known?.version === entry.version && known?.integrity !== undefined;
			const name = entry.name ?? nameAt(location);
			const integrity = isKnown ? known?.integrity : (await reader.manifest(name, entry.version ?? '')).dist.integrity;
			if (integrity) entry.integrity = integrity;
		})
	);
}

interface Change {
	selection: Selection;
	lock: Lockfile;
	pending: Map<string, LockedPackage>;
	contents: Map<string, TarFile[]>;
	options: InstallOptions;
}

/** The only part that changes node_modules. @throws EPARTIAL */
async function change(plan: Plan, { selection, lock, pending, contents, options }: Change): Promise<void> {
	const { target, cwd } = options;
	const workspaces = Object.keys(lock.packages).filter((location) => !location.includes('node_modules'));
	const emptied = options.command === 'ci' ? workspaces.map((folder) => (folder === '' ? cwd : `${cwd}/${folder}`)) : [];
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
