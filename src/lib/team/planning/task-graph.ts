import type { PlannedTask } from '../../domain/task';
import { AppError } from '../../domain/app-error';
import type { Blueprint, Feature } from '../../domain/blueprint';
import { sharedFile } from '../../domain/write-set';
import { frameNamed } from '../../frames';
import { pageTasks } from './page-tasks';

/**
 * Plans the work from a blueprint. Code does this, not a model: the same blueprint gives the same tasks.
 * Per feature: migration, then contract and server, then pages, then tests; besides them the app's settings, looks and docs. Apps made of
 * pages have a plan of their own: page-tasks.ts.
 */

export const blueprintTask: PlannedTask = {
	id: 'blueprint',
	title: 'Write the blueprint',
	role: 'architect',
	kind: 'plan',
	needs: [],
	publishes: ['blueprint'],
	writes: [],
	criteria: [],
	estimate: 3
};

/** Files of a feature that belong to backend and DBA, though pages may have helpers of their own beside them. */
const OTHERS_OF_A_FEATURE = ['contract.ts', 'repo.ts', 'routes.ts', 'seed.ts'];

/** @param frameFiles paths that the frame brings: features in it are only tested, not written again. */
export function planTasks(blueprint: Blueprint, frameFiles: Iterable<string> = []): PlannedTask[] {
	const { isMadeOfPages } = frameNamed(blueprint.frame);
	const tasks = [blueprintTask, ...(isMadeOfPages ? pageTasks(blueprint) : featureTasks(blueprint, [...frameFiles]))];
	checkTasks(tasks, ['frame']);
	return tasks;
}

function featureTasks(blueprint: Blueprint, frame: readonly string[]): PlannedTask[] {
	const ready = new Set(frame.map((path) => /^src\/features\/([^/]+)\/contract\.ts$/.exec(path)?.[1]));
	const ordered = inOrder(blueprint.features);
	const hasSchema = (feature: Feature) => !!feature.entity && !ready.has(feature.name);
	const tasks = appTasks(blueprint);
	let migration = frame.filter((path) => /^migrations\/\d+_.*\.sql$/.test(path)).length;
	const seen = new Set<string>();

	for (const feature of ordered) {
		const { name } = feature;
		const label = labelOf(blueprint, feature);
		const common = { feature: name, criteria: feature.criteria };
		const folder = `src/features/${name}`;
		const needed = before(blueprint, feature, seen);
		seen.add(name);
		if (hasSchema(feature)) {
			const number = String(++migration).padStart(4, '0');
			tasks.push({
				...common,
				id: `schema:${name}`,
				title: `Store ${label}`,
				role: 'dba',
				kind: 'schema',
				needs: [
					'frame',
					...needed.filter((need) => tasks.some((task) => task.id === `schema:${need}`)).map((need) => `schema:${need}`)
				],
				publishes: [`schema:${name}`],
				writes: [`migrations/${number}_${name.replaceAll('-', '_')}.sql`, `${folder}/seed.ts`],
				estimate: 1
			});
		}
		if (ready.has(name)) {
			if (feature.criteria.length)
				tasks.push({
					...common,
					id: `tests:${name}`,
					title: `Test ${label}`,
					role: 'qa',
					kind: 'tests',
					needs: ['app'],
					publishes: [`tests:${name}`],
					writes: [`${folder}/*.test.ts`, `${folder}/*.test.tsx`],
					estimate: 1
				});
			continue;
		}
		const schemas = [name, ...needed]
			.filter((need) => tasks.some((task) => task.id === `schema:${need}`))
			.map((need) => `schema:${need}`);
		const contracts = needed.filter((need) => tasks.some((task) => task.id === `api:${need}`)).map((need) => `contract:${need}`);
		tasks.push(
			{
				...common,
				id: `api:${name}`,
				title: `Serve ${label}`,
				role: 'backend',
				kind: 'api',
				needs: ['app', ...schemas, ...contracts],
				publishes: [`contract:${name}`, `api:${name}`],
				writes: [`${folder}/contract.ts`, `${folder}/repo.ts`, `${folder}/routes.ts`],
				estimate: 2
			},
			{
				...common,
				id: `ui:${name}`,
				title: `Show ${label}`,
				role: 'frontend',
				kind: 'ui',
				needs: [`contract:${name}`, ...contracts],
				publishes: [`ui:${name}`],
				writes: [
					...[`${folder}/*.tsx`, `${folder}/*.css`, `${folder}/*.ts`, `!${folder}/*.test.tsx`, `!${folder}/*.test.ts`],
					...OTHERS_OF_A_FEATURE.map((name) => `!${folder}/${name}`)
				],
				estimate: 2
			},
			{
				...common,
				id: `tests:${name}`,
				title: `Test ${label}`,
				role: 'qa',
				kind: 'tests',
				needs: [`api:${name}`, `ui:${name}`],
				publishes: [`tests:${name}`],
				writes: [`${folder}/*.test.ts`, `${folder}/*.test.tsx`],
				estimate: 2
			}
		);
	}
	tasks.push({
		id: 'docs',
		title: 'Write the README and the docs',
		role: 'devops',
		kind: 'docs',
		needs: ['app', ...tasks.filter((task) => task.kind === 'tests').map((task) => `tests:${task.feature ?? ''}`)],
		publishes: ['docs'],
		writes: ['README.md', 'docs/**'],
		criteria: [],
		estimate: 1
	});
	return tasks;
}

function appTasks(blueprint: Blueprint): PlannedTask[] {
	const base = { criteria: [], estimate: 1, needs: ['frame'] };
	return [
		{
			...base,
			id: 'app',
			title: `Name the app, its roles and its formats: ${blueprint.title}`,
			role: 'devops',
			kind: 'scaffold',
			publishes: ['app'],
			writes: ['src/core/app.ts', 'src/core/roles.ts']
		},
		{
			...base,
			id: 'theme',
			title: 'Choose the colours',
			role: 'frontend',
			kind: 'theme',
			publishes: ['theme'],
			writes: ['src/web/ui/palette.css']
		}
	];
}

/** Names of features that this one builds on: those it needs, and those whose records it points to. */
function before(blueprint: Blueprint, feature: Feature, seen: Set<string>): string[] {
	const entity = blueprint.entities.find(({ name }) => name === feature.entity);
	const targets = new Set(entity?.fields.map((field) => field.reference).concat(entity.ownedBy ?? undefined));
	const pointed = blueprint.features.filter((other) => other.entity && targets.has(other.entity)).map(({ name }) => name);
	return [...new Set([...feature.needs, ...pointed])].filter((name) => name !== feature.name && seen.has(name));
}

function labelOf(blueprint: Blueprint, feature: Feature): string {
	const entity = blueprint.entities.find(({ name }) => name === feature.entity);
	return (entity?.pluralLabel || entity?.label || feature.name.replaceAll('-', ' ')).toLowerCase();
}

/** Features so that each comes after those it needs. A circle is cut at its first member. */
function inOrder(features: Feature[]): Feature[] {
	const done: Feature[] = [];
	const visiting = new Set<string>();
	const visit = (feature: Feature): void => {
		if (done.includes(feature) || visiting.has(feature.name)) return;
		visiting.add(feature.name);
		for (const need of feature.needs) {
			const other = features.find(({ name }) => name === need);
			if (other) visit(other);
		}
		done.push(feature);
	};
	features.forEach(visit);
	return done;
}

/**
 * Checks a plan as a whole.
 * @param given artifacts that exist without a task.
 * @throws AppError PLAN_DUPLICATE, PLAN_UNKNOWN_NEED, PLAN_CYCLE or PLAN_OVERLAP, naming the tasks.
 */
export function checkTasks(tasks: readonly PlannedTask[], given: readonly string[] = []): void {
	const owner = new Map<string, PlannedTask>();
	const ids = new Set<string>();
	for (const task of tasks) {
		if (ids.has(task.id))
			throw new AppError('PLAN_DUPLICATE', `The plan has two tasks '${task.id}'.`, { data: { task: task.id } });
		ids.add(task.id);
		for (const name of task.publishes) {
			if (owner.has(name)) throw new AppError('PLAN_DUPLICATE', `Two tasks publish '${name}'.`, { data: { artifact: name } });
			owner.set(name, task);
		}
	}
	for (const task of tasks)
		for (const need of task.needs)
			if (!owner.has(need) && !given.includes(need))
				throw new AppError('PLAN_UNKNOWN_NEED', `Task '${task.id}' needs '${need}', which no task publishes.`, {
					data: { task: task.id, need }
				});
	findCycle(tasks, owner);
	for (const [index, task] of tasks.entries())
		for (const other of tasks.slice(index + 1)) {
			if (task.kind === 'fix' || other.kind === 'fix') continue;
			const path = sharedFile(task.writes, other.writes);
			if (path)
				throw new AppError('PLAN_OVERLAP', `Tasks '${task.id}' and '${other.id}' may both write '${path}'.`, { data: { path } });
		}
}

function findCycle(tasks: readonly PlannedTask[], owner: Map<string, PlannedTask>): void {
	const state = new Map<PlannedTask, 'open' | 'done'>();
	const visit = (task: PlannedTask, trail: string[]): void => {
		if (state.get(task) === 'done') return;
		if (state.get(task) === 'open')
			throw new AppError('PLAN_CYCLE', `Tasks wait for each other: ${[...trail, task.id].join(' -> ')}.`, { data: { trail } });
		state.set(task, 'open');
		for (const need of task.needs) {
			const other = owner.get(need);
			if (other && other !== task) visit(other, [...trail, task.id]);
		}
		state.set(task, 'done');
	};
	for (const task of tasks) visit(task, []);
}
