import type { RunEvent } from '../../domain/events';
import type { CriterionView } from './run-view';

/**
 * The files that are no longer what the last tests ran on, sorted; undefined before any have run. A file that became again what it was
 * is none of them: a test proves these very files, whoever wrote them.
 */
export function changedSinceTests(events: readonly RunEvent[]): string[] | undefined {
	const now = new Map<string, string>();
	let begun: Map<string, string> | undefined;
	let tested: Map<string, string> | undefined;
	for (const event of events) {
		if (event.topic === 'artifact.published' && event.payload.path)
			now.set(event.payload.path, event.artifactRefs[0]?.sha256 ?? event.id);
		if (event.topic === 'artifact.superseded' && event.payload.deleted && event.payload.path) now.delete(event.payload.path);
		if (event.topic === 'gate.opened' && event.payload.gate === 'tests') begun = new Map(now);
		if (event.topic === 'check.reported' && event.payload.gate === 'tests') tested = begun ?? new Map(now);
	}
	if (!tested) return undefined;
	const before = tested;
	return [...new Set([...now.keys(), ...before.keys()])].filter((path) => now.get(path) !== before.get(path)).sort();
}

/** Criteria as they stand for the files as they are: proven only where its test passed on exactly these. */
export function criteriaNow(
	criteria: readonly CriterionView[],
	{ isChanged, isRecorded }: { isChanged: boolean; isRecorded: boolean }
): CriterionView[] {
	return criteria.map((one) => {
		if (!one.isProven) return one;
		if (isRecorded) return { ...one, isProven: false, word: { text: 'proven in the record', tone: '' } };
		return isChanged ? { ...one, isProven: false, word: { text: 'changed since proven', tone: 'warn' } } : one;
	});
}
