import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../../src/lib/project/database';
import { WrappedKeyKeeper } from '../../src/lib/models/key-keeper';
import { StoredEventLog } from '../../src/lib/log/event-log';

/** What is kept on the device, in a real IndexedDB. */

const NAME = 'storage-test';
let database: Database;
beforeEach(async () => {
	database = await Database.open(NAME);
});
afterEach(async () => {
	database.close();
	await new Promise((done) => (indexedDB.deleteDatabase(NAME).onsuccess = done));
});

const record = (id: string, changedAtMs: number) => ({
	id,
	title: id,
	requirement: '',
	runId: `run-${id}`,
	createdAtMs: 0,
	changedAtMs,
	state: 'draft' as const,
	fileCount: 0,
	testCount: 0
});

test('events come back in order after the database was opened again, each run its own', async () => {
	const log = new StoredEventLog(database);
	for (const text of ['one', 'two']) await log.append({ runId: 'a', from: 'user', topic: 'message', payload: { text } });
	await log.append({ runId: 'b', from: 'user', topic: 'message', payload: { text: 'other' } });
	database.close();
	database = await Database.open(NAME);
	const kept = await database.read('a');
	expect(kept.map((event) => [event.seq, event.payload])).toEqual([
		[1, { text: 'one' }],
		[2, { text: 'two' }]
	]);
	expect((await database.read('a', 1)).length).toBe(1);
});

test('a log goes on numbering where another tab left it', async () => {
	await new StoredEventLog(database).append({ runId: 'a', from: 'user', topic: 'message', payload: { text: 'one' } });
	const event = await new StoredEventLog(database).append({
		runId: 'a',
		from: 'user',
		topic: 'message',
		payload: { text: 'two' }
	});
	expect(event.seq).toBe(2);
});

test('files are texts where they are texts and bytes where they are not', async () => {
	await database.putFile('p', 'a.txt', new TextEncoder().encode('héllo'));
	await database.putFile('p', 'b.bin', new Uint8Array([0, 255]));
	await database.sinkOf('p').write('c.txt', 'see');
	await database.sinkOf('q').write('other.txt', 'not p');
	expect([...(await database.readAllFiles('p'))]).toEqual([
		['a.txt', 'héllo'],
		['b.bin', new Uint8Array([0, 255])],
		['c.txt', 'see']
	]);
	expect([...(await database.readFiles('p')).keys()]).toEqual(['a.txt', 'c.txt']);
	await database.sinkOf('p').remove('a.txt');
	expect(await database.readFile('p', 'a.txt')).toBeUndefined();
});

test('a text that is replaced or removed is kept by its hash, once', async () => {
	const sink = database.sinkOf('p');
	await sink.write('a.txt', 'one');
	await sink.write('a.txt', 'two', 'one');
	await sink.write('a.txt', 'two', 'two');
	await sink.remove('a.txt', 'two');
	await database.sinkOf('q').remove('b.txt', 'not p');
	expect([...(await database.readVersions('p'))].sort()).toEqual([
		['3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3', 'two'],
		['7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed', 'one']
	]);
});

test('a removed project leaves nothing: no record, no file, no event', async () => {
	await database.putProject(record('old', 1));
	await database.putProject(record('new', 2));
	await database.sinkOf('old').write('a.txt', 'a', 'before');
	await new StoredEventLog(database).append({ runId: 'run-old', from: 'user', topic: 'message', payload: { text: 'x' } });
	expect((await database.listProjects()).map(({ id }) => id)).toEqual(['new', 'old']);
	await database.removeProject('old');
	expect((await database.listProjects()).map(({ id }) => id)).toEqual(['new']);
	expect([(await database.readFiles('old')).size, (await database.read('run-old')).length]).toEqual([0, 0]);
	expect((await database.readVersions('old')).size).toBe(0);
});

test('a key comes back, is not readable where it is kept, and is gone when forgotten', async () => {
	const keeper = new WrappedKeyKeeper(database.values);
	await keeper.save('openai', 'sk-secret');
	expect(await keeper.load('openai')).toBe('sk-secret');
	const kept = (await database.values.get('key:openai')) as { data: ArrayBuffer };
	expect(new TextDecoder().decode(kept.data)).not.toContain('secret');
	expect((await database.values.get('wrapping-key')) as CryptoKey).toMatchObject({ extractable: false });
	await keeper.forget('openai');
	expect(await keeper.load('openai')).toBeUndefined();
});

test('a project comes in as a whole or not at all', async () => {
	const files = new Map([
		['a.txt', new TextEncoder().encode('a')],
		['dot.png', new Uint8Array([137, 0])]
	]);
	const log = new StoredEventLog(database);
	const event = await log.append({ runId: 'run-whole', from: 'user', topic: 'message', payload: { text: 'one' } });
	// An event that is there already.
	await expect(database.importProject(record('whole', 1), { files, events: [event] })).rejects.toThrow();
	expect([await database.listProjects(), await database.listFiles('whole')]).toEqual([[], []]);
	await database.importProject(record('whole', 1), { files, events: [{ ...event, seq: 2 }] });
	expect(await database.listFiles('whole')).toEqual(['a.txt', 'dot.png']);
	expect(await database.readContent('whole', 'dot.png')).toEqual(new Uint8Array([137, 0]));
	expect((await database.read('run-whole')).length).toBe(2);
});

test('conversations of tasks outlive the page, each project its own, and go with it', async () => {
	await database.putProject(record('a', 1));
	for (const id of ['a', 'ab']) await database.conversationsOf(id).write('api:tips', `of ${id}`);
	database.close();
	database = await Database.open(NAME);
	expect(await database.conversationsOf('a').read('api:tips')).toBe('of a');
	await database.conversationsOf('a').write('ui:tips', 'more');
	await database.conversationsOf('a').remove('ui:tips');
	expect(await database.conversationsOf('a').read('ui:tips')).toBeUndefined();
	await database.removeProject('a');
	expect(await database.conversationsOf('a').read('api:tips')).toBeUndefined();
	await database.conversationsOf('b').clear();
	expect(await database.conversationsOf('ab').read('api:tips')).toBe('of ab');
});
