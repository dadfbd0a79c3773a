/** Exit code of what Ctrl-C has ended: 128 + SIGINT. */
const INTERRUPTED = 130;

/**
 * Runs a tool within a prompt's shell as if it were a process that Ctrl-C ends: its signal is aborted, and 130 is answered at
 * once. What it still does afterwards is nobody's. A shell that does not handle SIGINT ends with its tool.
 */
export async function interruptible(run: (signal: AbortSignal) => Promise<number>): Promise<number> {
	const abort = new AbortController();
	if (process.listenerCount('SIGINT') === 0) return run(abort.signal).finally(() => abort.abort());
	let interrupt = () => {};
	const interrupted = new Promise<number>((resolve) => (interrupt = () => resolve(INTERRUPTED)));
	process.once('SIGINT', interrupt);
	try {
		return await Promise.race([run(abort.signal), interrupted]);
	} finally {
		process.off('SIGINT', interrupt);
		abort.abort();
	}
}
