/** What the browsers of this process hold in memory, as the system counts it. */
import { execFileSync } from 'node:child_process';

/** @returns {number} MiB resident in the largest renderer below this process */
export const largestRendererMiB = () => Math.round(Math.max(0, ...renderersMiB()));

/** @returns {number[]} MiB resident in each renderer below this process */
export function renderersMiB() {
	const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' }).trim().split('\n');
	const parents = new Map();
	const renderers = [];
	for (const row of rows) {
		const [pid, parent, kib] = row.trim().split(/\s+/, 3).map(Number);
		parents.set(pid, parent);
		if (row.includes('--type=renderer')) renderers.push({ pid, mib: kib / 1024 });
	}
	const isOurs = (pid) => pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid)));
	return renderers.filter(({ pid }) => isOurs(pid)).map(({ mib }) => mib);
}
