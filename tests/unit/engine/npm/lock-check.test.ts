import { expect, test } from 'vitest';
import { isSound, parseLockfile } from '../../../../workers/engine/npm/lock-check';
import type { LockedPackage } from '../../../../workers/engine/npm/lockfile';

const pkg = { dependencies: { a: '^1.0.0' } };
const a: LockedPackage = { version: '1.2.0', dependencies: { b: '~2.0.0' }, optionalDependencies: { native: '1.0.0' } };
const b: LockedPackage = { version: '2.0.5' };
const native: LockedPackage = { version: '1.0.0', os: ['darwin'] };
const lockOf = (packages: Record<string, LockedPackage>) => ({
	lockfileVersion: 3,
	packages: { '': { dependencies: { a: '^1.0.0' } }, ...packages }
});
const whole = { 'node_modules/a': a, 'node_modules/b': b, 'node_modules/native': native };

test('a lock that answers package.json and each package is followed', () => {
	expect(isSound(lockOf(whole), pkg)).toBe(true);
	expect(isSound(lockOf({ ...whole, 'node_modules/a/node_modules/b': { version: '2.0.9' } }), pkg)).toBe(true);
});

test.each<[string, Record<string, LockedPackage>]>([
	['lacks a package', { 'node_modules/a': a, 'node_modules/native': native }],
	['lacks a build for another platform', { 'node_modules/a': a, 'node_modules/b': b }],
	['has another version than a package asks for', { ...whole, 'node_modules/b': { version: '2.1.0' } }],
	['shadows a version with a nested one', { ...whole, 'node_modules/a/node_modules/b': { version: '3.0.0' } }],
	['has another package under the name', { ...whole, 'node_modules/b': { name: 'c', version: '2.0.5' } }],
	['lacks a peer', { ...whole, 'node_modules/b': { version: '2.0.5', peerDependencies: { peer: '1' } } }]
])('a lock that %s is resolved anew', (_, packages) => {
	expect(isSound(lockOf(packages), pkg)).toBe(false);
});

test('an alias is held against the package that it stands for, and without peers these do not count', () => {
	const aliased = { dependencies: { a: 'npm:real@1' } };
	const lock = (name: string) => ({
		lockfileVersion: 3,
		packages: { '': aliased, 'node_modules/a': { name, version: '1.0.0', peerDependencies: { peer: '1' } } }
	});
	expect([isSound(lock('real'), aliased), isSound(lock('real'), aliased, { legacyPeerDeps: true })]).toEqual([false, true]);
	expect(isSound(lock('other'), aliased, { legacyPeerDeps: true })).toBe(false);
});

test('overrides, workspaces, other root fields and an old lock are for the resolver', () => {
	const lock = lockOf(whole);
	expect(isSound(lock, { ...pkg, overrides: { b: '2.0.5' } })).toBe(false);
	expect(isSound(lock, { ...pkg, workspaces: ['w'] })).toBe(false);
	expect(isSound(lock, { ...pkg, devDependencies: { c: '1' } })).toBe(false);
	expect(isSound(lock, { ...pkg, peerDependencies: { c: '1' } })).toBe(false);
	expect(isSound({ ...lock, lockfileVersion: 1 }, pkg)).toBe(false);
	expect(isSound(null, pkg)).toBe(false);
});

test.each([
	'node_modules/../../outside',
	'node_modules/a/../../../outside',
	'/etc/node_modules/a',
	'node_modules/a\\..\\b',
	'node_modules/.bin',
	'node_modules/@scope',
	'node_modules/a/b',
	'node_modules/'
])('a lock that puts a package at %s ends with EBADLOCK', (location) => {
	const text = JSON.stringify(lockOf({ [location]: { version: '1.0.0' } }));
	expect(() => parseLockfile(text, 'package-lock.json')).toThrow(
		expect.objectContaining({ code: 'EBADLOCK' }) as unknown as Error
	);
});

test.each([{ bin: { a: 1 } }, { bin: 'a.js' }, { resolved: {} }, { dependencies: [] }, 'a', null])(
	'a lock with the malformed entry %j ends with EBADLOCK',
	(entry) => {
		const text = JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/a': entry } });
		expect(() => parseLockfile(text, 'package-lock.json')).toThrow(
			expect.objectContaining({ code: 'EBADLOCK' }) as unknown as Error
		);
	}
);
