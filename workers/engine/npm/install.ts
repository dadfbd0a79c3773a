/** `npm install`, `npm ci` and `npm uninstall`: resolve, select, substitute, fetch, unpack, link. */
import { checkAbort, NpmError } from './errors';
import { lockfileFor, outOfSync } from './install-lockfile';
import type { InstallOptions, InstallReport } from './install-options';
import { addIntegrity, readInstalled, select } from './install-selection';
import { change, record } from './install-change';
import { planChanges } from './install-plan';
import { noticesFor, summarize } from './install-report';
import { InstallBudget } from './limits';
import type { LockedPackage } from './lockfile';
import { manifestReader } from './manifests';
import { substitute, type ManifestReader } from './substitutions';
import { untar, type TarFile } from './tar';
import { TarSource } from './tar-source';

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
	const { target, signal } = options;
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
