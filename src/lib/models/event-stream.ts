import { AppError } from '../domain/app-error';

/** Reads the body of a reply as it comes: server-sent events, however a server ends its lines, or one JSON text, or one a line. */

export interface StreamEvent {
	/** 'message' where the server names none. */
	name: string;
	data: string;
}

export interface StreamLimits {
	/** How long the first byte may take, in milliseconds. */
	firstByteMs: number;
	/** How long nothing may come after that. */
	idleMs: number;
	/** Whose words they are, for errors. */
	model: string;
	signal?: AbortSignal | undefined;
}

/**
 * The events of a body, in order. Comments keep it alive and say nothing. A reader that stops early closes the connection.
 * @throws AppError MODEL_STALLED, MODEL_UNREACHABLE for a web page; the signal's reason; what the body throws where it breaks off
 */
export async function* readEvents(body: ReadableStream<Uint8Array>, limits: StreamLimits): AsyncGenerator<StreamEvent> {
	const reader = body.getReader();
	const parser = new EventParser();
	let isFirst = true;
	let isEnded = false;
	try {
		for (;;) {
			const part = await within(reader, isFirst ? limits.firstByteMs : limits.idleMs, limits);
			isEnded = part.done;
			yield* isEnded ? parser.end() : parser.push(part.value ?? new Uint8Array());
			if (isEnded) return;
			if (parser.isPage)
				throw new AppError(
					'MODEL_UNREACHABLE',
					'A web page answered where a model was expected. Check the base URL in Settings.'
				);
			isFirst = false;
		}
	} finally {
		if (!isEnded) reader.cancel().catch(() => undefined);
		reader.releaseLock();
	}
}

type Part = { done: boolean; value?: Uint8Array | undefined };

function within(
	reader: ReadableStreamDefaultReader<Uint8Array>,
	limitMs: number,
	{ model, signal }: StreamLimits
): Promise<Part> {
	return new Promise((resolve, reject) => {
		const abort = () => settle(() => reject(signal?.reason as Error));
		const timer = setTimeout(() => settle(() => reject(stalled(model, limitMs))), limitMs);
		const settle = (act: () => void) => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', abort);
			act();
		};
		if (signal?.aborted) return abort();
		signal?.addEventListener('abort', abort, { once: true });
		reader.read().then(
			(part) => settle(() => resolve(part)),
			(error: unknown) => settle(() => reject(error as Error))
		);
	});
}

export function stalled(model: string, limitMs: number): AppError {
	return new AppError('MODEL_STALLED', `Nothing came from ${model} for ${Math.round(limitMs / 1000)} s.`, { data: { model } });
}

class EventParser {
	#decoder = new TextDecoder();
	#rest = '';
	#name = '';
	#data: string[] = [];
	/** What came in place of events: a JSON text over several lines. */
	#plain = '';
	#kind: 'unknown' | 'events' | 'plain' = 'unknown';
	isPage = false;

	*push(bytes: Uint8Array): Generator<StreamEvent> {
		this.#rest += this.#decoder.decode(bytes, { stream: true });
		if (this.#kind === 'unknown') this.#look();
		if (this.#kind === 'plain') return;
		// A CR at the end may be half of a CRLF.
		const lines = this.#rest.split(/\r\n|\n|\r(?!$)/);
		this.#rest = lines.pop() ?? '';
		for (const line of lines) yield* this.#line(line);
	}
	*end(): Generator<StreamEvent> {
		this.#rest += this.#decoder.decode();
		if (this.#kind === 'plain') return yield* this.#plainEvents();
		for (const line of this.#rest.split(/\r\n|\n|\r/)) yield* this.#line(line);
		yield* this.#dispatch();
	}

	#look(): void {
		const first = this.#rest.trimStart()[0];
		if (!first) return;
		this.isPage = first === '<';
		this.#kind = first === '{' || first === '[' ? 'plain' : 'events';
	}
	*#line(line: string): Generator<StreamEvent> {
		if (line === '') return yield* this.#dispatch();
		if (line.startsWith(':')) return;
		const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
		if (field === 'event') this.#name = value;
		else if (field === 'data') {
			// Some leave out the empty line between two events: each is a whole JSON text then.
			if (this.#data.length && isJson(this.#data.join('\n'))) yield* this.#dispatch();
			this.#data.push(value);
		}
	}
	*#dispatch(): Generator<StreamEvent> {
		const data = this.#data.join('\n');
		const name = this.#name || 'message';
		this.#data = [];
		this.#name = '';
		if (data.trim()) yield { name, data };
	}
	*#plainEvents(): Generator<StreamEvent> {
		this.#plain = this.#rest.trim();
		if (isJson(this.#plain)) return yield { name: 'message', data: this.#plain };
		for (const line of this.#plain.split(/\r\n|\n|\r/)) {
			const data = line.replace(/^data: ?/, '').trim();
			if (data) yield { name: 'message', data };
		}
	}
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return text === '[DONE]';
	}
}
