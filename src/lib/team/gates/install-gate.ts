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
	const outage = registryOutage(run.output);
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

/** Of our engine's npm, then of npm itself: the registry cannot be reached, or is out of order. */
const OUTAGE_CODES = /^(?:EREGISTRY|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|E5\d\d)$/;
/** The engine's npm has one code for all that a registry does: what it refuses for good is no outage. */
const REFUSAL = /answered 4\d\d/;

/** What npm says of a registry that it cannot reach, by the code that it prints; undefined when that is not why it failed. */
export function registryOutage(output: string): string | undefined {
	const [, code = '', rest = ''] = /^npm (?:error|ERR!) code (\S+)([^]*)/m.exec(output) ?? [];
	if (!OUTAGE_CODES.test(code)) return undefined;
	const lines = [...rest.matchAll(/^npm (?:error|ERR!) (.*\S)/gm)].map(([, line = '']) => line);
	const message = lines.find((line) => !/^(?:code|errno|syscall|type) /.test(line)) ?? `npm ended with ${code}`;
	return REFUSAL.test(message) ? undefined : message;
}

function lastLine(text: string): string {
	return text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
}
