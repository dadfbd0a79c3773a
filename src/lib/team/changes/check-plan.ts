import { AppError } from '../../domain/app-error';
import { checkBlocks } from '../../blocks/check-blocks';
import type { Blueprint } from '../../domain/blueprint';
import { patchBlueprint } from '../../domain/blueprint-patch';
import type { ChangePlan } from '../../domain/change-plan';
import { cleanPath } from '../../domain/write-set';

export interface PlanFacts {
	blueprint: Blueprint | null;
	/** Names of the team's roles. */
	roles: readonly string[];
}

/** Patterns that leave nothing out say nothing. */
const TOO_WIDE = /^(?:\.?\/)?(?:src\/)?\*\*?(?:\/\*\*?)*$/;

/**
 * Checks a plan before it is taken, so that its architect can mend it at once.
 * @throws AppError CHANGE_UNPLANNED with each problem, BLUEPRINT_INVALID
 */
export function checkPlan(plan: ChangePlan, facts: PlanFacts): void {
	if (plan.kind !== 'change') return;
	const blueprint = facts.blueprint && plan.blueprint ? patchBlueprint(facts.blueprint, plan.blueprint) : facts.blueprint;
	const criteria = new Set(blueprint?.requirements.flatMap((requirement) => requirement.criteria.map(({ id }) => id)));
	const problems = [
		...(plan.blueprint && !facts.blueprint ? ['This project has no blueprint: leave `blueprint` out.'] : []),
		...(blueprint && plan.blueprint ? checkBlocks(blueprint) : []),
		...(plan.steps.length || plan.blueprint ? [] : ['A change needs steps, or a blueprint that is different.']),
		...plan.steps.flatMap((step, index) => {
			const where = `Step ${index + 1}:`;
			return [
				...(facts.roles.includes(step.role)
					? []
					: [`${where} the team has no role '${step.role}', but ${facts.roles.join(', ')}.`]),
				...step.files.flatMap((file) => fileProblems(file).map((problem) => `${where} ${problem}`)),
				...step.after.filter((number) => number > index).map((number) => `${where} it cannot come after step ${number}.`),
				...(blueprint
					? step.criteria.filter((id) => !criteria.has(id)).map((id) => `${where} no requirement has a criterion '${id}'.`)
					: [])
			];
		})
	];
	if (problems.length)
		throw new AppError('CHANGE_UNPLANNED', `Nothing was submitted. Mend this and submit it again:\n${problems.join('\n')}`, {
			data: { problems }
		});
}

function fileProblems(file: string): string[] {
	if (TOO_WIDE.test(file)) return [`'${file}' is everything: name the files.`];
	const clean = cleanPath(file.replace(/^!/, '').replaceAll('*', 'x'));
	return clean ? [] : [`'${file}' is no path inside the project.`];
}
