import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SharedFileSystem } from '../../../../workers/engine/fs/shared-file-system';
import { transformCached, type TransformHost } from '../../../../workers/engine/modules/transform-cache';
import { transformFile } from '../../../../workers/engine/modules/transform-files';
import { transformModule } from '../../../../workers/engine/modules/transform';
import { MemoryStore, PackStore, type ByteStore } from '../../../../workers/engine/pack-store';
import { importedPaths } from '../../../../workers/engine/transforms/import-paths';
import { TransformMaker } from '../../../../workers/engine/transforms/maker';
import { newFileSystem, read, write } from '../fs/file-system-fixture';
import { MemoryFile } from '../memory-file';

const FILLER = '// long enough to be kept\n'.repeat(100);
const FOLDER = '/p/node_modules/m';
const PATH = `${FOLDER}/index.js`;

const hash = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const module = (text: string) => `${FILLER}${text}`;

/** A maker, and a project that holds the given files. */
function workshop(files: Record<string, string>, store: ByteStore = new MemoryStore()) {
	const fs = newFileSystem();
	for (const folder of [`${FOLDER}/lib`, '/p/src']) fs.mkdirp(folder);
	for (const [path, text] of Object.entries(files)) write(fs, path, text);
	return { fs, store, maker: new TransformMaker(fs, store) };
}

const ask = (path: string, source: string) => ({ kind: 'm' as const, path, key: hash(source) });
const kept = (fs: SharedFileSystem, source: string) => {
	const text = read(fs, transformFile('m', hash(source)));
	return typeof text === 'string' ? (JSON.parse(text) as unknown) : null;
};
function followAll(maker: TransformMaker): void {
	while (maker.followNext());
}

it('makes a module where the processes look for it', () => {
	const source = module('export const a = 1');
	const { fs, maker } = workshop({ [PATH]: source });
	expect(maker.make(ask(PATH, source))).toBe(true);
	expect(kept(fs, source)).toEqual(transformModule(source));
	const process = { fs, syscall: () => expect.unreachable() } as unknown as TransformHost;
	expect(transformCached(process, source, `file://${PATH}`)).toEqual(transformModule(source));
});

it('refuses a key that is not the hash of the file, and stores nothing under it', () => {
	const source = module('export const a = 1');
	const { fs, store, maker } = workshop({ [PATH]: module('export const a = "hostile"') });
	expect(maker.make(ask(PATH, source))).toBe(false);
	expect([kept(fs, source), store.has(`m${hash(source)}`), maker.counts]).toEqual([null, false, { made: 0, found: 0 }]);
});

it('refuses what is no file of a package, too large, not UTF-8, or no module', () => {
	const source = module('export const a = 1');
	const { fs, maker } = workshop({ '/p/src/a.js': source, [PATH]: module('export const = 1') });
	fs.writeFile(`${FOLDER}/large.js`, new Uint8Array((8 << 20) + 1).fill(32));
	const latin = Uint8Array.from([...Buffer.from(FILLER), 0xe9]);
	fs.writeFile(`${FOLDER}/latin.js`, latin);
	const large = fs.readFile(`${FOLDER}/large.js`) as Uint8Array;
	expect([
		maker.make(ask('/p/src/a.js', source)),
		maker.make(ask('p/node_modules/m/index.js', source)),
		maker.make(ask(`${FOLDER}/none.js`, source)),
		maker.make(ask(FOLDER + '/lib', source)),
		maker.make(ask(PATH, module('export const = 1'))),
		maker.make({ kind: 'm', path: `${FOLDER}/large.js`, key: hash(large) }),
		maker.make({ kind: 'm', path: `${FOLDER}/latin.js`, key: hash(latin) })
	]).toEqual(Array(7).fill(false));
	expect(maker.counts).toEqual({ made: 0, found: 0 });
});

it('stores what it made itself, whatever a process has left in its place', () => {
	const source = module('export const a = 1');
	const { fs, store, maker } = workshop({ [PATH]: source });
	fs.mkdirp('/var/cache/node-modules-transform');
	write(fs, transformFile('m', hash(source)), '{"hostile":true}');
	expect(maker.make(ask(PATH, source))).toBe(true);
	const next = workshop({ [PATH]: source }, store);
	expect(next.maker.make(ask(PATH, source))).toBe(true);
	expect([kept(next.fs, source), next.maker.counts]).toEqual([transformModule(source), { made: 0, found: 1 }]);
});

it('makes it once for two who ask', () => {
	const source = module('export const a = 1');
	const { maker } = workshop({ [PATH]: source, [`${FOLDER}/copy.js`]: source });
	expect([ask(PATH, source), ask(PATH, source), ask(`${FOLDER}/copy.js`, source)].map((request) => maker.make(request))).toEqual(
		Array(3).fill(true)
	);
	expect(maker.counts.made).toBe(1);
});

it('follows static imports of files beside it, through short ones, and nothing else', () => {
	const sources: Record<string, string> = {
		[PATH]: module(
			"import './lib/short.js'; export * from './lib/b.mjs'; import './gone.js'; import './data.json'; import 'bare'"
		),
		[`${FOLDER}/lib/short.js`]: "export { c } from '../c.js'",
		[`${FOLDER}/lib/b.mjs`]: module("import '../index.js'; import '../../../src/own.js'; export const b = 1"),
		[`${FOLDER}/c.js`]: module('export const c = 1'),
		[`${FOLDER}/unrelated.js`]: module('export const d = 1'),
		'/p/src/own.js': module('export const own = 1')
	};
	const { fs, maker } = workshop(sources);
	maker.make(ask(PATH, sources[PATH] ?? ''));
	followAll(maker);
	const made = Object.keys(sources).filter((path) => kept(fs, sources[path] ?? '') !== null);
	expect([made, maker.counts.made]).toEqual([[PATH, `${FOLDER}/lib/b.mjs`, `${FOLDER}/c.js`], 3]);
});

it('finds in a later session what it made in one, imports included', async () => {
	const sources: Record<string, string> = {
		[PATH]: module("export * from './lib/b.js'"),
		[`${FOLDER}/lib/b.js`]: module('export const b = 1')
	};
	const files = [new MemoryFile(), new MemoryFile()] as const;
	const store = new PackStore(...files);
	const first = workshop(sources, store);
	first.maker.make(ask(PATH, sources[PATH] ?? ''));
	followAll(first.maker);
	await store.flush();
	const second = workshop(sources, new PackStore(...files));
	second.maker.make(ask(PATH, sources[PATH] ?? ''));
	followAll(second.maker);
	expect([second.maker.counts, Object.values(sources).map((source) => kept(second.fs, source))]).toEqual([
		{ made: 0, found: 2 },
		Object.values(sources).map(transformModule)
	]);
});

it('looks again at a path whose file was replaced', () => {
	const [before, after] = [module("import './lib/old.js'"), module("import './lib/new.js'")];
	const imported = { '/lib/old.js': module('1;'), '/lib/new.js': module('2;') };
	const { fs, maker } = workshop({ [PATH]: before });
	for (const [name, text] of Object.entries(imported)) write(fs, FOLDER + name, text);
	maker.make(ask(PATH, before));
	followAll(maker);
	write(fs, PATH, after);
	expect([maker.make(ask(PATH, before)), maker.make(ask(PATH, after))]).toEqual([false, true]);
	followAll(maker);
	expect(kept(fs, imported['/lib/new.js'])).not.toBe(null);
});

it('names files beside a module only when they are named in full', () => {
	expect(
		importedPaths('/p/node_modules/m/a/b.js', [
			'./c.js',
			'../d.mjs',
			'../../n/e.js',
			'../../../src/f.js',
			'./g',
			'./h.cjs',
			'i.js',
			'./j.js?x'
		])
	).toEqual(['/p/node_modules/m/a/c.js', '/p/node_modules/m/d.mjs', '/p/node_modules/n/e.js']);
});

it('gives out nothing of a spoiled store', () => {
	const source = module('export const a = 1');
	const { fs, store, maker } = workshop({ [PATH]: source });
	store.put(`m${hash(source)}`, new TextEncoder().encode('["m00"]\n{"body":"other"}'));
	expect([maker.make(ask(PATH, source)), kept(fs, source)]).toEqual([false, null]);
});

it('puts what is stored of installed packages where the processes look, before they ask', () => {
	const [old, script] = [module('export const a = 1'), `${FILLER}async function f() { await 0; }`];
	const first = workshop({ [PATH]: old, [`${FOLDER}/lib/a.cjs`]: script });
	first.maker.make(ask(PATH, old));
	first.maker.make({ kind: 's', path: `${FOLDER}/lib/a.cjs`, key: hash(script) });
	const changed = module('export const a = 2');
	const [same, other] = [
		workshop({ [PATH]: old, [`${FOLDER}/lib/a.cjs`]: script, [`${FOLDER}/lib/new.js`]: changed }, first.store),
		workshop({ [PATH]: changed }, first.store)
	];
	for (const { maker } of [same, other]) {
		maker.expect('/p');
		followAll(maker);
		expect(maker.counts.made).toBe(0);
	}
	expect(kept(same.fs, old)).toEqual(transformModule(old));
	expect(read(same.fs, transformFile('s', hash(script)))).toEqual(expect.any(String));
	expect([kept(same.fs, changed), kept(other.fs, old), kept(other.fs, changed)]).toEqual([null, null, null]);
});
