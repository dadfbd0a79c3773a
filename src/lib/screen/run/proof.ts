import type { RunState } from '../../log/state';
import type { CriterionView } from './run-view';

/**
 * The files that are no longer what the last tests ran on, sorted; undefined before any have run. A file that became again what it was
 * is none of them: a test proves these very files, whoever wrote them.
 */
export function changedSinceTests({ files, testedFiles }: Pick<RunState, 'files' | 'testedFiles'>): string[] | undefined {
	if (!testedFiles) return undefined;
	const paths = new Set([...Object.keys(files), ...Object.keys(testedFiles)]);
	return [...paths].filter((path) => files[path]?.sha256 !== testedFiles[path]?.sha256).sort();
}

/** Criteria as they stand for the files as they are: proven only where its test passed on exactly these. */
export function criteriaNow(
	criteria: readonly CriterionView[],
	{ isChanged, isRecorded }: { isChanged: boolean; isRecorded: boolean }
): CriterionView[] {
	return criteria.map((criterion) => {
		if (!criterion.isProven) return criterion;
		if (isRecorded) return { ...criterion, isProven: false, word: { text: 'proven in the record', tone: '' } };
		return isChanged ? { ...criterion, isProven: false, word: { text: 'changed since proven', tone: 'warn' } } : criterion;
	});
}
