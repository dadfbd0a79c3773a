/**
 * The kernel's transforms worker: transforms modules of packages for all processes of the container, and keeps the results for later
 * sessions. It runs no code of the project.
 */
import type { FileSystem } from '../fs/file-system';
import { SharedFileSystem } from '../fs/shared-file-system';
import { FORMAT } from '../modules/transform-files';
import { nextTurn } from '../next-turn';
import type { ByteStore } from '../pack-store';
import { TransformMaker } from './maker';
import type { TransformAnswer, TransformsRequest } from './protocol';
import { openTransformStore } from './store';

/** The figures of this session, once all is written, for whoever wants to know: JSON of `{made, found}`. */
const FIGURES_FILE = '/proc/transforms';
/** Nothing was asked for so long: time to write. */
const CALM_MS = 2_000;

interface Session {
	fs: FileSystem;
	maker: TransformMaker;
	store: ByteStore;
}

let session: Promise<Session> | null = null;
let isFollowing = false;
let calmTimer: ReturnType<typeof setTimeout> | undefined;

addEventListener('message', (event) => {
	const request = (event as MessageEvent<TransformsRequest>).data;
	if (request.type === 'init') session = start(request);
	else void session?.then((running) => attend(running, request));
});

async function start({ heap, pid, slot, lock }: Extract<TransformsRequest, { type: 'init' }>): Promise<Session> {
	void navigator.locks.request(lock, () => new Promise(() => undefined));
	const fs = new SharedFileSystem(heap, pid, slot);
	const store = await openTransformStore(FORMAT);
	return { fs, maker: new TransformMaker(fs, store), store };
}

function attend(running: Session, request: Exclude<TransformsRequest, { type: 'init' }>): void {
	if (request.type === 'installed') running.maker.expect(request.folder);
	else {
		const message: TransformAnswer = { id: request.id, isMade: running.maker.make(request) };
		(globalThis as unknown as { postMessage(message: TransformAnswer): void }).postMessage(message);
	}
	if (!isFollowing) void follow(running);
}

/** A module per turn: what is asked meanwhile comes first. */
async function follow(running: Session): Promise<void> {
	isFollowing = true;
	do await nextTurn();
	while (running.maker.followNext());
	isFollowing = false;
	clearTimeout(calmTimer);
	calmTimer = setTimeout(() => void settle(running), CALM_MS);
}

async function settle({ fs, maker, store }: Session): Promise<void> {
	// A full disk costs the next session its transforms and nothing else.
	await store.flush().catch(() => undefined);
	fs.writeFile(FIGURES_FILE, new TextEncoder().encode(JSON.stringify(maker.counts)));
}
