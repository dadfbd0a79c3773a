import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportGit, type GitExport } from '../../../src/lib/project/git-export';
import { unzipFiles } from '../../../src/lib/project/zip';
import { plannedTaskSchema } from '../../../src/lib/domain/task';
import type { EventDraft } from '../../../src/lib/domain/events';
import { writeTracked } from '../../../src/lib/team/conductor/tracked-files';
import { memoryProject } from '../support/memory-project';
import { passingGates, teamRun } from '../support/team-run';
import type { Container } from '../../../src/lib/container/container';

/** What real git says of the repositories that we make. */

const RUN = 'run-1';
const EXPORTED_AT = Date.UTC(2026, 5, 1);
const hasGit = spawnSync('git', ['--version']).status === 0;

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'tabsmith-git-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Git without the settings of whoever runs the tests. */
function git(cwd: string, ...args: string[]): string {
	const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', TZ: 'UTC' };
	return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

async function unpack(project: ReturnType<typeof memoryProject>, part: Partial<GitExport> = {}): Promise<string> {
	const zip = await exportGit(project.database, request('git-zip', part));
	for (const [path, content] of Object.entries(unzipSync(zip))) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return join(folder, 'app');
}
const request = (kind: GitExport['kind'], part: Partial<GitExport> = {}): GitExport => ({
	...{ kind, projectId: 'project-1', runId: RUN, folder: 'app', timeMs: EXPORTED_AT },
	...part
});

const task = (id: string, title: string, criteria: string[]) =>
	plannedTaskSchema.parse({ id, title, role: 'backend', kind: 'api', needs: [], publishes: [], writes: ['**'], criteria });

/** Two tasks at work at once, a hand edit amid them, a file rewritten, and one removed. */
async function recordRun() {
	const project = memoryProject();
	const { log, workspace } = project;
	const append = (draft: Pick<EventDraft, 'topic' | 'from' | 'payload'> & { taskId?: string }) =>
		log.append({ ...draft, runId: RUN } as EventDraft);
	const write = (by: string, path: string, content: string, taskId?: string) =>
		writeTracked({ runId: RUN, workspace, append: (draft) => log.append(draft) }, { path, content, by, taskId });
	const tasks = [task('serve', 'Serve books', ['R1.1', 'R1.2']), task('docs', 'Write the docs', [])];
	await append({ topic: 'plan.patched', from: 'conductor', payload: { tasks } });
	await write('conductor', '.gitignore', 'node_modules\n.env\n');
	await write('conductor', 'package.json', '{}\n');
	await append({ topic: 'artifact.published', from: 'conductor', payload: { name: 'frame', kind: 'frame' } });
	await write('backend-1', 'src/routes.ts', 'first\n', 'serve');
	await write('qa-2', 'docs/a.md', 'windows\r\n', 'docs');
	await write('qa-2', '.env', 'SECRET=1\n', 'docs');
	await write('user', 'src/mine.ts', 'a\n');
	await write('user', 'src/mine.ts', 'ab\n');
	await write('backend-1', 'src/old.ts', 'old\n', 'serve');
	await append({ topic: 'task.result', from: 'backend-1', taskId: 'serve', payload: { summary: 'Routes\nfor books' } });
	await append({ topic: 'task.result', from: 'qa-2', taskId: 'docs', payload: { summary: 'Write the docs' } });
	await write('user', 'src/routes.ts', 'first, by hand\n');
	await write('backend-1', 'src/routes.ts', 'second\n', 'serve');
	await workspace.remove('src/old.ts', 'backend-1');
	const removed = { name: 'file:src/old.ts', path: 'src/old.ts', deleted: true };
	await append({ topic: 'artifact.superseded', from: 'backend-1', taskId: 'serve', payload: removed });
	await append({ topic: 'task.result', from: 'backend-1', taskId: 'serve', payload: { summary: 'Again' } });
	return project;
}

const HISTORY = [
	'Conductor <conductor@tabsmith.invalid> Add the frame of the app',
	'User <user@tabsmith.invalid> Add src/mine.ts by hand',
	'Backend <backend@tabsmith.invalid> Serve books',
	'QA <qa@tabsmith.invalid> Write the docs',
	'User <user@tabsmith.invalid> Update src/routes.ts by hand',
	'Backend <backend@tabsmith.invalid> Serve books'
];
const history = (cwd: string) => git(cwd, 'log', '--reverse', '--format=%an <%ae> %s').trim().split('\n');

describe.skipIf(!hasGit)('an export as git', () => {
	it('is a repository on main that git finds sound, with a clean work tree', async () => {
		const app = await unpack(await recordRun());
		expect(git(app, 'fsck', '--strict', '--full')).not.toMatch(/error|warning|missing|dangling/);
		expect(git(app, 'status', '--porcelain')).toBe('');
		expect(git(app, 'branch', '--show-current').trim()).toBe('main');
		expect(git(app, 'count-objects', '-v')).toMatch(/^count: 0$[\s\S]*^packs: 1$/m);
	});

	it('is clean, too, on a disk that makes all files executable, for somebody whose git changes line ends', async () => {
		const app = await unpack(await recordRun());
		writeFileSync(join(folder, '.gitconfig'), '[core]\n\tautocrlf = true\n');
		for (const path of git(app, 'ls-files').trim().split('\n')) chmodSync(join(app, path), 0o777);
		expect(git(app, 'status', '--porcelain')).toBe('');
	});

	it('has a commit per task, hand edits as their own, each by its author at its time', async () => {
		const app = await unpack(await recordRun());
		expect(history(app)).toEqual(HISTORY);
		const times = git(app, 'log', '--reverse', '--format=%at').trim().split('\n').map(Number);
		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect(git(app, 'log', '--format=%aI', '--grep', 'docs').trim()).toBe('2026-01-02T03:04:17+00:00');
	});

	it('says in trailers which requirements a task serves', async () => {
		const app = await unpack(await recordRun());
		const trailers = (key: string) => git(app, 'log', '-1', `--format=%(trailers:key=${key},valueonly)`).trim().split('\n');
		expect([trailers('Requirement'), trailers('Task')]).toEqual([['R1.1', 'R1.2'], ['serve']]);
		expect(git(app, 'log', '-1', '--skip=3', '--format=%b')).toContain('Routes for books\n\nRequirement: R1.1\n');
		expect(git(app, 'log', '-1', '--skip=2', '--format=%b').trim()).toBe('Task: docs');
	});

	it('keeps each version of a file as it was, byte by byte', async () => {
		const app = await unpack(await recordRun());
		const versions = git(app, 'log', '--reverse', '--format=%H', '--', 'src/routes.ts').trim().split('\n');
		expect(versions.map((hash) => git(app, 'show', `${hash}:src/routes.ts`))).toEqual([
			'first\n',
			'first, by hand\n',
			'second\n'
		]);
		expect(git(app, 'show', 'HEAD:docs/a.md')).toBe('windows\r\n');
		expect(git(app, 'ls-tree', '-r', '--format=%(objectmode) %(path)', 'HEAD').trim().split('\n')).toEqual(
			['.gitignore', 'docs/a.md', 'package.json', 'src/mine.ts', 'src/routes.ts'].map((path) => `100644 ${path}`)
		);
	});

	it('leaves what .gitignore names out of every commit, and in the zip', async () => {
		const app = await unpack(await recordRun());
		expect(git(app, 'log', '--all', '--format=%s', '--', '.env')).toBe('');
		expect(readFileSync(join(app, '.env'), 'utf8')).toBe('SECRET=1\n');
	});

	it('ends with one commit of what has changed outside the log', async () => {
		const project = await recordRun();
		const files = new Map(project.files);
		files.set('package.json', new TextEncoder().encode('{"name":"x"}\n'));
		files.set('public/dot.png', new Uint8Array([137, 80, 0, 255]));
		files.delete('src/mine.ts');
		files.set('sub/.gitignore', '*.tmp\n');
		files.set('sub/x.tmp', 'never\n');
		const app = await unpack(project, { files });
		expect(history(app)).toEqual([...HISTORY, 'Tabsmith <tabsmith@tabsmith.invalid> Update 5 files']);
		expect(git(app, 'show', '--format=%aI', '--name-status', 'HEAD').trim().split('\n')).toEqual([
			...['2026-06-01T00:00:00+00:00', '', 'M\tpackage.json', 'A\tpublic/dot.png', 'D\tsrc/mine.ts', 'A\tsub/.gitignore']
		]);
		expect(git(app, 'status', '--porcelain')).toBe('');
		expect(git(app, 'fsck', '--strict')).toBe('');
	});

	it('is a bundle with the same commits, which git clones', async () => {
		const project = await recordRun();
		const app = await unpack(project);
		const bundle = join(folder, 'app.bundle');
		writeFileSync(bundle, await exportGit(project.database, request('bundle')));
		expect(readFileSync(bundle).subarray(0, 16).toString()).toBe('# v2 git bundle\n');
		git(folder, 'clone', '--quiet', bundle, 'cloned');
		const cloned = join(folder, 'cloned');
		expect(git(cloned, 'rev-parse', 'HEAD')).toBe(git(app, 'rev-parse', 'HEAD'));
		expect(git(cloned, 'branch', '--show-current').trim()).toBe('main');
		expect(git(cloned, 'fsck', '--strict')).toBe('');
	});

	it('leaves a version that was not kept to the next commit that has one', async () => {
		const project = await recordRun();
		project.versions.clear();
		const app = await unpack(project);
		// Of the routes only the last version is left, and of the removed file none.
		expect(history(app)).toEqual(HISTORY.filter((line) => !line.endsWith('routes.ts by hand')).toSpliced(2, 1));
		expect(git(app, 'show', 'HEAD:src/routes.ts')).toBe('second\n');
		expect(git(app, 'status', '--porcelain')).toBe('');
	});

	it('tells the whole of a team run: its end is the files, without a commit that nobody made', async () => {
		const project = memoryProject();
		const nowhere = { writeFile: async () => undefined, rm: async () => undefined } as unknown as Container;
		const { log, workspace } = project;
		const { conductor } = teamRun({ log, workspace, container: async () => nowhere, gates: passingGates }, project.store);
		const state = await conductor.run();
		const app = await unpack(project);
		expect(git(app, 'status', '--porcelain')).toBe('');
		expect(git(app, 'ls-files').trim().split('\n').sort()).toEqual(workspace.list());
		const authored = state.tasks.filter(({ files }) => files.length > 0).map(({ id }) => id);
		expect(git(app, 'log', '--format=%(trailers:key=Task,valueonly,separator=)').split('\n').filter(Boolean).sort()).toEqual(
			authored.sort()
		);
		expect(history(app).filter((line) => line.startsWith('Tabsmith'))).toEqual([]);
	});
});

it('of a project without files fails with a code', async () => {
	await expect(exportGit(memoryProject().database, request('bundle'))).rejects.toMatchObject({ code: 'EXPORT_EMPTY' });
});

it('comes back as a project, without the repository', async () => {
	const project = await recordRun();
	const zip = await exportGit(project.database, request('git-zip'));
	expect([...unzipFiles(zip).files.keys()].sort()).toEqual([...project.files.keys()].sort());
});
