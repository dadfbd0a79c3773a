import type { LoopbackConnection } from '../../kernel/loopback-network';
import { ResponseParser, type ResponseHead } from './response-parser';

export interface AppRequest {
	/** Head and body. */
	bytes: Uint8Array;
	method: string;
}

/** Hears the response of one exchange; `onEnd` or `onFail` comes last. */
export interface ExchangeSink {
	onHead(head: ResponseHead): void;
	onBody(bytes: Uint8Array<ArrayBuffer>): void;
	/** No more has arrived for the moment. */
	onPause(): void;
	onEnd(): void;
	/** `hasBegun`: some of the response arrived before. */
	onFail(error: Error, hasBegun: boolean): void;
}

interface Exchange {
	parser: ResponseParser;
	sink: ExchangeSink;
	hasBegun: boolean;
}

/** A loopback connection to the app's server that carries one exchange at a time, and the next one when both sides allow it. */
export class AppConnection {
	#exchange: Exchange | null = null;
	#isOpen = true;
	#isWriting = false;
	readonly #closing = new AbortController();

	constructor(
		private readonly connection: LoopbackConnection,
		/** Called once, when this side has closed or has seen that the server did. */
		private readonly onClosed: (connection: AppConnection) => void
	) {
		const { signal } = this.#closing;
		void connection.read((bytes) => this.#receive(bytes), signal).then(() => this.#onServerEnd());
	}

	get isOpen(): boolean {
		return this.#isOpen;
	}

	/** The connection must be open and free. When `onEnd` is called it is free again, or closed. */
	send({ bytes, method }: AppRequest, sink: ExchangeSink): void {
		const onEnd = (isReusable: boolean) => {
			this.#exchange = null;
			// A server that answers before it has read the body may leave the rest of it where the next request is expected.
			if (!isReusable || this.#isWriting) this.close();
			sink.onEnd();
		};
		const parser = new ResponseParser(
			{ onHead: (head) => sink.onHead(head), onBody: (part) => sink.onBody(part), onEnd },
			method === 'HEAD'
		);
		this.#exchange = { parser, sink, hasBegun: false };
		void this.#write(bytes);
	}

	/** Ends the exchange too, whose sink hears nothing more. Twice is harmless. */
	close(): void {
		if (!this.#isOpen) return;
		this.#isOpen = false;
		this.#exchange = null;
		this.#closing.abort();
		if (!this.#isWriting) this.connection.end();
		this.onClosed(this);
	}

	async #write(bytes: Uint8Array): Promise<void> {
		this.#isWriting = true;
		await this.connection.write(bytes, this.#closing.signal);
		this.#isWriting = false;
		if (!this.#isOpen) this.connection.end();
	}

	#receive(bytes: Uint8Array<ArrayBuffer>): void {
		const exchange = this.#exchange;
		// Nothing was asked for: what comes can belong to no request.
		if (!exchange) return this.close();
		exchange.hasBegun = true;
		try {
			exchange.parser.feed(bytes);
			if (this.#exchange === exchange) exchange.sink.onPause();
		} catch (error) {
			this.#fail(exchange, error);
		}
	}

	#onServerEnd(): void {
		const exchange = this.#exchange;
		if (!exchange) return this.close();
		try {
			exchange.parser.close();
		} catch (error) {
			this.#fail(exchange, error);
		}
	}

	#fail({ sink, hasBegun }: Exchange, error: unknown): void {
		this.close();
		sink.onFail(error instanceof Error ? error : new Error(String(error)), hasBegun);
	}
}
