import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../src/lib/project/workspace';
import type { EventDraft } from '../../../src/lib/domain/events';
import { sha256 } from '../../../src/lib/domain/sha256';
import { takeTracked, emitMissing } from '../../../src/lib/team/conductor/tracked-files';

const sinkTo = (map: Map<string, string>) => ({
	write: async (path: string, content: string) => void map.set(path, content),
	remove: async (path: string) => void map.delete(path)
});

async function take(changes: Parameters<typeof takeTracked>[1]) {
	const [store, engine, bytes] = [new Map([['old.ts', 'a\nb']]), new Map<string, string>(), new Map<string, Uint8Array>()];
	const workspace = new Workspace(store, [sinkTo(store), { isEngine: true, ...sinkTo(engine) }]);
	const events: EventDraft[] = [];
	const append = async (draft: EventDraft) => void events.push(draft);
	const keepBytes = async (path: string, content: Uint8Array) => void bytes.set(path, content);
	await takeTracked({ runId: 'r', workspace, append, keepBytes }, changes);
	return { store, engine, bytes, events, workspace };
}

describe('what the person does in the terminal', () => {
	it('is kept and told as theirs, and not written back over what the engine has by now', async () => {
		const { store, engine, events } = await take([{ path: 'old.ts', content: 'a\nc', replaces: 'a\nb' }]);
		expect(store.get('old.ts')).toBe('a\nc');
		expect(engine.size).toBe(0);
		expect(events).toMatchObject([
			{ topic: 'artifact.published', from: 'user', payload: { path: 'old.ts', added: 1, removed: 1, sizeBytes: 3 } }
		]);
	});
	it('may be a removal, or bytes that are no text', async () => {
		const image = new Uint8Array([0, 1, 2]);
		const { store, bytes, events, workspace } = await take([
			{ path: 'old.ts', content: undefined, replaces: 'a\nb' },
			{ path: 'logo.png', content: image, replaces: undefined }
		]);
		expect([store.has('old.ts'), workspace.read('logo.png'), bytes.get('logo.png')]).toEqual([false, undefined, image]);
		expect(events.map((event) => event.topic)).toEqual(['artifact.superseded', 'artifact.published']);
	});
	it('never takes the place of what somebody wrote since', async () => {
		const { store, events } = await take([
			{ path: 'old.ts', content: 'mine', replaces: 'an older text' },
			{ path: 'old.ts', content: undefined, replaces: undefined }
		]);
		expect([store.get('old.ts'), events.length]).toEqual(['a\nb', 0]);
	});
	it('never reaches outside the project', async () => {
		const { store, events } = await take([
			{ path: '../x', content: 'x', replaces: undefined },
			{ path: 'node_modules/x/index.js', content: 'x', replaces: undefined },
			{ path: 'a\\b', content: 'x', replaces: undefined },
			{ path: 'vendor/.GIT/config', content: 'x', replaces: undefined }
		]);
		expect([store.size, events.length]).toEqual([1, 0]);
	});
});

describe('what a killed tab wrote and had no time to tell', () => {
	it('is told when the run is taken up again, as that of who wrote the file last; what the log has is not told twice', async () => {
		const workspace = new Workspace([
			['told.ts', 'a'],
			['newer.ts', 'b'],
			['new.ts', 'c']
		]);
		const told = { 'told.ts': { sha256: await sha256('a'), by: 'ui-1' }, 'newer.ts': { sha256: await sha256('a'), by: 'user' } };
		const events: EventDraft[] = [];
		await emitMissing({ runId: 'r', workspace, append: async (draft) => void events.push(draft) }, told);
		expect(events).toMatchObject([
			{ topic: 'artifact.published', from: 'user', payload: { path: 'newer.ts' }, artifactRefs: [{ sha256: await sha256('b') }] },
			{ topic: 'artifact.published', from: 'conductor', payload: { path: 'new.ts' } }
		]);
	});
});
