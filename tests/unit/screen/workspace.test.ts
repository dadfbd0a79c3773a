import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { runEventSchema, type RunEvent } from '../../../src/lib/domain/events';
import type { FileChange, PreviewStatus, ProjectHandle } from '../../../src/lib/app/ports';
import { RecordedRun } from '../../../src/lib/app/run-source';
import { Workspace } from '../../../src/lib/screen/shell/workspace.svelte';
import type { PageError } from '../../../src/lib/container/container';
import { liveProblems } from '../../../src/lib/screen/run/live-problems';

const events: RunEvent[] = runEventSchema
	.array()
	.parse(JSON.parse(readFileSync(new URL('../../fixtures/run-01.json', import.meta.url), 'utf8')));

function openWorkspace(shown = events) {
	const run = new RecordedRun(shown);
	const listeners = {
		files: new Set<(change: FileChange) => void>(),
		preview: new Set<(status: PreviewStatus) => void>(),
		errors: new Set<(error: PageError) => void>()
	};
	let disposals = 0;
	const project: ProjectHandle = {
		lost: new AbortController().signal,
		id: 'demo',
		title: 'Demo',
		run,
		files: {
			list: async () => ['src/b.ts', 'src/a.ts'],
			read: async () => 'text',
			readBefore: async () => undefined,
			isBehind: () => false,
			catchUp: async () => undefined,
			subscribe: (listener) => (listeners.files.add(listener), () => listeners.files.delete(listener))
		},
		terminal: { spawn: () => Promise.reject(new Error('no shell here')) },
		preview: {
			subscribe: (listener) => (listeners.preview.add(listener), () => listeners.preview.delete(listener)),
			onError: (listener) => (listeners.errors.add(listener), () => listeners.errors.delete(listener)),
			start: () => undefined
		},
		exportAs: async () => new Blob(),
		dispose: () => (disposals += 1)
	};
	const workspace = new Workspace(project);
	open.push(workspace);
	return { workspace, run, listeners, disposals: () => disposals };
}
const open: Workspace[] = [];
afterEach(() => open.splice(0).forEach((workspace) => workspace.dispose()));

describe('a workspace', () => {
	it('shows events as they come and takes each one once', () => {
		const { workspace, run } = openWorkspace(events.slice(0, 3));
		expect(workspace.view.tasks).toEqual([]);
		run.emit(events.slice(2, 5));
		expect(workspace.events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5]);
		expect(workspace.view.tasks).toHaveLength(11);
		expect(workspace.title).toBe('Customer dashboard');
	});
	it('replays to an event and comes back to now', () => {
		const { workspace } = openWorkspace();
		workspace.seek(3);
		expect(workspace.isPlanWaiting).toBe(false);
		expect(workspace.view.tasks).toEqual([]);
		workspace.seek(undefined);
		expect(workspace.view.tasks).toHaveLength(11);
	});
	it('follows the run live again when sought to its last event', () => {
		const { workspace } = openWorkspace();
		workspace.seek(events.length);
		expect(workspace.cursor).toBeUndefined();
	});
	it('waits for a yes between a proposed and an approved blueprint', () => {
		expect(openWorkspace(events.slice(0, 3)).workspace.isPlanWaiting).toBe(true);
		expect(openWorkspace(events.slice(0, 4)).workspace.isPlanWaiting).toBe(false);
	});
	it('sends commands down and keeps the reason of one that failed', async () => {
		const { workspace, run } = openWorkspace();
		await workspace.send({ type: 'pause' });
		expect(run.commands).toEqual([{ type: 'pause' }]);
		run.send = () => Promise.reject(new Error('The run is over.'));
		await workspace.send({ type: 'resume' });
		expect(workspace.error?.message).toBe('The run is over.');
	});
	it('lists files in order and drops one that is deleted', async () => {
		const { workspace, listeners } = openWorkspace();
		await expect.poll(() => workspace.editor.paths).toEqual(['src/a.ts', 'src/b.ts']);
		for (const tell of listeners.files) tell({ path: 'src/a.ts', content: undefined });
		expect(workspace.editor.paths).toEqual(['src/b.ts']);
	});
	it('follows a burst of written files with one tab', async () => {
		const { workspace, listeners } = openWorkspace();
		const paths = ['a.ts', 'b.ts', 'c.ts', 'd.ts'];
		for (const path of paths) for (const tell of listeners.files) tell({ path, content: 'text', author: 'backend-1' });
		await expect.poll(() => workspace.editor.active).toBe('d.ts');
		await expect.poll(() => workspace.editor.openPaths).toEqual(['d.ts']);
	});
	it('stops following once the person opens a file', async () => {
		const { workspace, listeners } = openWorkspace();
		await workspace.editor.open('src/a.ts');
		for (const tell of listeners.files) tell({ path: 'z.ts', content: 'text', author: 'backend-1' });
		expect([workspace.editor.isFollowing, workspace.editor.active]).toEqual([false, 'src/a.ts']);
	});
	it('says why a shell could not start', async () => {
		const { workspace } = openWorkspace();
		await workspace.terminal.start();
		expect(workspace.terminal.status).toMatchObject({ state: 'failed', error: { message: 'no shell here' } });
	});
	it('lets go of every subscription when it is disposed', () => {
		const { workspace, listeners, disposals } = openWorkspace();
		workspace.dispose();
		expect([listeners.files.size, listeners.preview.size, disposals()]).toEqual([0, 0, 1]);
	});
});

describe('the preview', () => {
	const withServer = () => {
		const { workspace, listeners } = openWorkspace();
		const tell = (...ports: number[]) => {
			const servers = ports.map((port) => ({ port, url: `http://p${port}.localhost:4173` }));
			for (const listener of listeners.preview) listener({ state: 'up', servers });
		};
		tell(3000);
		const fail = (message: string, stack = '') => {
			for (const listener of listeners.errors) listener({ message, stack, port: 3000, path: '/books' });
		};
		return Object.assign(workspace.preview, { tell, fail });
	};
	it('follows where the app goes by itself, without loading it anew', () => {
		const preview = withServer();
		const before = preview.frameKey;
		preview.visited('/books', { isNew: true, isDocument: false });
		preview.visited('/books?page=2', { isNew: false, isDocument: false });
		expect([preview.path, preview.canGoBack, preview.frameKey]).toEqual(['/books?page=2', true, before]);
		preview.back();
		expect(preview.frameUrl).toBe('http://p3000.localhost:4173/');
		preview.forward();
		expect(preview.frameUrl).toBe('http://p3000.localhost:4173/books?page=2');
	});
	it('lists what goes wrong in the document that is shown, until there is another', () => {
		const preview = withServer();
		preview.fail('x is not defined', 'at Page (http://p3000.localhost/src/features/books/list.page.tsx?t=1:9:5)');
		preview.fail('x is not defined');
		preview.failedToBuild('[plugin:oxc] Unexpected token\n/home/app/src/features/books/form.tsx:12:5');
		expect(liveProblems(preview)).toMatchObject([
			{
				gate: 'Preview',
				code: 'BUILD',
				message: '[plugin:oxc] Unexpected token',
				path: 'src/features/books/form.tsx',
				lineNumber: 12,
				failure: { gate: 'smoke', file: 'src/features/books/form.tsx', lineNumber: 12 }
			},
			{
				gate: 'Preview',
				code: 'PAGE_ERROR',
				message: '/books: x is not defined',
				path: 'src/features/books/list.page.tsx',
				failure: { message: expect.stringContaining('at Page (http') }
			}
		]);
		preview.visited('/books/1', { isNew: true, isDocument: false });
		expect(liveProblems(preview)).toHaveLength(2);
		preview.visited('/books/1', { isNew: false, isDocument: true });
		expect(liveProblems(preview)).toEqual([]);
	});
	it('stays with the app when another server comes and goes, unless it is chosen', () => {
		const preview = withServer();
		preview.tell(3000, 4000);
		expect(preview.server?.port).toBe(3000);
		preview.choosePort(4000);
		expect(preview.server?.port).toBe(4000);
		preview.tell(3000);
		expect(preview.server?.port).toBe(3000);
	});
	it('goes to paths, back and forward, and forgets the way forward on a new path', () => {
		const preview = withServer();
		preview.go('customers');
		preview.go('http://p3000.localhost:4173/orders?open=1');
		expect(preview.url).toBe('http://p3000.localhost:4173/orders?open=1');
		preview.back();
		expect([preview.path, preview.canGoForward]).toEqual(['/customers', true]);
		preview.go('/users');
		expect([preview.path, preview.canGoForward]).toEqual(['/users', false]);
	});
	it('loads anew on reload and turns a device on its side', () => {
		const preview = withServer();
		const before = preview.frameKey;
		preview.reload();
		expect(preview.frameKey).not.toBe(before);
		preview.chooseDevice('phone');
		preview.rotate();
		expect(preview.size).toEqual({ width: 844, height: 390 });
	});
	it('has no address while no server is up', () => {
		expect(openWorkspace().workspace.preview.url).toBeUndefined();
	});
	it('never leaves the origin of the app', () => {
		const preview = withServer();
		preview.go('//evil.example/x');
		expect(preview.url).toBe('http://p3000.localhost:4173/evil.example/x');
		preview.go('https://evil.example//evil.example');
		expect(new URL(preview.url ?? '').origin).toBe('http://p3000.localhost:4173');
	});
});
