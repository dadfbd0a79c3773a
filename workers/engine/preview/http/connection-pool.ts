import type { AppConnection, AppRequest, ExchangeSink } from './app-connection';

/** Connections to one server, as in browsers; what is asked for beyond waits a little. */
const MAX_CONNECTIONS = 6;
/**
 * How long a request waits for a connection to become free before it gets another, in ms. Browsers wait for ever, but they know when a
 * page gives up: Chromium does not tell a service worker (`request.signal` is silent), so unanswered requests of pages
 * that are gone would block all others.
 */
const PATIENCE_MS = 100;
/** How long a connection is kept without use, in ms: less than the 5 s after which Node's server closes it. */
const IDLE_MS = 4000;
/** What may be sent twice without harm, and so may meet a connection that the server is just closing. */
const REPEATABLE = new Set(['GET', 'HEAD']);

interface Job {
	request: AppRequest;
	sink: ExchangeSink;
	/** While the exchange goes on. */
	connection: AppConnection | null;
	/** While it waits. */
	patience: ReturnType<typeof setTimeout> | undefined;
}

/** The kept-alive connections of previews to one server of the app. */
export class ConnectionPool {
	/** The one used last comes last. */
	readonly #idle: AppConnection[] = [];
	readonly #timers = new Map<AppConnection, ReturnType<typeof setTimeout>>();
	readonly #busy = new Set<AppConnection>();
	readonly #waiting: Job[] = [];
	#isRetired = false;

	constructor(
		/** Opens a connection, which calls `onClosed` when it has closed; null when nobody listens. */
		private readonly connect: (onClosed: (connection: AppConnection) => void) => AppConnection | null
	) {}

	/** @returns what ends the exchange before its time; its sink hears nothing more then */
	request(request: AppRequest, sink: ExchangeSink): () => void {
		const job: Job = { request, sink, connection: null, patience: undefined };
		const mayRun = this.#busy.size < MAX_CONNECTIONS || (this.#idle.length > 0 && isRepeatable(job));
		if (mayRun) this.#run(job, isRepeatable(job));
		else {
			this.#waiting.push(job);
			job.patience = setTimeout(() => this.#unqueue(job) && this.#run(job, isRepeatable(job)), PATIENCE_MS);
		}
		return () => {
			this.#unqueue(job);
			job.connection?.close();
		};
	}

	/** The server has gone: nothing is kept any more, but what it is answering may end. */
	retire(): void {
		this.#isRetired = true;
		for (const connection of [...this.#idle]) connection.close();
		this.#serve();
	}

	/** Gives the place of what has ended to who waits. */
	#serve(): void {
		while (this.#busy.size < MAX_CONNECTIONS || this.#idle.length > 0) {
			const job = this.#waiting[0];
			if (!job) return;
			this.#unqueue(job);
			this.#run(job, isRepeatable(job));
		}
	}

	/** False when it waited no more. */
	#unqueue(job: Job): boolean {
		clearTimeout(job.patience);
		const index = this.#waiting.indexOf(job);
		if (index >= 0) this.#waiting.splice(index, 1);
		return index >= 0;
	}

	#run(job: Job, mayReuse: boolean): void {
		const kept = mayReuse ? this.#takeIdle() : undefined;
		const connection = kept ?? this.#open();
		if (!connection) return job.sink.onFail(new Error('Nothing listens on this port.'), false);
		job.connection = connection;
		this.#busy.add(connection);
		const { sink } = job;
		connection.send(job.request, {
			onHead: (head) => sink.onHead(head),
			onBody: (bytes) => sink.onBody(bytes),
			onPause: () => sink.onPause(),
			onEnd: () => {
				job.connection = null;
				this.#release(connection);
				sink.onEnd();
				this.#serve();
			},
			onFail: (error, hasBegun) => {
				job.connection = null;
				if (kept && !hasBegun) return this.#run(job, false);
				sink.onFail(error, hasBegun);
			}
		});
	}

	#open(): AppConnection | null {
		if (this.#isRetired) return null;
		return this.connect((connection) => this.#forget(connection));
	}

	#takeIdle(): AppConnection | undefined {
		const connection = this.#idle.pop();
		if (connection) this.#stopTimer(connection);
		return connection;
	}

	#release(connection: AppConnection): void {
		this.#busy.delete(connection);
		if (!connection.isOpen) return;
		if (this.#isRetired || this.#idle.length >= MAX_CONNECTIONS) return connection.close();
		this.#idle.push(connection);
		this.#timers.set(
			connection,
			setTimeout(() => connection.close(), IDLE_MS)
		);
	}

	#forget(connection: AppConnection): void {
		this.#stopTimer(connection);
		this.#busy.delete(connection);
		const index = this.#idle.indexOf(connection);
		if (index >= 0) this.#idle.splice(index, 1);
		// Whoever closed it may be in the middle of an exchange.
		queueMicrotask(() => this.#serve());
	}

	#stopTimer(connection: AppConnection): void {
		clearTimeout(this.#timers.get(connection));
		this.#timers.delete(connection);
	}
}

const isRepeatable = ({ request }: Job) => REPEATABLE.has(request.method);
