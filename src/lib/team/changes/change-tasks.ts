import type { Blueprint } from '../../domain/blueprint';
import { patchBlueprint } from '../../domain/blueprint-patch';
import type { ChangePlan, ChangeStep } from '../../domain/change-plan';
import type { PlannedTask } from '../../domain/task';
import { isWritable, sharedFile } from '../../domain/write-set';
import { frameOf } from '../../frames';

/** From the plan of a change to its tasks: what code can lay of it, then one task for each step. */

/** The task that finds out what a request asks for. */
export function understandTask(requestId: string): PlannedTask {
	return {
		...{ id: requestId.replace('request', 'change'), title: 'Understand what is asked', role: 'architect', kind: 'plan' },
		...{ needs: [], publishes: [], writes: [], criteria: [], estimate: 1, request: requestId }
	};
}

/** What of a changed blueprint code can lay: the files whose text is different, and those that are gone. */
export function laidChanges(
	before: Blueprint | null,
	after: Blueprint | null
): { path: string; before?: string; after?: string }[] {
	if (!after || !before) return [];
	const [old, now] = [laidOf(before), laidOf(after)];
	const paths = [...new Set([...now.keys(), ...old.keys()])].filter((path) => old.get(path) !== now.get(path));
	return paths.map((path) => ({
		path,
		...(old.has(path) ? { before: old.get(path) ?? '' } : {}),
		...(now.has(path) ? { after: now.get(path) ?? '' } : {})
	}));
}

/** What the frame brings has the app's names in it. */
function laidOf(blueprint: Blueprint): Map<string, string> {
	const frame = frameOf(blueprint);
	return new Map([...frame.files({ ...blueprint, language: blueprint.design.language }), ...frame.lay(blueprint)]);
}

export interface PlannedChange {
	/** The blueprint from now on; null where the project has none. */
	blueprint: Blueprint | null;
	tasks: PlannedTask[];
}

/**
 * @param frozen files that the frame brought: a step may write one that it names, and none by a pattern
 * @throws AppError BLUEPRINT_INVALID
 */
export function planChange(
	requestId: string,
	plan: ChangePlan,
	{ blueprint, frozen = [] }: { blueprint: Blueprint | null; frozen?: readonly string[] }
): PlannedChange {
	const changed = blueprint && plan.blueprint ? patchBlueprint(blueprint, plan.blueprint) : blueprint;
	const { id } = understandTask(requestId);
	const laid = laidChanges(blueprint, changed).map(({ path }) => path);
	const common = { request: requestId, estimate: 1 };
	const laying: PlannedTask[] = laid.length
		? [
				{
					...common,
					...{ id: `${id}/laid`, title: 'Lay what the blueprint says', role: 'devops', kind: 'change', isLaid: true },
					...{ needs: [], publishes: [`${id}/laid`], writes: laid, criteria: [] }
				}
			]
		: [];
	const needs = laying.flatMap(({ publishes }) => publishes);
	const steps = plan.steps.map((step, index): PlannedTask => {
		const { title, role, files, feature, criteria } = step;
		const after = [...new Set([...step.after.map((number) => number - 1), ...sharing(plan.steps, index)])];
		return {
			...common,
			...{ id: `${id}/${index + 1}`, title, role, kind: 'change' as const, criteria },
			writes: [...files, ...frozen.filter((path) => !files.includes(path) && isWritable(files, path)).map((path) => `!${path}`)],
			...(feature ? { feature } : {}),
			needs: [...needs, ...after.filter((other) => other < index).map((other) => `${id}/${other + 1}`)],
			publishes: [`${id}/${index + 1}`]
		};
	});
	return { blueprint: changed, tasks: [...laying, ...steps] };
}

/** Steps before this one that may write a file of it: they take turns. */
function sharing(steps: readonly ChangeStep[], index: number): number[] {
	const files = steps[index]?.files ?? [];
	return steps.slice(0, index).flatMap((other, at) => (sharedFile(other.files, files) ? [at] : []));
}

/** The step of a plan that a task carries out; undefined for what code lays. */
export function stepOf(task: Pick<PlannedTask, 'id'>, plan: ChangePlan): ChangeStep | undefined {
	return plan.steps[Number(task.id.split('/').at(-1)) - 1];
}
