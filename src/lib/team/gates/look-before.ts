import { gateNames, type CheckReport, type GateName } from '../../domain/check';
import type { RunState } from '../../log/state';
import type { GateRunner, GateRunnerParts } from './gate-runner';
import { asBefore, isOfAll, reportsBefore, scopeBefore } from './known-failures';

/**
 * How a project stands before a request changes it, each gate once: what fails already is not held against the change. A request that
 * follows one whose checks all passed, on the files as they are, takes over what they found.
 */
export async function lookBefore(
	runner: GateRunner,
	{ services, emit }: Pick<GateRunnerParts, 'services' | 'emit'>,
	requestId: string
): Promise<void> {
	const scope = scopeBefore(requestId);
	const known = () => reportsBefore(services.state());
	if (!known().length)
		for (const report of earlierReports(services.state())) await emit('check.reported', asBefore(report, scope));
	const context = await runner.prepare();
	const look = async (gate: GateName) => {
		if (!known().some((report) => report.gate === gate)) await runner.check(gate, 1, context, scope);
	};
	await look('package');
	await look('install');
	// What is known from an earlier engine is not installed in this one.
	if (known().some(({ gate, ok }) => gate === 'install' && ok) && !runner.isInstalled) await runner.check('install', 1, context);
	await Promise.all([look('review'), look('types'), look('tests')]);
	for (const gate of ['boot', 'smoke', 'build'] as const) await look(gate);
}

/** What the request before this one ended with, where that still holds; empty otherwise. */
function earlierReports(state: RunState): CheckReport[] {
	// What is installed already is not looked at again after the change.
	const reports = gateNames.flatMap((name) => state.checks.findLast((check) => check.gate === name && isOfAll(check)) ?? []);
	const hasPassed = state.requests.at(-1)?.before.phase === 'done';
	return hasPassed && reports.length === gateNames.length && isTested(state) ? reports : [];
}

/** The files are those that the last tests ran on. */
function isTested({ files, testedFiles }: RunState): boolean {
	const hashes = (of: RunState['files']) =>
		Object.values(of)
			.map(({ path, sha256 }) => `${path} ${sha256}`)
			.sort()
			.join();
	return testedFiles !== null && hashes(files) === hashes(testedFiles);
}
