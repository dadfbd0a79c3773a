/** Gathers what is asked of our own server within one turn into one request, and hands out what comes back. */
import { BATCH_PATH, BATCH_TYPE, readFrames, type Frame } from './batch-frames';
import { inflate } from './inflate';
import { nextTurn } from '../next-turn';

export interface BatchAnswer {
	status: number;
	/** As the registry means it: inflated, where the server passed it on compressed. */
	bytes: Uint8Array<ArrayBuffer>;
}

interface Member {
	path: string;
	accept: string;
	signal: AbortSignal | undefined;
	resolve(answer: BatchAnswer): void;
	reject(error: unknown): void;
}

export interface AskOptions {
	accept?: string | undefined;
	signal?: AbortSignal | undefined;
}

/** Batches at once, four together: small documents, for which others wait, never stand behind packages. */
const AT_ONCE = { documents: 3, packages: 1 };
/** The server's own limit is higher: a second batch then goes beside the first. */
const MEMBERS = 250;
/** How long what came unasked is kept: an install asks for it within seconds. */
const PUSHED_MS = 60_000;
/** What a member answers when it has to be asked for alone: there are no batches here, or it is too large for one. */
const ALONE = 413;

interface Lane {
	atOnce: number;
	active: number;
	waiting: Member[];
	isGathering: boolean;
}

function laneOf(atOnce: number): Lane {
	return { atOnce, active: 0, waiting: [], isGathering: false };
}

export class BatchClient {
	/** Settled by the first answer; until then a failure counts as no, so that the plain request tells the user why. */
	#isServed: boolean | null = null;
	readonly #documents = laneOf(AT_ONCE.documents);
	readonly #packages = laneOf(AT_ONCE.packages);
	/** What the server sent without being asked, by `path accept`; null where it failed. */
	readonly #pushed = new Map<string, { atMs: number; bytes: Promise<Uint8Array<ArrayBuffer> | null> }>();

	/** @param base address of our server's registry, without a trailing slash */
	constructor(
		readonly base: string,
		readonly fetchFn: typeof fetch
	) {}

	get isServed(): boolean {
		return this.#isServed !== false;
	}

	/** Asks again for batches: the whole server could not be reached, which says nothing of what it can do. */
	forget(): void {
		if (this.#isServed === false) this.#isServed = null;
	}

	/** What the server has sent ahead for `path`, once: null where it has not. */
	takePushed(path: string, accept = ''): Promise<Uint8Array<ArrayBuffer> | null> | null {
		const key = `${path} ${accept}`;
		this.#forgetOld();
		const pushed = this.#pushed.get(key);
		this.#pushed.delete(key);
		return pushed?.bytes ?? null;
	}

	/** null where it has to be asked for alone. @throws what fetch throws, an Error where the answer broke off, the signal's reason */
	async ask(path: string, { accept = '', signal }: AskOptions = {}): Promise<BatchAnswer | null> {
		const answer = await new Promise<BatchAnswer>((resolve, reject) => {
			signal?.throwIfAborted();
			signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
			const lane = path.endsWith('.tgz') ? this.#packages : this.#documents;
			lane.waiting.push({ path, accept, signal, resolve, reject });
			void this.#gather(lane);
		});
		return answer.status === ALONE ? null : answer;
	}

	async #gather(lane: Lane): Promise<void> {
		if (lane.isGathering || lane.active >= lane.atOnce) return;
		lane.isGathering = true;
		await nextTurn();
		lane.isGathering = false;
		lane.waiting = lane.waiting.filter(({ signal }) => !signal?.aborted);
		const members = lane.waiting.splice(0, MEMBERS);
		if (members.length === 0) return;
		lane.active++;
		void this.#send(members).finally(() => {
			lane.active--;
			if (lane.waiting.length > 0) void this.#gather(lane);
		});
		if (lane.waiting.length > 0) void this.#gather(lane);
	}

	/** Settles each member. */
	async #send(members: Member[]): Promise<void> {
		const alone = (): void => members.forEach(({ resolve }) => resolve({ status: ALONE, bytes: new Uint8Array() }));
		if (this.#isServed === false) return alone();
		try {
			const body = JSON.stringify(members.map(({ path, accept }) => [path, accept]));
			const response = await this.fetchFn(this.base + BATCH_PATH, { method: 'POST', body, signal: unwanted(members) });
			const isBatch = response.ok && response.headers.get('content-type') === BATCH_TYPE && response.body !== null;
			this.#isServed ??= isBatch;
			if (!isBatch || !response.body) return alone();
			await this.#receive(members, response.body);
		} catch (error) {
			this.#isServed ??= false;
			if (!this.#isServed) return alone();
			for (const { reject } of members) reject(error);
		}
	}

	async #receive(members: Member[], stream: ReadableStream<Uint8Array>): Promise<void> {
		const settle: ((frame: Frame | null) => void)[] = members.map(({ resolve, reject }) => (frame) => {
			if (!frame) reject(new Error('The answer broke off.'));
			else inflated(frame).then((bytes) => resolve({ status: frame.header.status, bytes }), reject);
		});
		try {
			for await (const frame of readFrames(stream)) {
				const { index, next = [] } = frame.header;
				for (const member of next) settle.push(this.#expect(member));
				settle[index]?.(frame);
				settle[index] = () => {};
			}
		} finally {
			for (const each of settle) each(null);
		}
	}

	#expect([path, accept]: [path: string, accept: string]): (frame: Frame | null) => void {
		let settle: (frame: Frame | null) => void = () => {};
		const frame = new Promise<Frame | null>((resolve) => (settle = resolve));
		const key = `${path} ${accept}`;
		const bytes = frame.then((found) => (found?.header.status === 200 ? inflated(found) : null)).catch(() => null);
		if (!this.#pushed.has(key)) this.#pushed.set(key, { atMs: performance.now(), bytes });
		return settle;
	}

	/** What nobody has asked for meanwhile is stale, and memory. */
	#forgetOld(): void {
		for (const [key, { atMs }] of this.#pushed) {
			if (performance.now() - atMs < PUSHED_MS) return;
			this.#pushed.delete(key);
		}
	}
}

/** Aborted when nobody waits for any of these. */
function unwanted(members: readonly Member[]): AbortSignal {
	const controller = new AbortController();
	const check = (): void => {
		if (members.every(({ signal }) => signal?.aborted)) controller.abort();
	};
	for (const signal of new Set(members.map((member) => member.signal))) signal?.addEventListener('abort', check, { once: true });
	return controller.signal;
}

function inflated({ header, body }: Frame): Promise<Uint8Array<ArrayBuffer>> {
	return header.encoding === undefined ? Promise.resolve(body) : inflate(body, header.encoding as CompressionFormat);
}
