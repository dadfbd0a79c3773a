/** @param {number[]} values @returns {number} the middle one */
export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Runs `task` n times in turn. @returns {Promise<number>} median of what it returned */
export async function medianOf(n, task) {
	const values = [];
	for (let run = 0; run < n; run++) values.push(await task(run));
	return median(values);
}
