import { runToEnd } from '../../../container/container';
import { registryOutage } from '../install-gate';
import { failureOf, REGISTRY_UNREACHABLE, reportOf, tail, type Gate, type GateContext } from '../gate';
import { opaqueFailure } from './problems';
import { absent, kindOf } from './scripts';

const INSTALL_TIMEOUT_MS = 300_000;
const LOCK = 'package-lock.json';
const NOTHING_TO_INSTALL = 'There is no package.json: nothing to install.';

/** package.json can be read, and what it names beside its lock file exists: models invent names, and others register them. */
export const ownPackageGate: Gate = async (context) => {
	const started = performance.now();
	const kind = kindOf(context);
	if (kind.manifest === 'none') return absent('package', NOTHING_TO_INSTALL);
	if (kind.manifest === 'broken') {
		const why = 'package.json is no valid JSON.';
		const failures = [failureOf('package', 'BAD_MANIFEST', why, { file: 'package.json' })];
		return reportOf('package', started, { summary: why, failures });
	}
	const lock = context.files.read(LOCK) ?? '';
	// Folders, repositories and workspaces are no names of the registry's.
	const wanted = [...kind.packages].filter(([name, range]) => !lock.includes(`"node_modules/${name}"`) && !range.includes(':'));
	const missing: string[] = [];
	for (const [name, range] of wanted) {
		context.progress(`Looking up ${name}@${range}`);
		if (!(await context.registry.has(name, range, context.signal))) missing.push(`${name}@${range}`);
	}
	return reportOf('package', started, {
		summary: missing.length ? `Not in the registry: ${missing.join(', ')}` : `All ${kind.packages.size} packages exist.`,
		passed: kind.packages.size - missing.length,
		failures: missing.map((name) =>
			failureOf('package', 'PACKAGE_UNKNOWN', `The registry has no ${name}.`, { file: 'package.json' })
		)
	});
};

/** The packages install: as locked where npm has a lock file that fits, else as package.json says. No lock file is made where there is none. */
export const ownInstallGate: Gate = async (context) => {
	const started = performance.now();
	const { manifest, packageManager, isLocked } = kindOf(context);
	if (manifest === 'none') return absent('install', NOTHING_TO_INSTALL);
	context.progress('Installing packages');
	let run = await install(context, isLocked ? ['ci'] : ['install', '--no-package-lock']);
	// A step has named a package, and nobody here writes lock files by hand.
	const isOutdated = isLocked && run.exitCode !== 0 && /package-lock|EUSAGE|in sync/.test(run.output);
	if (isOutdated) run = await install(context, ['install']);
	if (isOutdated && run.exitCode === 0) await context.keep?.(LOCK, await context.container.readFile(LOCK));
	const note = packageManager === 'npm' ? '' : ` The project is made with ${packageManager}; here npm installs it.`;
	if (run.exitCode === 0)
		return reportOf('install', started, { summary: `Packages are installed.${note}`, passed: 1, log: tail(run.output) });
	const outage = registryOutage(run.output);
	const why = run.isTimedOut ? `npm did not end within ${INSTALL_TIMEOUT_MS / 1000} s` : `npm ended with ${run.exitCode}`;
	const line = /npm (?:error|ERR!) (?!code).*$/m.exec(run.output)?.[0] ?? '';
	const failure = outage
		? failureOf('install', REGISTRY_UNREACHABLE, outage)
		: { ...opaqueFailure('install', { code: 'INSTALL', why, output: run.output }, context.files), file: 'package.json' };
	return reportOf('install', started, {
		summary: outage ?? `${why}${line ? `: ${line}` : ''}.${note}`,
		log: tail(run.output),
		failures: [failure]
	});
};

function install({ container, signal, progress }: GateContext, how: readonly string[]) {
	return runToEnd(container, 'npm', [...how, '--no-audit', '--no-fund', '--loglevel=error'], {
		signal,
		timeoutMs: INSTALL_TIMEOUT_MS,
		onOutput: (text) => progress(text.trim().split('\n').at(-1)?.slice(0, 200) ?? '')
	});
}
