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
}

export type WorkerToKernel = PreviewRequest | { type: 'abort'; id: number };

export type KernelToWorker =
	| { type: 'head'; id: number; status: number; headers: [string, string][] }
	| { type: 'chunk'; id: number; bytes: Uint8Array }
	| { type: 'end'; id: number }
	| { type: 'failed'; id: number; message: string };
