/** What an install says at its end. */
import { nameAt, type LockedPackage } from './lockfile';
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
