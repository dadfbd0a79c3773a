/** The kernel's npm worker: one install at a time, progress as text for the caller's terminal. */
import { SharedFileSystem } from '../fs/shared-file-system';
import { parseInstallArguments } from './arguments';
import { describeError } from './errors';
import { install, type ResolveTree } from './install';
import { openTarStore, type TarStore } from './pack-store';
import type { NpmRequest, NpmResponse } from './protocol';
import { Registry } from './registry';
import { SharedTarget } from './shared-target';

type Init = Extract<NpmRequest, { type: 'init' }>;
type Install = Extract<NpmRequest, { type: 'install' }>;

interface Session {
	fs: SharedFileSystem;
	registry: Registry;
	store: TarStore;
	resolve: ResolveTree;
}

const post = (message: NpmResponse): void =>
	(globalThis as unknown as { postMessage(message: NpmResponse): void }).postMessage(message);
let session: Promise<Session> | null = null;
let queue: Promise<void> = Promise.resolve();

addEventListener('message', (event) => {
	const request = (event as MessageEvent<NpmRequest>).data;
	if (request.type === 'init') {
		session = start(request);
		session.then(() => post({ type: 'ready' }));
	} else queue = queue.then(() => answer(request));
});

async function start({ heap, pid, slot, registry, resolverUrl }: Init): Promise<Session> {
	const resolve: ResolveTree = async (options) => {
		// Loaded only when no lockfile answers: Arborist is the larger part of this worker.
		const resolver = (await import(/* @vite-ignore */ resolverUrl)) as { resolveTree: ResolveTree };
		return resolver.resolveTree(options);
	};
	return { fs: new SharedFileSystem(heap, pid, slot), registry: new Registry(registry), store: await openTarStore(), resolve };
}

async function answer({ id, cwd, args }: Install): Promise<void> {
	try {
		if (!session) throw new Error('The npm worker got a request before init.');
		const { fs, registry, store, resolve } = await session;
		const report = await install({ ...parseInstallArguments(args), cwd, target: new SharedTarget(fs), registry, store, resolve });
		const told = report.substitutions.map(
			({ from, to, notice }) => [from, to].filter(Boolean).join(' -> ') + (notice ? ` (${notice})` : '')
		);
		const warnings = [...report.notices, ...told].map((line) => `npm warn ${line}\n`).join('');
		if (warnings) post({ type: 'output', id, stream: 'stderr', text: warnings });
		post({ type: 'output', id, stream: 'stdout', text: `\n${report.summary}\n` });
		post({ type: 'done', id, exitCode: 0, report });
	} catch (error) {
		post({ type: 'output', id, stream: 'stderr', text: describeError(error) });
		post({ type: 'done', id, exitCode: 1, report: null });
	}
}
