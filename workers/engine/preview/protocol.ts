/** Messages on the channel between a preview's service worker and the kernel. */
export interface PreviewRequest {
	type: 'request';
	id: number;
	method: string;
	/** Path and query. */
	url: string;
	host: string;
	origin: string;
	headers: [string, string][];
	body: Uint8Array | null;
	cache: RequestCache;
	/** The response becomes a document of its own. */
	isNavigation: boolean;
}

/** Comes with the port on which the page's socket and the kernel speak from then on, without the service worker. */
export interface SocketRequest {
	type: 'socket';
	/** Absolute, ws: or wss:. */
	url: string;
	/** The container's port that the URL names. */
	port: number;
	protocols: string[];
	/** Of the page; the service worker says it. */
	origin: string;
}

/** A page was loaded past all caches: what the kernel has stored for it must not be used. */
interface Forget {
	type: 'forget';
}

export type WorkerToKernel =
	PreviewRequest | SocketRequest | Forget | { type: 'abort'; id: number } | { type: 'preview-message'; message: unknown };

export type KernelToWorker =
	/** Head and body at once; nothing else comes for this id. */
	| { type: 'whole'; id: number; status: number; headers: [string, string][]; body: Uint8Array<ArrayBuffer> }
	| { type: 'head'; id: number; status: number; headers: [string, string][] }
	| { type: 'chunk'; id: number; bytes: Uint8Array<ArrayBuffer> }
	| { type: 'end'; id: number }
	| { type: 'failed'; id: number; message: string }
	/** Nothing listens any more: a later request needs a new channel. */
	| { type: 'gone' };

/** What a page posts to its service worker. */
export type PageToWorker = Omit<SocketRequest, 'origin'> | Forget | { type: 'preview-message'; message: unknown };

export type PageToSocket = { type: 'send'; data: string | ArrayBuffer | Blob } | { type: 'close'; code: number; reason: string };

export type SocketToPage =
	| { type: 'open'; protocol: string }
	| { type: 'message'; data: string | ArrayBuffer }
	/** So many bytes of `send` went out. */
	| { type: 'sent'; bytes: number }
	| { type: 'closing' }
	/** The last message. `reason` is what the server gave; `error` says why the connection failed, for the console. */
	| { type: 'closed'; code: number; reason: string; wasClean: boolean; error?: string };
