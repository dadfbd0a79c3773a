/** What the workers of processes hold of memory, as the browser measures it. Only a document can ask, and only Chromium answers. */

interface MemoryMeasurement {
	breakdown: { bytes: number; attribution: { scope: string; url: string }[] }[];
}
type Measure = () => Promise<MemoryMeasurement>;

/**
 * Bytes by pid, memory that workers share counted in each. Takes up to 20 s, since the browser waits for a garbage collection, and does
 * not end while a worker never returns to its event loop. Null: this browser does not tell.
 * @source WICG performance-measure-memory
 */
export async function measureProcesses(): Promise<Record<number, number> | null> {
	const { measureUserAgentSpecificMemory: measure } = performance as Performance & {
		measureUserAgentSpecificMemory?: Measure;
	};
	if (!measure) return null;
	const measured = await measure.call(performance).catch(() => null);
	// Denied, as in a frame that is not cross-origin isolated.
	if (!measured) return null;
	const bytesByPid: Record<number, number> = {};
	for (const { bytes, attribution } of measured.breakdown)
		for (const { url } of attribution) {
			const pid = Number(url.split('#')[1]);
			if (pid) bytesByPid[pid] = (bytesByPid[pid] ?? 0) + bytes;
		}
	return bytesByPid;
}
