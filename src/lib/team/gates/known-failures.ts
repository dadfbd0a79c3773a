import type { CheckReport, Failure, GateName } from '../../domain/check';
import type { RunState } from '../../log/state';
import { openRequest } from '../../log/fold/requests';
import { OPAQUE_CODES } from './own/problems';

/** What failed before a change is not held against it: it is told, and nobody is asked to repair it. */

/** The scope of reports about the project as a request found it. */
export const scopeBefore = (requestId: string): string => `before ${requestId}`;

/** Reports about the project as the open request found it, by gate. */
export function reportsBefore(state: Pick<RunState, 'requests' | 'checks'>): CheckReport[] {
	const request = openRequest(state);
	return request ? state.checks.filter(({ scope }) => scope === scopeBefore(request.id)) : [];
}

/** The report without what failed before, as often as it did. */
export function withoutKnown(report: CheckReport, before: readonly CheckReport[]): CheckReport {
	const earlier = before.filter(({ gate }) => gate === report.gate).flatMap(({ failures }) => failures);
	if (!earlier.length || !report.failures.length) return report;
	const { known, fresh } = split(report.failures, earlier);
	if (!known.length) return report;
	const summary = `${report.summary} ${wordsOfKnown(report.gate, known, earlier)}`;
	return { ...report, failures: fresh, failed: fresh.length, ok: fresh.length === 0, known, summary };
}

function split(failures: readonly Failure[], earlier: readonly Failure[]): { known: Failure[]; fresh: Failure[] } {
	// Where it could not even be looked at before, nothing can be called new.
	if (isOpaque(earlier)) return { known: [...failures], fresh: [] };
	const left = new Map<string, number>();
	for (const { fingerprint } of earlier) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
	const known = failures.filter(({ fingerprint }) => {
		const count = left.get(fingerprint) ?? 0;
		left.set(fingerprint, count - 1);
		return count > 0;
	});
	return { known, fresh: failures.filter((failure) => !known.includes(failure)) };
}

const isOpaque = (failures: readonly Failure[]) => failures.some(({ code }) => OPAQUE_CODES.has(code));

function wordsOfKnown(gate: GateName, known: readonly Failure[], earlier: readonly Failure[]): string {
	if (isOpaque(earlier)) return 'It failed before this as well; what is new there cannot be told.';
	const count = known.length;
	if (gate === 'tests') return `${count === 1 ? '1 test' : `${count} tests`} failed before this as well.`;
	return `${count === 1 ? '1 problem was' : `${count} problems were`} there before this as well.`;
}
