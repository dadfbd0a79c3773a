import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';
import { isWritable } from '../../domain/write-set';

/** From an agent that says "this is not mine" to whoever's it is. */

/** The task that owns a file, a feature or a role's part in one's own feature; undefined when there is none but `task` itself. */
export function ownerOf(to: string, tasks: readonly PlannedTask[], task: PlannedTask): PlannedTask | undefined {
	const planned = tasks.filter(
		({ kind, id, writes }) => kind !== 'fix' && kind !== 'plan' && id !== task.id && !isSame(writes, task.writes)
	);
	const path = to
		.trim()
		.replace(/^\.?\//, '')
		.replace(/:\d+$/, '');
	if (path.includes('/')) {
		const owner = planned.find(({ writes }) => isWritable(writes, path));
		if (owner) return owner;
	}
	const byRole = planned.filter(({ role }) => role === path || role === path.replace(/-\d+$/, ''));
	if (byRole.length) return byRole.find(({ feature }) => !!feature && feature === task.feature) ?? byRole[0];
	const feature = /^src\/features\/([^/]+)/.exec(path)?.[1] ?? path;
	const inFeature = planned.filter((other) => other.feature === feature);
	// Of a feature, first the part that the same role has there.
	return inFeature.find(({ role }) => role === task.role) ?? inFeature[0];
}

/** The file that a hand-over is about: the one that was named, else the first that its owner may write. */
export function fileOf(to: string, owner: PlannedTask): string {
	return to.includes('/') ? to.trim() : (owner.writes.find((pattern) => !/[*!]/.test(pattern)) ?? owner.id);
}

/** The repair that a hand-over asks of its owner. */
export function handOverTask(
	owner: PlannedTask,
	{ id, reason, from }: { id: string; reason: string; from: string }
): { task: PlannedTask; failure: Failure } {
	const file = fileOf('', owner);
	return {
		failure: {
			fingerprint: `hand-over|${owner.id}|${reason.slice(0, 200)}`,
			...{ gate: 'tests', code: 'HAND_OVER', message: `${from} says: ${reason}`, file }
		},
		task: {
			id,
			title: `Repair, handed over: ${owner.title}`,
			role: owner.role,
			kind: 'fix',
			...(owner.feature ? { feature: owner.feature } : {}),
			// Not before who owns it has done their own part.
			needs: owner.publishes,
			publishes: [],
			writes: owner.writes,
			criteria: [],
			estimate: 1
		}
	};
}

const isSame = (a: readonly string[], b: readonly string[]) =>
	a.length === b.length && a.every((item, index) => item === b[index]);
