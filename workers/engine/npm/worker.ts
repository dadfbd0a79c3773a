/** The kernel's npm worker: one install at a time, progress as text for the caller's terminal. */
import { SharedFileSystem } from '../fs/shared-file-system';
import { parseInstallArguments } from './arguments';
import { describeError } from './errors';
import { install } from './install';
import type { ResolveTree } from './install-options';
import { openPackStore, type ByteStore } from '../pack-store';
import { readNpmrc } from './npmrc';
import { ProgressLine } from './progress';
import type { NpmRequest, NpmResponse } from './protocol';
import { outdated, view } from './query';
import { Registry } from './registry';
import { SharedTarget } from './shared-target';
import { WasmPreheat } from './wasm-preheat';

type Init = Extract<NpmRequest, { type: 'init' }>;
type Install = Extract<NpmRequest, { type: 'install' }>;

interface Session {
	fs: SharedFileSystem;
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
		queue = queue.then(() => answer(request)).finally(() => running.delete(request.id));
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

async function answer(request: Install): Promise<void> {
	const { id } = request;
	try {
		if (!session) throw new Error('The npm worker got a request before init.');
		const exitCode = await perform(request, await session);
		post({ type: 'done', id, exitCode, report: null });
	} catch (error) {
		post({ type: 'output', id, stream: 'stderr', text: describeError(error) });
		post({ type: 'done', id, exitCode: 1, report: null });
	} finally {
		// Nobody waits for it; a full disk costs the next install its downloads and nothing else.
		void session?.then(({ store }) => store.flush()).catch(() => undefined);
	}
}

async function perform(
	{ id, cwd, args, isTerminal, env }: Install,
	{ fs, store, resolve, ...session }: Session
): Promise<number> {
	const target = new SharedTarget(fs);
	const registry = session.registry.routed(await readNpmrc(target, cwd, env));
	const print = (stream: 'stdout' | 'stderr', text: string): void => {
		if (text) post({ type: 'output', id, stream, text });
	};
	if (args[0] === 'view' || args[0] === 'outdated') {
		const { text, exitCode } = args[0] === 'view' ? await view(registry, args.slice(1)) : await outdated(registry, target, cwd);
		print('stdout', text);
		return exitCode;
	}
	const options = parseInstallArguments(args);
	const progress = isTerminal ? new ProgressLine((text) => print('stderr', text)) : null;
	const signal = running.get(id)?.signal;
	const report = await install({
		...options,
		cwd,
		target,
		registry,
		store,
		resolve,
		onProgress: (step) => progress?.show(step),
		onWasm: (file) => preheat.start(registry, file),
		...(signal ? { signal } : {})
	}).finally(() => progress?.clear());
	if (options.isSilent) return 0;
	const told = report.substitutions.map(
		({ from, to, notice }) => [from, to].filter(Boolean).join(' -> ') + (notice ? ` (${notice})` : '')
	);
	print('stderr', [...report.notices, ...told].map((line) => `npm warn ${line}\n`).join(''));
	print('stdout', `\n${report.summary}\n`);
	return 0;
}
