import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { install } from '../../../../workers/engine/npm/install';
import type { Lockfile } from '../../../../workers/engine/npm/lockfile';
import { MemoryStore } from '../../../../workers/engine/pack-store';
import { Registry } from '../../../../workers/engine/npm/registry';
import { tarOf } from '../../../security/unit/archive';
import type { InstallTarget } from '../../../../workers/engine/npm/target';

const text = (bytes: Uint8Array | string | undefined) => (typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes));

/** A package of `path -> content`, paths with their first folder. */
function pack(files: Record<string, string>): Buffer<ArrayBuffer> {
	return Buffer.from(gzipSync(tarOf(...Object.entries(files).map(([path, body]) => ({ path, body })))));
}

class MemoryTarget implements InstallTarget {
	files = new Map<string, Uint8Array | string>();
	modes = new Map<string, number>();
	writeFile(path: string, bytes: Uint8Array, mode: number) {
		this.files.set(path, bytes.slice());
		this.modes.set(path, mode);
	}
	symlink(to: string, path: string) {
		this.files.set(path, `-> ${to}`);
	}
	mkdirp() {}
	readFile(path: string) {
		const found = this.files.get(path);
		return found === undefined || typeof found === 'string' ? null : found;
	}
	remove(path: string) {
		for (const key of this.files.keys()) if (key === path || key.startsWith(`${path}/`)) this.files.delete(key);
	}
	folders(path: string) {
		const below = [...this.files.keys()].filter((key) => key.startsWith(`${path}/`)).map((key) => key.slice(path.length + 1));
		return [...new Set(below.filter((key) => key.includes('/')).map((key) => key.split('/')[0] ?? ''))];
	}
	exists(path: string) {
		return this.files.has(path);
	}
}

const integrityOf = (archive: Uint8Array) => 'sha512-' + createHash('sha512').update(archive).digest('base64');

function project(archive = pack({ 'package/package.json': '{}', 'package/cli.js': 'hi', 'package/../../../evil': 'no' })) {
	const integrity = integrityOf(archive);
	const lock: Lockfile = {
		lockfileVersion: 3,
		packages: {
			'': { dependencies: { tool: '^1.0.0' } },
			'node_modules/tool': { version: '1.0.0', integrity, bin: { tool: './cli.js' } }
		}
	};
	const target = new MemoryTarget();
	target.writeFile('/p/package.json', Buffer.from('{"dependencies":{"tool":"^1.0.0"}}'), 0o644);
	target.writeFile('/p/package-lock.json', Buffer.from(JSON.stringify(lock)), 0o644);
	const requests: string[] = [];
	const answers = new Map<string, Uint8Array<ArrayBuffer>>([['/tool/-/tool-1.0.0.tgz', archive]]);
	const registry = new Registry('http://registry.test', async (url) => {
		const path = new URL(String(url)).pathname;
		if (path === '/-/batch') return new Response(null, { status: 405 });
		requests.push(path);
		const body = answers.get(path);
		return new Response(body ?? null, { status: body ? 200 : 404 });
	});
	const resolve = () => Promise.reject(new Error('must not resolve'));
	const options = { command: 'install' as const, cwd: '/p', target, registry, store: new MemoryStore(), resolve };
	return { options, target, requests, answers };
}

test('a matching lockfile installs without resolving, links bins and keeps files inside', async () => {
	const { options, target } = project();
	const report = await install(options);
	expect(report.summary).toMatch(/^added 1 package in \d+m?s$/);
	expect(text(target.files.get('/p/node_modules/.bin/tool'))).toBe('-> ../tool/cli.js');
	expect(target.modes.get('/p/node_modules/tool/cli.js')).toBe(0o755);
	expect([...target.files.keys()].filter((path) => path.includes('evil'))).toEqual([]);
});

test('a second install leaves what is there alone and asks nothing', async () => {
	const { options, requests } = project();
	await install(options);
	const report = await install(options);
	expect({ ...report, durationMs: 0, summary: '' }).toEqual({
		added: 0,
		removed: 0,
		changed: 0,
		downloadedBytes: 0,
		substitutions: [],
		notices: [],
		durationMs: 0,
		summary: ''
	});
	expect(requests).toEqual(['/tool/-/tool-1.0.0.tgz']);
});

test('npm ci fetches from the store after emptying node_modules', async () => {
	const { options, target, requests } = project();
	await install(options);
	target.writeFile('/p/node_modules/stray/index.js', Buffer.from(''), 0o644);
	await install({ ...options, command: 'ci' });
	expect(target.exists('/p/node_modules/stray/index.js')).toBe(false);
	expect(target.exists('/p/node_modules/tool/cli.js')).toBe(true);
	expect(requests).toHaveLength(1);
});

test('changed bytes fail with EINTEGRITY and an absent package with E404', async () => {
	const { options, answers } = project();
	answers.set('/tool/-/tool-1.0.0.tgz', pack({ 'package/cli.js': 'bad' }));
	await expect(install(options)).rejects.toMatchObject({ code: 'EINTEGRITY' });
	answers.clear();
	await expect(install(options)).rejects.toMatchObject({ code: 'E404', message: expect.stringContaining("'tool'") });
});

test('a malformed archive fails with its code and leaves the old tree', async () => {
	const { options, target, answers } = project();
	target.writeFile('/p/node_modules/tool/old.js', Buffer.from('old'), 0o644);
	const broken = Buffer.from(gzipSync(tarOf({ path: 'package/cli.js', size: 'zzz' })));
	answers.set('/tool/-/tool-1.0.0.tgz', broken);
	const lock = JSON.parse(text(target.files.get('/p/package-lock.json'))) as Lockfile;
	lock.packages['node_modules/tool'] = { version: '1.0.0', integrity: integrityOf(broken) };
	target.writeFile('/p/package-lock.json', Buffer.from(JSON.stringify(lock)), 0o644);
	const before = new Map(target.files);
	await expect(install({ ...options, command: 'ci' })).rejects.toMatchObject({ code: 'TAR_BAD_ARCHIVE' });
	expect(target.files).toEqual(before);
});
