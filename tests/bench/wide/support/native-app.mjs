/** An app's folder, built and started as whoever receives it does. */
import { execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

const START_TIMEOUT_MS = 60_000;
const run = promisify(execFile);

/**
 * @param {string} folder has package.json, and node_modules in it or above it
 * @returns {Promise<{ url: string, output: () => string, stop: () => Promise<void> }>} `output`: all that the app has printed
 * @throws Error with what was printed, where it does not build or does not answer
 */
export async function startNatively(folder) {
	await run('npm', ['run', 'build'], { cwd: folder, maxBuffer: 2 ** 24 }).catch(({ stdout, stderr }) => {
		throw new Error(`'npm run build' failed: ${`${stdout}${stderr}`.slice(-1500)}`);
	});
	const port = await freePort();
	const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1' };
	// A group of its own: npm starts what serves the app, and both have to end.
	const child = spawn('npm', ['start'], { cwd: folder, env, detached: true });
	let printed = '';
	const ended = new Promise((done) => child.once('exit', done));
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (printed += piece));
	const stop = async () => {
		if (child.exitCode !== null) return;
		process.kill(-child.pid, 'SIGTERM');
		await ended;
	};
	const url = `http://localhost:${port}`;
	const deadline = performance.now() + START_TIMEOUT_MS;
	while (!(await answers(url))) {
		if (child.exitCode !== null || performance.now() > deadline) {
			await stop();
			throw new Error(`'npm start' gave no page: ${printed.slice(-1500)}`);
		}
		await new Promise((done) => setTimeout(done, 100));
	}
	return { url, output: () => printed, stop };
}

const answers = (url) =>
	fetch(url).then(
		(response) => response.ok,
		() => false
	);

function freePort() {
	const server = createServer();
	return new Promise((done) =>
		server.listen(0, () => {
			const { port } = server.address();
			server.close(() => done(port));
		})
	);
}
