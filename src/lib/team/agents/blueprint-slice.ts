import type { Blueprint, Entity, Feature, Field, Requirement } from '../../domain/blueprint';
import type { PlannedTask } from '../../domain/task';

/** What one task needs of the blueprint, as lines of text: a tenth of the whole, and no quotes or braces to pay for. */
export function blueprintSlice(blueprint: Blueprint, task: Pick<PlannedTask, 'kind' | 'feature' | 'criteria'>): string {
	const feature = blueprint.features.find(({ name }) => name === task.feature);
	// Who works on one feature is told what the app is by its other features.
	const parts = [head(blueprint, !feature)];
	if (task.kind === 'theme') return [...parts, design(blueprint)].join('\n');
	if (task.kind === 'scaffold') return [...parts, design(blueprint), roles(blueprint, true)].join('\n');
	if (task.kind === 'docs') return [...parts, roles(blueprint), ...about(blueprint), ...wholePlan(blueprint)].join('\n');
	if (task.kind === 'gate')
		return [...parts, roles(blueprint, true), ...blueprint.entities.map((entity) => entityLines(entity, blueprint))].join('\n');
	parts.push(roles(blueprint), features(blueprint));
	if (!feature) {
		const all = task.kind === 'change' ? blueprint.entities.map((entity) => entityLines(entity, blueprint)) : [];
		return [...parts, ...all, ...requirements(blueprint.requirements)].join('\n');
	}
	const mine = entitiesOf(blueprint, feature);
	parts.push(
		own(feature),
		...mine.map((entity) => (entity.name === feature.entity ? entityLines : entityLine)(entity, blueprint))
	);
	const criteria = new Set(task.criteria.length ? task.criteria : feature.criteria);
	parts.push(...requirements(blueprint.requirements, criteria));
	if (['ui', 'tests', 'fix'].includes(task.kind)) parts.push(...journeys(blueprint, feature));
	return parts.join('\n');
}

function head({ title, slug, summary, design: { locale, currency } }: Blueprint, isWhole: boolean): string {
	return `App '${title}' (${slug})${isWhole ? `: ${oneLine(summary)}` : '.'} Locale ${locale}, amounts in ${currency}.`;
}

function design({ design: { palette, colours, darkMode } }: Blueprint): string {
	return `Looks: palette '${palette}'${colours.length ? `, colours asked for: ${colours.join(', ')}` : ''}, ${darkMode === 'system' ? 'light and dark as the system' : darkMode}.`;
}

function roles(blueprint: Blueprint, isWhole = false): string {
	const each = blueprint.roles.map(({ name, label, description, permissions }) => {
		if (!isWhole) return `${name} '${label}'`;
		return `\n- ${name} '${label}'${description ? `: ${oneLine(description)}` : ''}${permissions.length ? ` (${permissions.join(', ')})` : ''}`;
	});
	return `Roles, in the blueprint's order: ${each.join(isWhole ? '' : ', ') || "only 'admin'"}`;
}

/** One line for all, since every page links to others and every name must be known. */
function features(blueprint: Blueprint): string {
	const each = blueprint.features.map(({ name, pages }) => `${name} ${pages.map(({ route }) => route).join(' ')}`.trim());
	return `Features and their pages: ${each.join('; ')}`;
}

function own({ name, kind, pages, needs, charts }: Feature): string {
	const lines = [`Feature '${name}' (${kind})${needs.length ? `, builds on ${needs.join(', ')}` : ''}:`];
	for (const { route, title, kind: page } of pages) lines.push(`- page ${route} '${title}' (${page})`);
	for (const { title, kind: chart, entity, by, measure } of charts)
		lines.push(`- chart '${title}': ${chart} of ${measure} of ${entity} by ${by}`);
	return lines.join('\n');
}

/** The feature's entity first, then those that it points to or that its charts show. */
function entitiesOf(blueprint: Blueprint, feature: Feature): Entity[] {
	const entity = blueprint.entities.find(({ name }) => name === feature.entity);
	const near = new Set([
		...(entity?.fields.flatMap((field) => field.reference ?? []) ?? []),
		...(entity?.ownedBy ? [entity.ownedBy] : []),
		...feature.charts.map((chart) => chart.entity),
		...blueprint.features.filter((other) => feature.needs.includes(other.name)).flatMap((other) => other.entity ?? []),
		// What lives inside this one is made and shown with it.
		...blueprint.entities.filter(({ ownedBy }) => ownedBy && ownedBy === feature.entity).map(({ name }) => name)
	]);
	const others = blueprint.entities.filter((other) => other !== entity && near.has(other.name));
	return entity ? [entity, ...others] : others;
}

function entityLines(entity: Entity, blueprint: Blueprint): string {
	const { read, create, update, delete: remove } = entity.permissions;
	const who = Object.entries({ read, create, update, delete: remove }).filter(([, names]) => names.length);
	const owner = entity.ownedBy === 'user' ? ', belongs to who made it' : entity.ownedBy ? `, inside ${entity.ownedBy}` : '';
	const feature = blueprint.features.find((candidate) => candidate.entity === entity.name)?.name;
	return [
		`Entity ${entity.name} '${entity.label}'${owner}${feature ? `, of feature ${feature}` : ''}${who.length ? `; ${who.map(([name, names]) => `${name}: ${names.join(' ')}`).join('; ')}` : ''}`,
		...entity.fields.map(fieldLine)
	].join('\n');
}

/** What is built on, not built here: its details are in the files. */
function entityLine({ name, label, fields }: Entity, blueprint: Blueprint): string {
	const feature = blueprint.features.find(({ entity }) => entity === name)?.name;
	const names = fields.map((field) => (field.reference ? `${field.name} to ${field.reference}` : field.name));
	return `Entity ${name} '${label}'${feature ? `, of feature ${feature}` : ''}: ${names.join(', ')}`;
}

function fieldLine(field: Field): string {
	const { name, label, type, required, unique, options, reference, min, max, default: byDefault } = field;
	const range = [min === undefined ? '' : `min ${min}`, max === undefined ? '' : `max ${max}`].filter(Boolean).join(' ');
	const more = [
		required ? 'required' : 'optional',
		unique ? 'unique' : '',
		options ? options.join(' | ') : '',
		range,
		byDefault === undefined ? '' : `default ${byDefault}`
	];
	return `- ${name} '${label}': ${type}${reference ? ` to ${reference}` : ''}, ${more.filter(Boolean).join(', ')}`;
}

/** Those with one of `wanted` criteria, and of those only these; all of them without `wanted`. */
function requirements(all: readonly Requirement[], wanted?: ReadonlySet<string>): string[] {
	const lines: string[] = [];
	for (const { id, text, quote, criteria, status } of all) {
		const mine = criteria.filter((criterion) => !wanted || wanted.has(criterion.id));
		if (wanted ? !mine.length : status !== 'planned') continue;
		lines.push(`${id} ${oneLine(text)}${quote && !text.includes(quote) ? ` (the person: "${oneLine(quote)}")` : ''}`);
		for (const criterion of mine) lines.push(`- ${criterion.id} ${oneLine(criterion.text)}`);
	}
	return lines.length ? ['Requirements and criteria:', ...lines] : [];
}

function journeys(blueprint: Blueprint, feature: Feature): string[] {
	const routes = feature.pages.map((page) => page.route.replace(/[:{[].*$/, '')).filter((route) => route !== '/');
	const near = blueprint.journeys.filter(({ steps }) =>
		steps.some(({ target }) => routes.some((route) => target.startsWith(route)))
	);
	return near.map(({ id, title, steps }) => {
		const walked = steps.map(({ role, action, target }) => `${role}: ${oneLine(action)}${target ? ` (${target})` : ''}`);
		return `Journey ${id} '${title}': ${walked.join('; ')}`;
	});
}

function about({ stack, assumptions, questions, notUnderstood }: Blueprint): string[] {
	return [
		...(stack.length ? [`Stack: ${stack.join(', ')}`] : []),
		...section('Assumptions:', assumptions),
		...section(
			'Questions and what was taken for granted:',
			questions.map((question) => `${question.id} ${question.question} ${question.default}`)
		),
		...section('Not built:', notUnderstood)
	];
}

function wholePlan(blueprint: Blueprint): string[] {
	return [
		'Features:',
		...blueprint.features.map((feature) => `- ${feature.name} (${feature.kind}): ${feature.criteria.join(' ')}`),
		...requirements(blueprint.requirements),
		...section(
			'Journeys:',
			blueprint.journeys.map(({ id, title }) => `${id} ${title}`)
		)
	];
}

function section(title: string, lines: readonly string[]): string[] {
	return lines.length ? [title, ...lines.map((line) => `- ${oneLine(line)}`)] : [];
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
