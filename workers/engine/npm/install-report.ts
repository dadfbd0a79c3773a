/** What an install says at its end. */
import type { InstallReport } from './install-options';
import { nameAt, type LockedPackage } from './lockfile';
import type { NpmQuestion } from './protocol';
import { isReserved } from './reserved-names';
import type { Selection } from './selection';
import { hasSubstitute, nativeNotice } from './substitutions';

/** Lines for the user: platforms that do not fit, scripts that were not run. */
export function noticesFor({ unfit, native }: Selection, pending: [string, LockedPackage][]): string[] {
	const scripts = pending
		.filter(([, entry]) => entry.hasInstallScript)
		.map(([location, entry]) => `${nameAt(location)}@${entry.version}`);
	return [
		...unfit.map(
			(location) =>
				`EBADPLATFORM ${nameAt(location)} is native and may not run in the browser. Choose a package in JavaScript or WebAssembly.`
		),
		...pending
			.filter(([location]) => native.has(location) && !hasSubstitute(nameAt(location)))
			.map(([location, entry]) => nativeNotice(nameAt(location), entry.version ?? '')),
		...pending.flatMap(([location, { bin, version }]) =>
			Object.entries(bin ?? {})
				.filter(([name]) => isReserved(name))
				.map(([name, file]) => {
					const path = `${location}/${file}`.replace('/./', '/');
					return `EBINRESERVED '${name}' of ${nameAt(location)}@${version} is not linked: the engine has its own. Its path is ${path}.`;
				})
		),
		...(scripts.length > 0 ? [`install scripts were not run: ${scripts.join(', ')}`] : [])
	];
}

/** npm's last line. */
export function summarize(counts: { added: number; removed: number; changed: number }, durationMs: number): string {
	const time = durationMs < 1000 ? `${Math.round(durationMs)}ms` : `${Math.round(durationMs / 1000)}s`;
	const parts = Object.entries(counts)
		.filter(([, count]) => count > 0)
		.map(([verb, count], index) => (index === 0 ? `${verb} ${count} package${count === 1 ? '' : 's'}` : `${verb} ${count}`));
	if (parts.length === 0) return `up to date in ${time}`;
	const last = parts.pop();
	return `${parts.length > 0 ? `${parts.join(', ')}, and ${last}` : last} in ${time}`;
}

/** What an install prints. @param output how much of it is wanted */
export function wordsOf(report: InstallReport, output: NpmQuestion['output']): { stdout: string; stderr: string } {
	const { added, removed, changed, notices, substitutions, summary } = report;
	if (output === 'json') return { stdout: `${JSON.stringify({ added, removed, changed }, null, 2)}\n`, stderr: '' };
	if (output === 'none' || output === 'errors') return { stdout: '', stderr: '' };
	const told = substitutions.map(
		({ from, to, notice }) => [from, to].filter(Boolean).join(' -> ') + (notice ? ` (${notice})` : '')
	);
	const warnings = output === 'all' ? [...notices, ...told] : [];
	return { stdout: `\n${summary}\n`, stderr: warnings.map((line) => `npm warn ${line}\n`).join('') };
}
