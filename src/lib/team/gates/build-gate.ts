import { runToEnd } from '../../container/container';
import { startServer } from '../../container/start-server';
import { filesNamed } from '../planning/suspect-files';
import { failureOf, reportOf, tail, type Gate, type GateContext } from './gate';
import { smokeTest } from './smoke-gate';

const BUILD_TIMEOUT_MS = 240_000;
const START_TIMEOUT_MS = 60_000;
/** Beside the dev server's, which goes on. */
const PORT = 3100;
/** The example data, in memory: what the live app holds stays as it is. */
const ENV = { PORT: String(PORT), NODE_ENV: 'production', SEED: 'demo', DATA_DIR: 'memory://', DATABASE_URL: '' };

/** What is shipped works: the app builds, starts as it does in production, and every page opens there, under its content security policy. */
export const buildGate: Gate = async (context) => {
	const started = performance.now();
	context.progress('Building for production');
	const build = await runToEnd(context.container, 'npm', ['run', 'build'], {
		signal: context.signal,
		timeoutMs: BUILD_TIMEOUT_MS
	});
	if (build.exitCode !== 0) {
		const why = build.isTimedOut ? `did not end within ${BUILD_TIMEOUT_MS / 1000} s` : `ended with ${build.exitCode}`;
		const [file, ...suspects] = filesNamed(build.output);
		return reportOf('build', started, {
			summary: `npm run build ${why}.`,
			log: tail(build.output),
			failures: [failureOf('build', 'BUILD', `npm run build ${why}. ${tail(build.output, 1200)}`, file ? { file, suspects } : {})]
		});
	}
	return runProduction(context, started);
};

async function runProduction(context: GateContext, started: number) {
	context.progress('Starting the production build');
	const { container, signal } = context;
	const npm = { command: 'npm', args: ['start'] };
	const start = await startServer(container, npm, { env: ENV, port: PORT, signal, timeoutMs: START_TIMEOUT_MS });
	if (!start.server) {
		const said = tail(start.log(), 1200);
		const [file, ...suspects] = filesNamed(said);
		return reportOf('build', started, {
			summary: `The production build ${start.why}.`,
			log: tail(start.log()),
			failures: [failureOf('build', 'START', `npm start ${start.why}. ${said}`, file ? { file, suspects } : {})]
		});
	}
	try {
		const { failures, summary, opened } = await smokeTest('build', context, start.server.url);
		return reportOf('build', started, {
			summary: `The production build: ${summary}`,
			passed: opened,
			failures,
			log: tail(start.log())
		});
	} finally {
		start.server.stop();
	}
}
