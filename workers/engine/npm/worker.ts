/** The kernel's npm worker: one install at a time, progress as text for the caller's terminal. */
import type { FileSystem } from '../fs/file-system';
import { SharedFileSystem } from '../fs/shared-file-system';
import { describeError } from './errors';
import { install } from './install';
import { wordsOf } from './install-report';
import type { ResolveTree } from './install-options';
import { openPackStore, type ByteStore } from '../pack-store';
import { routesOf } from './npmrc';
import { ProgressLine } from './progress';
import type { NpmRequest, NpmResponse } from './protocol';
import { outdated, view } from './query';
import { Registry } from './registry';
import { SharedTarget } from './shared-target';
import { WasmPreheat } from './wasm-preheat';

type Init = Extract<NpmRequest, { type: 'init' }>;
type Question = Extract<NpmRequest, { type: 'ask' }>;

interface Session {
	fs: FileSystem;
	registry: Registry;
	store: ByteStore;
	resolve: ResolveTree;
}

const post = (message: NpmResponse): void =>
	(globalThis as unknown as { postMessage(message: NpmResponse): void }).postMessage(message);
let session: Promise<Session> | null = null;
let queue: Promise<void> = Promise.resolve();
const preheat = new WasmPreheat();
const running = new Map<number, AbortController>();

addEventListener('message', (event) => {
	const request = (event as MessageEvent<NpmRequest>).data;
	if (request.type === 'init') {
		session = start(request);
		session.then(() => post({ type: 'ready' }));
	} else if (request.type === 'cancel') running.get(request.id)?.abort();
	else {
		running.set(request.id, new AbortController());
		queue = queue.then(() => respond(request)).finally(() => running.delete(request.id));
	}
});

async function start({ heap, pid, slot, registry, resolverUrl }: Init): Promise<Session> {
	// Arborist is the larger part of this worker: it arrives while nobody waits for it.
	const resolver = import(/* @vite-ignore */ resolverUrl) as Promise<{ resolveTree: ResolveTree }>;
	resolver.catch(() => undefined);
	const resolve: ResolveTree = async (options) => (await resolver).resolveTree(options);
	return {
		fs: new SharedFileSystem(heap, pid, slot),
		registry: new Registry(registry),
		store: await openPackStore('npm', 'packages'),
		resolve
	};
}

async function respond(request: Question): Promise<void> {
	const { id } = request;
	try {
		if (!session) throw new Error('The npm worker got a request before init.');
		const exitCode = await perform(request, await session);
		post({ type: 'done', id, exitCode, report: null });
	} catch (error) {
		if (request.output !== 'none') post({ type: 'output', id, stream: 'stderr', text: describeError(error) });
		post({ type: 'done', id, exitCode: 1, report: null });
	} finally {
		// Nobody waits for it; a full disk costs the next install its downloads and nothing else.
		void session?.then(({ store }) => store.flush()).catch(() => undefined);
	}
}

async function perform(
	{ id, cwd, settings, query, consent, isTerminal, routes, output }: Question,
	{ fs, store, resolve, ...session }: Session
): Promise<number> {
	const target = new SharedTarget(fs);
	const registry = session.registry.routed(routesOf(routes));
	const print = (stream: 'stdout' | 'stderr', text: string): void => {
		if (text) post({ type: 'output', id, stream, text });
	};
	if (query) {
		const { text, exitCode } =
			query.command === 'view' ? await view(registry, query.words, query.isJson) : await outdated(registry, target, cwd);
		print('stdout', text);
		return exitCode;
	}
	if (!settings) throw new Error('The npm worker was asked nothing.');
	const progress = isTerminal ? new ProgressLine((text) => print('stderr', text)) : null;
	const signal = running.get(id)?.signal;
	const report = await install({
		...settings,
		cwd,
		target,
		registry,
		store,
		resolve,
		onAdd: (added) => consent !== undefined && print('stderr', noticeOf(added, consent)),
		onProgress: (step) => progress?.show(step),
		onWasm: (file) => preheat.start(registry, file),
		...(signal ? { signal } : {})
	}).finally(() => progress?.clear());
	const { stdout, stderr } = wordsOf(report, output);
	print('stderr', stderr);
	print('stdout', stdout);
	return 0;
}

/** What npx tells before it installs. @throws Error where `--no` was given */
function noticeOf(added: readonly string[], consent: boolean | null): string {
	if (consent === false) throw new Error(`npx canceled due to missing packages and no YES option: ${JSON.stringify(added)}`);
	const were = added.length === 1 ? 'package was' : 'packages were';
	return consent ? '' : `npm warn exec The following ${were} not found and will be installed: ${added.join(', ')}\n`;
}
