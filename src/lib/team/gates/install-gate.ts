import { runToEnd } from '../../container/container';
import { failureOf, REGISTRY_UNREACHABLE, reportOf, tail, type Gate } from './gate';

const INSTALL_TIMEOUT_MS = 300_000;

/** The packages install, exactly as locked when there is a lock file that fits. */
export const installGate: Gate = async (context) => {
	const started = performance.now();
	const flags = ['--no-audit', '--no-fund', '--loglevel=error'];
	const isLocked = context.files.read('package-lock.json') !== undefined;
	const options = {
		signal: context.signal,
		timeoutMs: INSTALL_TIMEOUT_MS,
		onOutput: (text: string) => context.progress(lastLine(text))
	};
	context.progress('Installing packages');
	let run = await runToEnd(context.container, 'npm', [isLocked ? 'ci' : 'install', ...flags], options);
	if (isLocked && run.exitCode !== 0 && /package-lock|EUSAGE|in sync/.test(run.output))
		run = await runToEnd(context.container, 'npm', ['install', ...flags], options);
	if (run.exitCode === 0)
		return reportOf('install', started, { summary: 'Packages are installed.', passed: 1, log: tail(run.output) });
	const why = run.isTimedOut ? `npm did not end within ${INSTALL_TIMEOUT_MS / 1000} s` : `npm ended with ${run.exitCode}`;
	const outage = /(?:Cannot reach the registry|The registry \S+ answered 5\d\d).*$/m.exec(run.output)?.[0];
	if (outage)
		return reportOf('install', started, {
			summary: outage,
			log: tail(run.output),
			failures: [failureOf('install', REGISTRY_UNREACHABLE, outage)]
		});
	const line = /npm (?:error|ERR!).*$/m.exec(run.output)?.[0] ?? lastLine(run.output);
	return reportOf('install', started, {
		summary: `${why}: ${line}`,
		log: tail(run.output),
		failures: [failureOf('install', 'INSTALL', `${why}: ${line}`, { file: 'package.json' })]
	});
};

function lastLine(text: string): string {
	return text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
}
