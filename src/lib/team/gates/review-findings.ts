import type { CheckReport, Failure } from '../../domain/check';
import type { ReviewFinding } from '../../domain/review-finding';
import type { PlannedTask } from '../../domain/task';
import type { RunState } from '../../log/state';
import { isWritable } from '../../domain/write-set';
import { failureOf, reportOf } from './gate';

/** What the reviewer found, as a report with failures that have owners. */

/** The task that reads what was written, once the checks are content. It begins with the frame, so a run that opens again does not begin with it. */
export const reviewTask: PlannedTask = {
	id: 'review',
	title: 'Review what was written',
	role: 'reviewer',
	kind: 'gate',
	needs: ['frame'],
	publishes: [],
	writes: [],
	criteria: [],
	estimate: 1
};

/** Tells the reviewer's report from that of the rules, which are the same gate. */
const BY_REVIEWER = 'the reviewer';
/** Lines of source shown before and after a finding. */
const CONTEXT_LINES = 2;
const MAX_FAILURES = 12;

/** Findings in files that somebody owns are failures, the grave ones first; low ones, and those about other files, are notes. */
export function reviewReport(
	findings: readonly ReviewFinding[],
	{ tasks, read }: { tasks: readonly PlannedTask[]; read(path: string): string | undefined }
): CheckReport {
	const isOwned = ({ file }: ReviewFinding) =>
		read(file) !== undefined && tasks.some(({ kind, writes }) => kind !== 'fix' && isWritable(writes, file));
	const grave = findings
		.filter((finding) => finding.severity !== 'low' && isOwned(finding))
		.sort((a, b) => Number(b.severity === 'high') - Number(a.severity === 'high'))
		.slice(0, MAX_FAILURES);
	const notes = findings.filter((finding) => !grave.includes(finding)).map(wordsOf);
	const report = reportOf('review', performance.now(), {
		summary: findings.length
			? `The reviewer found ${findings.length}, ${grave.length} to be mended.`
			: 'The reviewer found nothing.',
		failures: grave.map((finding) => failureFrom(finding, read(finding.file) ?? '')),
		log: notes.join('\n')
	});
	return { ...report, scope: BY_REVIEWER };
}

/** The reviewer's report of this run; undefined while there is none. */
export function reviewOf({ checks }: Pick<RunState, 'checks'>): CheckReport | undefined {
	return checks.findLast(({ scope }) => scope === BY_REVIEWER);
}

function failureFrom(finding: ReviewFinding, text: string): Failure {
	const lines = text.split('\n');
	const lineNumber = Math.min(finding.line, lines.length);
	const source = lines.slice(Math.max(0, lineNumber - 1 - CONTEXT_LINES), lineNumber + CONTEXT_LINES).join('\n');
	return failureOf('review', 'REVIEW', wordsOf(finding), { file: finding.file, lineNumber, source });
}

function wordsOf({ file, line, rule, why, severity }: ReviewFinding): string {
	return `${file}:${line} ${rule}, ${severity}: ${why.replace(/\s+/g, ' ').trim()}`;
}
