/** Resolves after a while. @throws the signal's reason, at once when it is aborted */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const abort = () => {
			clearTimeout(timer);
			reject(signal?.reason as Error);
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener('abort', abort);
			resolve();
		}, ms);
		if (signal?.aborted) return abort();
		signal?.addEventListener('abort', abort, { once: true });
	});
}
