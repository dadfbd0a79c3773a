/**
 * What `work` gives, if it does so in time and before `signal` is aborted.
 * @param timeoutMs 0, as without it, waits for ever
 * @throws `late()` after `timeoutMs`, the signal's reason, or what `work` throws
 */
export function deadline<T>(
	work: Promise<T>,
	{
		timeoutMs = 0,
		late,
		signal
	}: { signal?: AbortSignal } & ({ timeoutMs: number; late: () => Error } | { timeoutMs?: 0; late?: () => Error })
): Promise<T> {
	return new Promise((resolve, reject) => {
		const onAbort = () => end(() => reject(signal?.reason as Error));
		const timer = timeoutMs && late ? setTimeout(() => end(() => reject(late())), timeoutMs) : undefined;
		const end = (settle: () => void) => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', onAbort);
			settle();
		};
		if (signal?.aborted) {
			// Nobody else hears of its failure.
			work.catch(() => undefined);
			return onAbort();
		}
		signal?.addEventListener('abort', onAbort, { once: true });
		work.then(
			(value) => end(() => resolve(value)),
			(error: unknown) => end(() => reject(error as Error))
		);
	});
}
