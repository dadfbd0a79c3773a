/** Ten engines in one page, one after the other, each left with a terminal, a server and a waiting program: what the renderer holds. */
import { openTab } from '../../../scripts/headless-tab.mjs';
import { largestRendererMiB } from '../../../scripts/renderer-memory.mjs';

const JOBS = 10;
/** The first ones warm the browser up. */
const WARM = 2;
const FILES_MIB = 100;

export default async function tenJobs({ report }) {
	const tab = await openTab();
	const heldMiB = [];
	for (let job = 0; job < JOBS; job++) {
		await tab.page.evaluate(work, FILES_MIB);
		heldMiB.push(largestRendererMiB());
		await tab.page.evaluate(async () => {
			globalThis.container.teardown();
			globalThis.container = await globalThis.WebContainer.boot({ workdirName: 'project' });
		});
	}
	await tab.close();
	const [first, last] = [heldMiB.slice(0, WARM), heldMiB.slice(-WARM)].map((all) => Math.min(...all));
	report({ measure: 'renderer, first jobs', unit: 'MiB', ours: first });
	report({ measure: `renderer, after ${JOBS} jobs`, unit: 'MiB', ours: last });
	report({ measure: 'growth', unit: '%', ours: (100 * (last - first)) / first });
}

/** Runs in the page. */
async function work(filesMiB) {
	const { container } = globalThis;
	const block = new Uint8Array(1 << 20).fill(7);
	for (let index = 0; index < filesMiB; index++) await container.fs.writeFile(`block-${index}`, block);
	await container.spawn('jsh', [], { terminal: { cols: 80, rows: 24 } });
	await container.spawn('node', ['-e', 'process.stdin.resume()']);
	const open = new Promise((done) => container.on('server-ready', done));
	await container.spawn('node', ['-e', `require('http').createServer().listen(3000)`]);
	await open;
}
