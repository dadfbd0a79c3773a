import type { Failure } from '../../domain/check';
import type { Blueprint } from '../../domain/blueprint';
import { readManifest } from '../../project/manifest';
import { kindInWords, lookedUp, projectKind } from '../../project/project-kind';
import type { RequestState } from '../../log/state';
import { blueprintSlice } from '../agents/blueprint-slice';
import type { ReadableFiles } from '../planning/suspect-files';
import { mapLine, repoMap } from './repo-map';

/** What an agent is told of a project that is there, within a limit: what it is, where things are, what was asked for lately, what fails. */

export interface BriefParts {
	files: ReadableFiles;
	blueprint: Blueprint | null;
	/** Earlier requests, the latest last. */
	requests: readonly Pick<RequestState, 'text' | 'status' | 'plan'>[];
	failures: readonly Failure[];
	/** Files that the frame brought and agents know from its guide: folders of them are one line each. */
	isFrozen(path: string): boolean;
}

/** About 3,500 tokens for the map, which is most of the brief. */
const MAX_MAP_CHARS = 14_000;
const MAX_NOTES_CHARS = 4_000;
const MAX_REQUESTS = 6;
const MAX_FAILURES = 8;
/** Where projects keep what agents should know. */
const NOTES = ['AGENTS.md', 'CLAUDE.md', '.github/copilot-instructions.md', 'CONTRIBUTING.md'];

export function projectBrief(parts: BriefParts): string {
	return [
		...section(
			'The project',
			[...(parts.blueprint ? [] : [whatItIs(parts.files)]), stack(parts.files)].filter(Boolean).join('\n')
		),
		...section('Its blueprint', parts.blueprint ? blueprintSlice(parts.blueprint, { kind: 'change', criteria: [] }) : ''),
		...section('Its files (lines): what they export', fileMap(parts)),
		...section('Conventions', conventions(parts.files)),
		...section('Asked for before, the latest last', lately(parts.requests)),
		...section('What fails now', failing(parts.failures))
	].join('\n\n');
}

function section(title: string, text: string): string[] {
	return text ? [`## ${title}\n${text}`] : [];
}

/** As a person is told, such as 'Express API, npm, tests with node:test'. */
function whatItIs(files: ReadableFiles): string {
	return `${kindInWords(projectKind(lookedUp(files)))}.`;
}

/** What package.json says: name, scripts, packages. */
function stack(files: ReadableFiles): string {
	const manifest = readManifest(files.read('package.json'));
	// The checks have more to say about one that is absent or broken.
	if (typeof manifest === 'string') return '';
	const names = (list: ReadonlyMap<string, string>) => [...list.keys()].join(', ') || 'none';
	const scripts = [...manifest.scripts].map(([name, command]) => `${name}: ${command}`);
	return [
		`${manifest.name || 'Without a name'}${manifest.description ? `: ${manifest.description}` : ''}`,
		`Scripts: ${scripts.join('; ') || 'none'}`,
		`Packages: ${names(manifest.dependencies)}. For development: ${names(manifest.devDependencies)}.`
	].join('\n');
}

function fileMap({ files, isFrozen }: BriefParts): string {
	const paths = files.list().filter((path) => !/(^|\/)(package-lock\.json|pnpm-lock\.yaml|yarn\.lock)$/.test(path));
	const own = paths.filter((path) => !isFrozen(path) || !path.startsWith('src/'));
	const folders = new Map<string, number>();
	for (const path of paths.filter((other) => !own.includes(other))) {
		const folder = path.slice(0, path.lastIndexOf('/') + 1);
		folders.set(folder, (folders.get(folder) ?? 0) + 1);
	}
	const lines = [
		...repoMap(files, own).map(mapLine),
		...[...folders].map(([folder, count]) => `${folder} (${count} files of the frame)`)
	];
	return cut(lines, MAX_MAP_CHARS, 'list_files shows them');
}

/** As many lines as there is room for; how many are left out is said. */
function cut(lines: readonly string[], maxChars: number, how: string): string {
	let room = maxChars;
	const kept = lines.filter((line) => (room -= line.length + 1) >= 0);
	const left = lines.length - kept.length;
	return [...kept, ...(left ? [`... and ${left} more (${how})`] : [])].join('\n');
}

function conventions(files: ReadableFiles): string {
	const path = NOTES.find((name) => files.read(name) !== undefined);
	const text = path ? (files.read(path) ?? '').trim() : '';
	return text.length > MAX_NOTES_CHARS ? `${text.slice(0, MAX_NOTES_CHARS)}\n... (the rest is in ${path})` : text;
}

function lately(requests: BriefParts['requests']): string {
	return requests
		.slice(-MAX_REQUESTS)
		.map(({ text, status, plan }) => {
			const asked = text.replace(/\s+/g, ' ').trim();
			const understood = plan ? ` -> ${plan.reply.replace(/\s+/g, ' ').slice(0, 300)}` : '';
			return `- "${asked.length > 600 ? `${asked.slice(0, 600)}...` : asked}" (${status})${understood}`;
		})
		.join('\n');
}

function failing(failures: readonly Failure[]): string {
	const lines = failures.map(
		({ gate, file, message }) => `- ${gate}${file ? `, ${file}` : ''}: ${message.split('\n')[0]?.slice(0, 300) ?? ''}`
	);
	return cut(lines.slice(0, MAX_FAILURES), 4_000, 'left out here');
}
