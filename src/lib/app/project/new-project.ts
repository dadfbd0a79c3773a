import type { ProjectRecord } from '../../project/database';

/** The record of a project that nothing was made for yet. */
export function newProject({ title, requirement }: { title: string; requirement: string }): ProjectRecord {
	const now = Date.now();
	return {
		id: crypto.randomUUID(),
		title,
		requirement,
		runId: crypto.randomUUID(),
		createdAtMs: now,
		changedAtMs: now,
		state: 'draft',
		fileCount: 0,
		testCount: 0
	};
}

/** A project is called by the first sentence of what it is to be, 60 characters at most. */
export function titleOf(requirement: string): string {
	const first = requirement.trim().split(/[.\n]/)[0] ?? '';
	return first.length > 60 ? `${first.slice(0, 57)}...` : first || 'Untitled';
}
