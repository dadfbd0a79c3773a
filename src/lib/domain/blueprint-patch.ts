import { AppError } from './app-error';
import {
	blueprintSchema,
	designSchema,
	entitySchema,
	featureSchema,
	journeySchema,
	requirementSchema,
	roleSchema,
	type Blueprint,
	type Design
} from './blueprint';
import { z } from './zod';

/**
 * What is different in a blueprint, so that a change says only what it changes: whole items, each known by its id or name, take the place
 * of those that are there or come at the end; the rest stays as it is.
 */

const ids = z.array(z.string().min(1)).default([]);
const line = z.string().trim().min(1).max(1000);

/** Every part of a design may be left out; zod's own `partial` would fill in the defaults. */
const designPatchSchema = z.object(
	Object.fromEntries(Object.entries(designSchema.shape).map(([name, part]) => [name, part.unwrap().optional()]))
) as unknown as z.ZodType<Partial<Design>, Partial<Design>>;

export const blueprintPatchSchema = z.object({
	title: z.string().trim().min(1).max(80).optional(),
	summary: line.optional(),
	/** Only what is different. */
	design: designPatchSchema.optional(),
	/** The whole list, where it is different. */
	assumptions: z.array(z.string()).optional(),
	notUnderstood: z.array(z.string()).optional(),
	set: z
		.object({
			requirements: z.array(requirementSchema).default([]),
			roles: z.array(roleSchema).default([]),
			entities: z.array(entitySchema).default([]),
			features: z.array(featureSchema).default([]),
			journeys: z.array(journeySchema).default([])
		})
		.prefault({}),
	/** Ids of requirements and journeys, names of the others. */
	remove: z.object({ requirements: ids, roles: ids, entities: ids, features: ids, journeys: ids }).prefault({})
});
export type BlueprintPatch = z.infer<typeof blueprintPatchSchema>;
export type BlueprintPatchInput = z.input<typeof blueprintPatchSchema>;

/** What the items of each list are known by. */
const KEYS = {
	requirements: ({ id }: { id: string }) => id,
	roles: ({ name }: { name: string }) => name,
	entities: ({ name }: { name: string }) => name,
	features: ({ name }: { name: string }) => name,
	journeys: ({ id }: { id: string }) => id
} as const;
type ListName = keyof typeof KEYS;
const listNames = Object.keys(KEYS) as ListName[];
type Item = { id: string; name: string };

/**
 * The blueprint with a patch applied.
 * @throws AppError BLUEPRINT_INVALID when what comes out does not hold together, naming each place
 */
export function patchBlueprint(blueprint: Blueprint, patch: BlueprintPatchInput): Blueprint {
	const { set, remove, design, ...rest } = blueprintPatchSchema.parse(patch);
	const lists = Object.fromEntries(listNames.map((name) => [name, patchedList(blueprint, name, set, remove)]));
	const patched = blueprintSchema.safeParse({
		...blueprint,
		...rest,
		...lists,
		design: { ...blueprint.design, ...design }
	});
	if (patched.success) return patched.data;
	const problems = patched.error.issues.map(({ path, message }) => `${path.join('.') || 'blueprint'}: ${message}`);
	throw new AppError('BLUEPRINT_INVALID', `The blueprint would not hold together any more:\n${problems.join('\n')}`, {
		data: { problems }
	});
}

/** What turns one blueprint into another; empty lists where nothing is different. */
export function diffBlueprints(before: Blueprint, after: Blueprint): BlueprintPatch {
	const changed = <K extends 'title' | 'summary' | 'assumptions' | 'notUnderstood'>(key: K) =>
		isSame(before[key], after[key]) ? {} : { [key]: after[key] };
	const design = Object.fromEntries(
		Object.entries(after.design).filter(([key, value]) => !isSame(before.design[key as keyof Blueprint['design']], value))
	);
	return blueprintPatchSchema.parse({
		...changed('title'),
		...changed('summary'),
		...changed('assumptions'),
		...changed('notUnderstood'),
		...(Object.keys(design).length > 0 ? { design } : {}),
		set: Object.fromEntries(listNames.map((name) => [name, differingItems(before, after, name)])),
		remove: Object.fromEntries(listNames.map((name) => [name, missingKeys(before, after, name)]))
	});
}

/** Whether a patch changes nothing. */
export function isEmptyPatch({ set, remove, ...rest }: BlueprintPatch): boolean {
	const isListed = listNames.some((name) => set[name].length > 0 || remove[name].length > 0);
	return !isListed && Object.values(rest).every((value) => value === undefined);
}

function patchedList(blueprint: Blueprint, name: ListName, set: BlueprintPatch['set'], remove: BlueprintPatch['remove']): Item[] {
	const keyOf = KEYS[name] as (item: Item) => string;
	const due = new Map((set[name] as unknown as Item[]).map((item) => [keyOf(item), item]));
	const kept = (blueprint[name] as unknown as Item[])
		.filter((item) => !remove[name].includes(keyOf(item)))
		.map((item) => due.get(keyOf(item)) ?? item);
	const known = new Set(kept.map(keyOf));
	return [...kept, ...[...due.values()].filter((item) => !known.has(keyOf(item)))];
}

function differingItems(before: Blueprint, after: Blueprint, name: ListName): Item[] {
	const keyOf = KEYS[name] as (item: Item) => string;
	const old = new Map((before[name] as unknown as Item[]).map((item) => [keyOf(item), item]));
	return (after[name] as unknown as Item[]).filter((item) => !isSame(old.get(keyOf(item)), item));
}

function missingKeys(before: Blueprint, after: Blueprint, name: ListName): string[] {
	const keyOf = KEYS[name] as (item: Item) => string;
	const kept = new Set((after[name] as unknown as Item[]).map(keyOf));
	return (before[name] as unknown as Item[]).map(keyOf).filter((key) => !kept.has(key));
}

/** Blueprints are plain data that one schema has parsed, so that their keys come in one order. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
