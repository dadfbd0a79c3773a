import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';
import { isWritable } from '../../domain/write-set';

/** From an agent that says "this is not mine" to whoever's it is. */

/** Hand-overs in a row before what is left goes to the checks again: two agents may each think that it is the other. */
export const MAX_HAND_OVERS = 2;

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
	const inFeature = planned.filter((one) => one.feature === feature);
	// Of a feature, first the part that the same role has there.
	return inFeature.find(({ role }) => role === task.role) ?? inFeature[0];
}

/** The repair that a hand-over asks of its new owner. @param failures what it was to repair; the reason alone when there was nothing */
export function handOverTask(
	owner: PlannedTask,
	{ id, reason, from, failures }: { id: string; reason: string; from: string; failures: readonly Failure[] }
): { task: PlannedTask; failures: Failure[] } {
	const told = `${from} looked at it and says: ${reason}`;
	const file = owner.writes.find((pattern) => !/[*!]/.test(pattern));
	const alone: Failure = {
		fingerprint: `hand-over|${owner.id}|${reason.slice(0, 200)}`,
		gate: 'tests',
		code: 'HAND_OVER',
		message: told,
		...(file ? { file } : {})
	};
	return {
		failures: failures.length ? failures.map((one) => ({ ...one, message: `${one.message}\n${told}` })) : [alone],
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

const isSame = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, index) => one === b[index]);
