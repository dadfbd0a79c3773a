import { expect, it } from 'vitest';
import { Workspace } from '../../../src/lib/project/workspace';
import { plannedTaskSchema } from '../../../src/lib/domain/task';
import { runEventSchema, type EventDraft } from '../../../src/lib/domain/events';
import { initialRunState } from '../../../src/lib/log/state';
import { reduce } from '../../../src/lib/log/reducer';
import { Faults } from '../../../src/lib/team/conductor/faults';
import { TaskHost } from '../../../src/lib/team/conductor/task-host';
import { writeTracked } from '../../../src/lib/team/conductor/tracked-files';

const PATH = 'src/a.ts';

function openHost() {
	const workspace = new Workspace();
	let state = initialRunState();
	let seq = 0;
	const append = async (draft: EventDraft) => {
		seq += 1;
		const base = { version: 1, id: `e${seq}`, seq, time: seq, causeId: null, artifactRefs: [] };
		state = reduce(state, runEventSchema.parse({ ...base, ...draft }));
	};
	const task = plannedTaskSchema.parse({
		id: 'serve',
		title: 'Serve',
		role: 'backend',
		kind: 'api',
		needs: [],
		publishes: [],
		writes: ['src/**'],
		criteria: []
	});
	const services = {
		...{ runId: 'run', workspace, append, state: () => state, faults: new Faults([], () => undefined) },
		...{ mayCall: async () => undefined, kill: () => undefined, ask: async () => '' }
	};
	return {
		host: new TaskHost(services, task, 'backend-1'),
		edit: (content: string) => writeTracked(services, { path: PATH, content, by: 'user' }),
		workspace
	};
}

it('deletes what a person edited by hand only after reading it', async () => {
	const { host, edit, workspace } = openHost();
	await host.writeFile(PATH, 'one');
	await edit('two');
	await expect(host.deleteFile(PATH)).rejects.toMatchObject({ code: 'EDITED_BY_HAND', data: { path: PATH } });
	expect(workspace.read(PATH)).toBe('two');
	await host.readFile(PATH);
	await host.deleteFile(PATH);
	expect(workspace.read(PATH)).toBeUndefined();
});

it('replaces what a person edited by hand only after reading it', async () => {
	const { host, edit, workspace } = openHost();
	await host.writeFile(PATH, 'one');
	await edit('two');
	await expect(host.writeFile(PATH, 'three')).rejects.toMatchObject({ code: 'EDITED_BY_HAND', data: { path: PATH } });
	expect(workspace.read(PATH)).toBe('two');
	await host.readFile(PATH);
	await edit('two, again');
	await expect(host.writeFile(PATH, 'three')).rejects.toMatchObject({ code: 'EDITED_BY_HAND' });
	await host.readFile(PATH);
	await host.writeFile(PATH, 'two, again, and three');
	expect(workspace.read(PATH)).toBe('two, again, and three');
});
