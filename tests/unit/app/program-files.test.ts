import { afterEach, describe, expect, it } from 'vitest';
import type { ContainerWrite, ObservableContainer } from '../../../src/lib/container/container';
import type { EngineChange } from '../../../src/lib/project/engine-changes';
import { Workspace } from '../../../src/lib/project/workspace';
import type { FileContent } from '../../../src/lib/project/file-content';
import { ProgramFiles } from '../../../src/lib/app/project/program-files';
import { NativeContainer } from '../support/native-container';
import { takeTracked } from '../../../src/lib/team/conductor/tracked-files';
import { rm, writeFile, mkdir, rename } from 'node:fs/promises';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';

const open: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of open.splice(0)) await close();
});

/** A real folder that is watched, beside a project as the conductor keeps it. */
async function openProject(files: Record<string, string> = {}) {
	const native = await NativeContainer.create();
	const listeners = new Set<(write: ContainerWrite) => void>();
	const tell = (path: string, content: ContainerWrite['content'], done: Promise<void>) => {
		for (const listener of listeners) listener({ path, content, done });
		return done;
	};
	const container = new Proxy(native, {
		get(target, name: keyof ObservableContainer) {
			if (name === 'writeFile') return (path: string, text: string) => tell(path, text, target.writeFile(path, text));
			if (name === 'rm') return (path: string) => tell(path, undefined, target.rm(path));
			if (name === 'onWrite')
				return (listener: (write: ContainerWrite) => void) => (listeners.add(listener), () => listeners.delete(listener));
			if (name === 'watch')
				return (listener: (path: string) => void) => {
					const watcher = watch(target.root, { recursive: true }, (_event, path) => path && listener(path));
					return () => watcher.close();
				};
			const value: unknown = Reflect.get(target, name);
			return typeof value === 'function' ? value.bind(target) : value;
		}
	}) as unknown as ObservableContainer;

	const kept = new Map<string, FileContent>(Object.entries(files));
	const sink = {
		write: async (path: string, text: string) => void kept.set(path, text),
		remove: async (path: string) => void kept.delete(path)
	};
	const workspace = new Workspace(Object.entries(files), [sink]);
	const taken: EngineChange[][] = [];
	const programs = new ProgramFiles({
		listKept: async () => [...kept.keys()],
		readKept: async (path) => kept.get(path),
		take: async (changes) => {
			taken.push(changes);
			const keepBytes = async (path: string, bytes: Uint8Array) => void kept.set(path, bytes);
			await takeTracked({ runId: 'r', workspace, append: async () => undefined, keepBytes }, changes);
		},
		inOrder: (work) => work(),
		onError: (error) => {
			throw error;
		}
	});
	programs.attach(container);
	open.push(
		() => programs.dispose(),
		() => native.dispose()
	);
	for (const [path, text] of Object.entries(files)) await container.writeFile(path, text);
	const at = (path: string) => join(native.root, path);
	const program = {
		write: async (path: string, content: string | Uint8Array) => {
			await mkdir(dirname(at(path)), { recursive: true });
			await writeFile(at(path), content);
		},
		remove: (path: string) => rm(at(path), { recursive: true }),
		move: (from: string, to: string) => rename(at(from), at(to))
	};
	return { container, workspace, kept, taken, programs, program, entries: () => Object.fromEntries([...kept].sort()) };
}

describe('what programs do to the files', () => {
	it('belongs to the project without a word of output: files made, changed, removed, and folders moved', async () => {
		const { programs, program, entries } = await openProject({ 'a.txt': 'a', 'b.txt': 'b', 'old/x/y.txt': 'y' });
		programs.watch();
		await program.write('notes/deep/new.txt', 'new');
		await program.write('a.txt', 'A');
		await program.remove('b.txt');
		await program.move('old', 'young');
		await expect.poll(entries).toEqual({ 'a.txt': 'A', 'notes/deep/new.txt': 'new', 'young/x/y.txt': 'y' });
	});
	it('is kept as bytes where it is no text, and again when it becomes what it once was', async () => {
		const { programs, program, kept } = await openProject({ 'a.txt': 'one' });
		programs.watch();
		await program.write('dot.png', new Uint8Array([137, 80, 0, 255]));
		await program.write('a.txt', 'two');
		await expect.poll(() => [kept.get('a.txt'), kept.has('dot.png')]).toEqual(['two', true]);
		await program.write('a.txt', 'one');
		await programs.catchUp();
		await expect.poll(() => kept.get('a.txt'), { timeout: 8000 }).toBe('one');
		expect(kept.get('dot.png')).toEqual(new Uint8Array([137, 80, 0, 255]));
	});
	it('counts from the engine’s start where that is asked for', async () => {
		const { programs, program, entries } = await openProject({ 'a.txt': 'a', 'gone.txt': '' });
		await program.write('made-before.txt', 'x');
		await program.remove('gone.txt');
		programs.watch({ isFromStart: true });
		// The next start would make it again: a tab that closes now loses nothing.
		expect(programs.isBehind).toBe(false);
		await expect.poll(entries).toEqual({ 'a.txt': 'a', 'made-before.txt': 'x' });
		await program.write('after.txt', 'y');
		await expect.poll(() => programs.isBehind, { interval: 5 }).toBe(true);
		await expect.poll(entries).toMatchObject({ 'after.txt': 'y' });
	});
	it('leaves packages, build output, git and the app’s data alone', async () => {
		const { programs, program, taken } = await openProject({ 'a.txt': 'a' });
		programs.watch();
		for (const folder of ['node_modules/p', 'dist', '.git', '.data', 'sub/node_modules/q'])
			await program.write(`${folder}/x.txt`, 'x');
		await program.write('after.txt', 'x');
		await expect.poll(() => taken.flat().map(({ path }) => path)).toEqual(['after.txt']);
	});
});

describe('what agents and the editor do meanwhile', () => {
	it('is never mistaken for a program’s, however old the engine’s copy is', async () => {
		const { container, programs, taken, kept, workspace } = await openProject({ 'a.ts': '1' });
		programs.watch();
		const writes: Promise<void>[] = [];
		for (let version = 2; version < 40; version++) {
			await workspace.write('a.ts', String(version), 'backend-1');
			writes.push(container.writeFile('a.ts', String(version)));
			if (version % 5 === 0) await programs.catchUp();
		}
		await Promise.all(writes);
		await programs.catchUp();
		await expect.poll(() => programs.isBehind).toBe(false);
		expect([taken, kept.get('a.ts')]).toEqual([[], '39']);
	});
	it('leaves nothing to be kept; only what a program did does, until it is', async () => {
		const { container, programs, program, kept, workspace } = await openProject({ 'a.ts': '1', 'old/b.ts': 'b' });
		const heard: string[] = [];
		open.push(container.watch((path) => heard.push(path)));
		programs.watch();
		await workspace.write('a.ts', '2', 'user');
		await container.writeFile('a.ts', '2');
		await workspace.remove('old/b.ts', 'user');
		await container.rm('old/b.ts');
		await expect.poll(() => heard, { interval: 5 }).toEqual(expect.arrayContaining(['a.ts', 'old/b.ts']));
		expect(programs.isBehind).toBe(false);
		await programs.catchUp();
		await program.write('a.ts', '3');
		await expect.poll(() => programs.isBehind, { interval: 5 }).toBe(true);
		await expect.poll(() => [kept.get('a.ts'), programs.isBehind], { interval: 5 }).toEqual(['3', false]);
	});
	it('is newer than a program’s change of the same file, which then gives way', async () => {
		const { container, programs, program, kept, workspace } = await openProject({ 'a.ts': 'old', 'b.ts': 'b' });
		programs.watch();
		await workspace.write('a.ts', 'by hand', 'user');
		await program.write('a.ts', 'by a program');
		await program.write('b.ts', 'B');
		await expect.poll(() => kept.get('b.ts')).toBe('B');
		expect(kept.get('a.ts')).toBe('by hand');
		await container.writeFile('a.ts', 'by hand');
		await program.write('a.ts', 'later');
		await expect.poll(() => kept.get('a.ts')).toBe('later');
	});
});
