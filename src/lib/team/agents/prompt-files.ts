import type { Failure } from '../../domain/check';
import type { PlannedTask, TaskKind } from '../../domain/task';
import type { Blueprint, Feature } from '../../domain/blueprint';
import type { PromptFile } from './prompts';
import { frameNamed, frameOf } from '../../frames';
import { extractOf } from './extract';
import { isWritable } from '../../domain/write-set';

/** Which files an agent is shown at once: what it works on and what it builds on. How the frame is used stands in its guide. */

const MAX_CHARS = 40_000;
/** Repairs see more: the cause may be anywhere in the feature. */
const MAX_FIX_CHARS = 60_000;

/** Files of a feature, or of one that it builds on, by what they are. */
type Part = 'migration' | 'seed' | 'contract' | 'repo' | 'routes' | 'pages' | 'tests' | 'helpers';

/** What each kind of work looks at: whole files of its own feature, extracts of them, and extracts of features that it builds on. */
const SHOWN: Partial<Record<TaskKind, { own: Part[]; extracts?: Part[]; needed: Part[] }>> = {
	schema: { own: [], needed: ['migration', 'seed'] },
	api: { own: ['migration'], needed: ['migration'] },
	ui: { own: ['contract'], needed: ['contract'] },
	tests: { own: ['seed'], extracts: ['contract', 'pages'], needed: [] },
	fix: { own: ['contract', 'routes', 'repo', 'migration', 'pages', 'helpers', 'tests', 'seed'], needed: ['contract'] }
};

/** What a reviewer reads: the likeliest to be at fault first. Tests and example data are not what is shipped. */
const REVIEWED: readonly Part[] = ['routes', 'repo', 'contract', 'migration', 'pages', 'helpers'];

const ALWAYS: Partial<Record<TaskKind, string[]>> = {
	scaffold: ['src/core/app.ts', 'src/core/roles.ts'],
	theme: ['src/web/ui/palette.css']
};

/** A project's files, to look at. */
export interface ReadableFiles {
	read(path: string): string | undefined;
	list(under?: string): string[];
}

/** Most important first; what finds no room is left out, and the agent may read it. */
export function promptFiles(
	task: PlannedTask,
	blueprint: Blueprint | null,
	files: ReadableFiles,
	failures: readonly Failure[] = []
): PromptFile[] {
	const near = new Set<string>(failures.flatMap(pathsOf));
	const extracts = new Set<string>();
	for (const path of ALWAYS[task.kind] ?? []) near.add(path);
	for (const path of files.list()) if (isWritable(task.writes, path)) near.add(path);
	const feature = blueprint?.features.find(({ name }) => name === task.feature);
	const { isMadeOfPages, placesOf } = frameOf(blueprint);
	if (feature && isMadeOfPages)
		for (const path of files.list('src/pages')) if (placesOf(feature).some((place) => path.startsWith(place))) near.add(path);
	const shown = SHOWN[task.kind];
	if (blueprint && task.kind === 'gate') for (const path of reviewedFiles(blueprint, files)) near.add(path);
	if (blueprint && feature && shown) {
		for (const path of partsOf(feature.name, shown.own, files)) near.add(path);
		for (const path of partsOf(feature.name, shown.extracts ?? [], files)) extracts.add(path);
		for (const name of neededBy(feature, blueprint)) for (const path of partsOf(name, shown.needed, files)) extracts.add(path);
	}
	let room = task.kind === 'fix' ? MAX_FIX_CHARS : MAX_CHARS;
	return [...new Set([...near, ...extracts])].flatMap((path) => {
		const whole = files.read(path);
		if (whole === undefined) return [];
		const isExtract = !near.has(path);
		const content = isExtract ? extractOf(path, whole) : whole;
		if (content.length > room) return [];
		room -= content.length;
		return [{ path, content, ...(isExtract ? { isExtract } : {}) }];
	});
}

/** What was written for the features that the frame does not bring. */
function reviewedFiles({ features, frame }: Blueprint, files: ReadableFiles): string[] {
	const brought = frameNamed(frame).features;
	const own = features.filter(({ name }) => !brought.includes(name));
	const pages = files.list('src/pages').filter((path) => partOf(path) !== 'tests');
	return [...REVIEWED.flatMap((part) => own.flatMap(({ name }) => partsOf(name, [part], files))), ...pages];
}

/** The file that a failure is in, and those of the project that its message names: the test, and the stack. */
function pathsOf({ file, message, suspects = [] }: Failure): string[] {
	const named = message.match(/(?:src\/(?:features|pages|blocks)|migrations)\/[\w./-]+\.(?:tsx?|sql|css)/g) ?? [];
	return [...(file ? [file] : []), ...suspects, ...named];
}

/** Features that this one needs, points to, or lives inside; those of the frame stand in its guide. */
function neededBy(feature: Feature, blueprint: Blueprint): string[] {
	const entity = blueprint.entities.find(({ name }) => name === feature.entity);
	const { features } = frameNamed(blueprint.frame);
	const targets = new Set([...(entity?.fields.map((field) => field.reference) ?? []), entity?.ownedBy ?? undefined]);
	const pointed = blueprint.features.filter((other) => other.entity && targets.has(other.entity)).map(({ name }) => name);
	return [...new Set([...feature.needs, ...pointed])].filter((name) => name !== feature.name && !features.includes(name));
}

function partsOf(name: string, parts: readonly Part[], files: ReadableFiles): string[] {
	const all = [
		...files.list(`src/features/${name}`),
		...files.list('migrations').filter((path) => path.endsWith(`_${name.replaceAll('-', '_')}.sql`))
	];
	return parts.flatMap((part) => all.filter((path) => partOf(path) === part));
}

function partOf(path: string): Part | undefined {
	if (path.startsWith('migrations/')) return 'migration';
	if (/\.test\.tsx?$/.test(path)) return 'tests';
	const known = /\/(contract|repo|routes|seed)\.ts$/.exec(path)?.[1] as Part | undefined;
	return known ?? (path.endsWith('.tsx') ? 'pages' : 'helpers');
}
