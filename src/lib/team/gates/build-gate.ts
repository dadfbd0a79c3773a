import { runToEnd, stripAnsi, type Server } from '../../container/container';
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
	let unsubscribe: () => void = () => undefined;
	const ready = new Promise<Server>(
		(done) => (unsubscribe = container.onServerReady((server) => server.port === PORT && done(server)))
	);
	const process = await container.spawn('npm', ['start'], { env: ENV });
	let log = '';
	void process.output
		.pipeTo(new WritableStream({ write: (text) => void (log = (log + text).slice(-20_000)) }))
		.catch(() => undefined);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<string>((done) => (timer = setTimeout(() => done('did not listen in time'), START_TIMEOUT_MS)));
	const ended = process.exit.then((code) => `ended with ${code}`);
	const aborted = new Promise<string>((done) => signal.addEventListener('abort', () => done('was stopped'), { once: true }));
	try {
		const first = await Promise.race([ready, ended, late, aborted]);
		signal.throwIfAborted();
		if (typeof first !== 'string') {
			const { failures, summary, opened } = await smokeTest('build', context, first.url);
			return reportOf('build', started, {
				summary: `The production build: ${summary}`,
				passed: opened,
				failures,
				log: tail(log)
			});
		}
		const said = tail(stripAnsi(log), 1200);
		const [file, ...suspects] = filesNamed(said);
		return reportOf('build', started, {
			summary: `The production build ${first}.`,
			log: tail(stripAnsi(log)),
			failures: [failureOf('build', 'START', `npm start ${first}. ${said}`, file ? { file, suspects } : {})]
		});
	} finally {
		clearTimeout(timer);
		unsubscribe();
		process.kill();
	}
}
