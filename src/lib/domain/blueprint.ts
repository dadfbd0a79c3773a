import { z } from './zod';

/** The blueprint: what an architect submits, and the one thing from which code plans the tasks and workers write the app. */

const kebab = z
	.string()
	.max(60)
	.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Use lower case kebab-case, as in "line-item".');
const fieldName = z
	.string()
	.max(60)
	.regex(/^[a-z][a-zA-Z0-9]*$/, 'Use camelCase, as in "dueDate".');
const line = z.string().trim().min(1).max(500);

/** What a field may hold. `money` is in integer cents, `date` is YYYY-MM-DD, `dateTime` is an ISO instant, `image` is a URL. */
export const fieldTypes = [
	'text',
	'longText',
	'integer',
	'decimal',
	'money',
	'date',
	'dateTime',
	'boolean',
	'enum',
	'email',
	'phone',
	'url',
	'reference',
	'image',
	'list'
] as const;
export const fieldTypeSchema = z.enum(fieldTypes);
export type FieldType = z.infer<typeof fieldTypeSchema>;

export const pageKinds = ['list', 'detail', 'form', 'dashboard', 'calendar', 'board', 'public', 'content'] as const;
export const pageKindSchema = z.enum(pageKinds);

/** A permission names an action on an entity or feature: 'customer:read', 'customer:write', '*:write'. */
export const permissionSchema = z.string().regex(/^(\*|[a-z][a-z0-9-]*):(read|create|update|delete|write|manage)$/);

export const roleSchema = z.object({
	name: kebab,
	label: line,
	description: z.string().max(500).default(''),
	permissions: z.array(permissionSchema).default([])
});
export type AppRole = z.infer<typeof roleSchema>;

/** What proves a criterion: the check `name` of the block at place `at` (from 0) of its page, or of the frame where no block is named. */
export const criterionCheckSchema = z.object({
	block: kebab.optional(),
	at: z.number().int().min(0).optional(),
	name: kebab
});

export const criterionSchema = z.object({
	id: z.string().regex(/^R\d+\.\d+$/),
	text: line,
	/** Absent where an agent writes the test. */
	check: criterionCheckSchema.optional()
});
export type Criterion = z.infer<typeof criterionSchema>;

export const requirementSchema = z.object({
	id: z.string().regex(/^R\d+$/),
	/** In EARS form: "When ..., the app shall ...". */
	text: line,
	/** The words of the person that this comes from, verbatim; empty for an implicit need. */
	quote: z.string().max(2000).default(''),
	criteria: z.array(criterionSchema).default([]),
	/** Parts of the quote that nothing is built for: the rest is built, the sentence is not. */
	unbuilt: z.array(z.string()).default([]),
	status: z.enum(['planned', 'not-understood']).default('planned')
});
export type Requirement = z.infer<typeof requirementSchema>;

/** An open question and the answer the app is built with until somebody says otherwise. */
export const questionSchema = z.object({ id: z.string().regex(/^Q\d+$/), question: line, default: line });

export const fieldSchema = z.object({
	name: fieldName,
	label: line,
	type: fieldTypeSchema,
	required: z.boolean().default(false),
	unique: z.boolean().default(false),
	/** The values of an enum, in order; the first is the default. */
	options: z.array(line).optional(),
	/** The entity a reference points to. */
	reference: kebab.optional(),
	min: z.number().optional(),
	max: z.number().optional(),
	default: z.union([z.string(), z.number(), z.boolean()]).optional()
});
export type Field = z.infer<typeof fieldSchema>;

export const entitySchema = z.object({
	name: kebab,
	plural: kebab,
	label: line,
	pluralLabel: z.string().default(''),
	fields: z.array(fieldSchema).min(1),
	/** 'user' when every record belongs to whoever made it; an entity's name when it lives inside that one. */
	ownedBy: kebab.nullable().default(null),
	/** Role names per action; 'public' means signed out visitors too, 'owner' only whoever made the record. */
	permissions: z
		.object({
			read: z.array(kebab).default([]),
			create: z.array(kebab).default([]),
			update: z.array(kebab).default([]),
			delete: z.array(kebab).default([])
		})
		.prefault({})
});
export type Entity = z.infer<typeof entitySchema>;

/** A block at its place on a page; what its parameters may be, the block itself says. */
export const blockUseSchema = z.object({
	block: kebab,
	parameters: z.record(z.string(), z.unknown()).default({}),
	/** What the menu of a one-page app calls this place; empty when it is not in the menu. */
	menu: z.string().max(40).default('')
});

export const pageSchema = z.object({
	route: z.string().regex(/^\//),
	title: line,
	kind: pageKindSchema,
	/** kebab-case, of its file; from the route where it is left out. */
	name: kebab.optional(),
	/** One sentence for search engines. */
	description: z.string().max(300).default(''),
	/** Who may open it; on a frame without accounts everybody does. */
	audience: z.enum(['everybody', 'members', 'owner']).default('everybody'),
	/** What the page is made of, from top to bottom. */
	blocks: z.array(blockUseSchema).default([])
});
export type Page = z.infer<typeof pageSchema>;

/** A chart of a dashboard: one entity's records counted, or one of their fields summed, over time or by a field. */
export const chartSchema = z.object({
	title: line,
	kind: z.enum(['area', 'bars', 'ranking']),
	entity: kebab,
	/** 'day' (30), 'week' (12), 'month' (this year), or the name of an enum or reference field. */
	by: z.string(),
	/** 'count', or the name of a number or money field to sum. */
	measure: z.string().default('count')
});
export type Chart = z.infer<typeof chartSchema>;

export const featureSchema = z.object({
	name: kebab,
	/** 'crud', 'dashboard', 'users', 'session', 'notes', or a name of its own for anything else; 'page' in frames whose apps are made of pages. */
	kind: kebab,
	entity: kebab.optional(),
	pages: z.array(pageSchema).default([]),
	/** Names of the features that must exist first. */
	needs: z.array(kebab).default([]),
	/** What a dashboard shows. */
	charts: z.array(chartSchema).default([]),
	/** Ids of the criteria that this feature fulfils. */
	criteria: z.array(z.string()).default([])
});
export type Feature = z.infer<typeof featureSchema>;

export const journeySchema = z.object({
	id: z.string().regex(/^J\d+$/),
	title: line,
	steps: z.array(z.object({ role: z.string(), action: line, target: z.string().default('') })).min(1)
});

export const designSchema = z.object({
	/** A named palette; 'custom' when the requirement gave colours of its own. */
	palette: z.string().default('ocean'),
	/** CSS colours asked for, most important first. */
	colours: z.array(z.string().max(40)).default([]),
	/** CSS colours exactly as asked for, '' where none was: of the page's background; of its header, buttons and other components. */
	ground: z.string().max(40).default(''),
	part: z.string().max(40).default(''),
	darkMode: z.enum(['system', 'light', 'dark']).default('system'),
	/** The date and number locale, and the currency of money fields. */
	locale: z.string().default('en'),
	currency: z.string().length(3).default('EUR'),
	/** Of the interface's words. */
	language: z.enum(['en', 'de', 'es', 'zh']).default('en'),
	/** 'site' has a header with a menu and a footer; 'plain' has neither: games and tools of one screen. */
	layout: z.enum(['site', 'plain']).default('site'),
	/** The name of a line icon; '' for the first letter of the title. */
	icon: z.string().max(24).default(''),
	/** A few words below the title. */
	tagline: z.string().max(120).default('')
});
export type Design = z.infer<typeof designSchema>;

/** Why an architect would rather not build what it has understood. The person decides: build it, say it differently, or another model. */
export const doubtSchema = z.object({
	code: z.enum([
		'CONTRADICTION',
		'HARMFUL',
		'LANGUAGE_UNKNOWN',
		'LITTLE_UNDERSTOOD',
		'NOT_FOR_THE_WEB',
		'NOTHING_UNDERSTOOD',
		'SUBJECT_UNKNOWN'
	]),
	/** What was not understood, and what would be built all the same, in a sentence or two. */
	message: line,
	/** Whether the blueprint is of an app at all. */
	isBuildable: z.boolean(),
	/** How much of the requirement was understood, from 0 to 1. */
	share: z.number().min(0).max(1)
});
export type Doubt = z.infer<typeof doubtSchema>;

const shape = z.object({
	version: z.literal(1).default(1),
	title: z.string().trim().min(1).max(80),
	slug: kebab,
	summary: z.string().trim().min(1).max(1000),
	/** The frame the app is built on ('client', 'site', 'fullstack'), and what it is made of, for the reader. */
	frame: kebab.default('fullstack'),
	stack: z.array(z.string()).default([]),
	design: designSchema.prefault({}),
	roles: z.array(roleSchema).default([]),
	requirements: z.array(requirementSchema).min(1),
	assumptions: z.array(z.string()).default([]),
	questions: z.array(questionSchema).default([]),
	/** Wishes that nobody will build, each as the person said it. */
	notUnderstood: z.array(z.string()).default([]),
	entities: z.array(entitySchema).default([]),
	features: z.array(featureSchema).min(1),
	/** Absent where the architect would build it. */
	doubt: doubtSchema.optional(),
	journeys: z.array(journeySchema).default([])
});

/** A blueprint whose names all point to something: references, features' entities, needs and criteria. */
export const blueprintSchema = shape.superRefine((blueprint, context) => {
	const entities = new Set(blueprint.entities.map((entity) => entity.name));
	const features = new Set(blueprint.features.map((feature) => feature.name));
	const criteria = new Set(
		blueprint.requirements.flatMap((requirement) => requirement.criteria.map((criterion) => criterion.id))
	);
	const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });

	repeated(blueprint.entities.map((entity) => entity.name)).forEach((name) =>
		complain(['entities'], `Entity '${name}' is there twice.`)
	);
	repeated(blueprint.features.map((feature) => feature.name)).forEach((name) =>
		complain(['features'], `Feature '${name}' is there twice.`)
	);
	blueprint.entities.forEach((entity, index) => {
		if (entity.ownedBy && entity.ownedBy !== 'user' && !entities.has(entity.ownedBy))
			complain(['entities', index, 'ownedBy'], `'${entity.ownedBy}' is no entity of this blueprint.`);
		entity.fields.forEach((field, at) => {
			const path = ['entities', index, 'fields', at];
			if (field.type === 'enum' && !field.options?.length) complain(path, `Enum '${field.name}' needs options.`);
			if (field.type === 'reference' && field.reference !== 'user' && !entities.has(field.reference ?? ''))
				complain(path, `'${field.name}' points to '${field.reference ?? 'nothing'}', which is no entity of this blueprint.`);
		});
	});
	blueprint.features.forEach((feature, index) => {
		if (feature.entity && !entities.has(feature.entity))
			complain(['features', index, 'entity'], `'${feature.entity}' is no entity of this blueprint.`);
		for (const need of feature.needs)
			if (!features.has(need)) complain(['features', index, 'needs'], `'${need}' is no feature of this blueprint.`);
		for (const id of feature.criteria)
			if (!criteria.has(id)) complain(['features', index, 'criteria'], `No requirement has a criterion '${id}'.`);
	});
});
export type Blueprint = z.infer<typeof shape>;
/** A blueprint as a model may write it: everything with a default may be left out. */
export type BlueprintInput = z.input<typeof shape>;

function repeated(names: string[]): string[] {
	return names.filter((name, index) => names.indexOf(name) !== index);
}
