/** From two blueprints to pieces of work: the files that differ, by role and feature. What is the same stays as it is. */
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import type { ChangeStep } from '../../../src/lib/domain/change-plan';
import { frameNamed } from '../../../src/lib/frames';
import { filesOf } from '../generate/files';
import { entityNamed, namesOf } from '../generate/names';
import { alterationsOf, renamesIn, type Alteration, type FieldRename } from './alter-migration';

/** Beyond this the work of one role is one step. */
const MOST_STEPS = 16;

type StepRole = 'devops' | 'dba' | 'backend' | 'frontend' | 'qa' | 'docs';
const ROLE_ORDER: StepRole[] = ['devops', 'dba', 'backend', 'frontend', 'qa', 'docs'];

interface Piece {
	role: StepRole;
	/** Empty where it belongs to no feature. */
	feature: string;
	files: string[];
}

export interface StepFacts {
	before: Blueprint;
	after: Blueprint;
	renames: readonly FieldRename[];
	/** Paths of the files that the project has; undefined where nobody said. */
	paths: readonly string[] | undefined;
	/** What the change is, in a sentence. */
	what: string;
}

export function stepsOf(facts: StepFacts): ChangeStep[] {
	const { before, after } = facts;
	const changed = [...differing(before, after)].map((path): Piece => ({ ...placeOf(path, before, after), files: [path] }));
	const migrations = numbered(facts).map(({ path, entity }): Piece => ({
		role: 'dba',
		feature: after.features.find((feature) => feature.entity === entity)?.name ?? '',
		files: [path]
	}));
	const byFeature = grouped([...migrations, ...changed], ({ role, feature }) => `${role} ${feature}`);
	const pieces = byFeature.length > MOST_STEPS ? grouped(byFeature, ({ role }) => role) : byFeature;
	return pieces.map((piece, at) => stepOf(piece, pieces.slice(0, at), facts));
}

/** The files of a step, made from the two blueprints; undefined where a file goes. */
export function changedFiles(before: Blueprint, after: Blueprint, writes: readonly string[]): Map<string, string | undefined> {
	const [old, now] = [plannedFiles(before), plannedFiles(after)];
	const alterations = alterationsOf(before, after, renamesIn(writes, before, after));
	return new Map(
		writes.flatMap((path): [string, string | undefined][] => {
			if (isMigration(path)) {
				const own = alterations.find((alteration) => alteration.name === nameOf(path));
				return own ? [[path, own.sql]] : [];
			}
			return now.has(path) ? [[path, now.get(path)]] : old.has(path) ? [[path, undefined]] : [];
		})
	);
}

/** Every file that the first run wrote for a blueprint but its migrations, whose numbers depend on what came first. */
export function writtenPaths(blueprint: Blueprint): string[] {
	return [...filesOf(blueprint).keys()].filter((path) => !isMigration(path));
}

const isMigration = (path: string) => path.startsWith('migrations/');
const nameOf = (path: string) => /^migrations\/\d+_(.*)\.sql$/.exec(path)?.[1];

/** Every file of the app that a blueprint is, the frame's among them. */
export function plannedFiles(blueprint: Blueprint): Map<string, string> {
	const { title, slug, summary, frame, design } = blueprint;
	return new Map([...frameNamed(frame).files({ title, slug, summary, language: design.language }), ...filesOf(blueprint)]);
}

function differing(before: Blueprint, after: Blueprint): Set<string> {
	const [old, now] = [plannedFiles(before), plannedFiles(after)];
	const paths = [...new Set([...now.keys(), ...old.keys()])];
	return new Set(paths.filter((path) => !isMigration(path) && old.get(path) !== now.get(path)));
}

/** New migrations take the numbers after the last one. */
function numbered({ before, after, renames, paths }: StepFacts): (Alteration & { path: string })[] {
	const known = paths?.filter(isMigration).map((path) => Number(/^migrations\/(\d+)_/.exec(path)?.[1] ?? 0));
	const last = known?.length ? Math.max(...known) : FRAME_MIGRATIONS + before.entities.length;
	return alterationsOf(before, after, renames).map((alteration, at) => ({
		...alteration,
		path: `migrations/${String(last + 1 + at).padStart(4, '0')}_${alteration.name}.sql`
	}));
}
const FRAME_MIGRATIONS = 2;

function placeOf(path: string, before: Blueprint, after: Blueprint): { role: StepRole; feature: string } {
	const folder = /^src\/features\/([^/]+)\//.exec(path)?.[1];
	const feature = folder === undefined ? '' : (featureIn(folder, after) ?? featureIn(folder, before) ?? '');
	return { role: roleOf(path), feature };
}

const featureIn = (folder: string, blueprint: Blueprint) =>
	blueprint.features.find((feature) => {
		const entity = entityNamed(blueprint, feature.entity);
		return (entity ? namesOf(entity).folder : feature.kind) === folder;
	})?.name;

function roleOf(path: string): StepRole {
	if (/\/seed\.ts$/.test(path)) return 'dba';
	if (/\/(contract|repo|routes)\.ts$/.test(path)) return 'backend';
	if (/\.test\.tsx?$/.test(path)) return 'qa';
	if (/^src\/(features|web)\//.test(path)) return 'frontend';
	return /\.md$/.test(path) ? 'docs' : 'devops';
}

function grouped(pieces: readonly Piece[], keyOf: (piece: Piece) => string): Piece[] {
	const groups = new Map<string, Piece>();
	for (const piece of pieces) {
		const known = groups.get(keyOf(piece));
		if (!known) groups.set(keyOf(piece), { ...piece, files: [...piece.files] });
		else {
			known.files.push(...piece.files);
			if (known.feature !== piece.feature) known.feature = '';
		}
	}
	return [...groups.values()].sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role));
}

function stepOf(piece: Piece, earlier: readonly Piece[], { before, after, what }: StepFacts): ChangeStep {
	const feature = after.features.find(({ name }) => name === piece.feature);
	const old = before.features.find(({ name }) => name === piece.feature);
	const textOf = (blueprint: Blueprint, id: string) =>
		blueprint.requirements.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id)?.text;
	return {
		title: titleOf(piece, feature ? labelOf(after, feature) : old ? labelOf(before, old) : ''),
		role: piece.role === 'docs' ? 'devops' : piece.role,
		what: `${what}\nFiles: ${piece.files.join(', ')}`.slice(0, 2000),
		files: piece.files,
		...(feature ? { feature: feature.name } : {}),
		criteria: feature?.criteria.filter((id) => textOf(before, id) !== textOf(after, id)) ?? [],
		after: earlier.flatMap((other, at) => (mustBeDone(other, piece) ? [at + 1] : []))
	};
}

/** The schema before what is served, that before what is shown, and all of it before it is tested and described. */
function mustBeDone(earlier: Piece, piece: Piece): boolean {
	if (earlier.role === piece.role) return false;
	if (piece.role === 'docs' || piece.role === 'qa') return earlier.role !== 'docs';
	if (piece.role === 'dba') return false;
	if (earlier.role === 'devops') return true;
	return piece.role === 'backend' ? earlier.role === 'dba' : earlier.role === 'backend';
}

const TITLES: Record<StepRole, string> = {
	devops: 'Set up the app',
	dba: 'Store',
	backend: 'Serve',
	frontend: 'Show',
	qa: 'Test',
	docs: 'Write the README and the docs'
};

function titleOf({ role, files }: Piece, label: string): string {
	if (role === 'frontend' && files.every((path) => path.endsWith('.css'))) return 'Choose the colours';
	if (role === 'docs' || role === 'devops') return TITLES[role];
	return `${TITLES[role]} ${label || 'what has changed'}`;
}

function labelOf(blueprint: Blueprint, { entity, name }: Blueprint['features'][number]): string {
	const found = entityNamed(blueprint, entity);
	return found ? namesOf(found).all : name.replace(/-/g, ' ');
}
