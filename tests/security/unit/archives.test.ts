import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gunzip } from '../../../workers/engine/npm/inflate';
import { InstallBudget, MAX_PACKAGE_BYTES } from '../../../workers/engine/npm/limits';
import { untar } from '../../../workers/engine/npm/tar';
import { entryOf, paxRecord, tarOf, type Entry } from './archive';

const bad = expect.objectContaining({ code: 'TAR_BAD_ARCHIVE' }) as unknown as Error;
const base256 = (first: number, ...rest: number[]) =>
	Buffer.from([first, ...Array<number>(11 - rest.length).fill(first & 0x7f ? 255 : 0), ...rest]);
const paths = (...entries: Entry[]) => untar(tarOf(...entries)).map(({ path }) => path);

test.each<[string, Buffer | string]>([
	['letters', 'zzzzzzzzzzz\0'],
	['a minus sign', '-0000001000\0'],
	['hexadecimal', '0x000000010\0'],
	['digits that are not octal', '00000000099\0'],
	['negative base 256', base256(0xff, 0xfe, 0)],
	['base 256 beyond safe integers', Buffer.alloc(12, 0xff).fill(0xbf, 0, 1)],
	['more than the archive', '77777777777\0'],
	['more than the archive, in base 256', base256(0x80, 1, 0, 0, 0, 0)]
])('a size that is %s ends with TAR_BAD_ARCHIVE', (_, size) => {
	expect(() => paths({ path: 'package/a', body: 'a', size })).toThrow(bad);
});

test('a wrong checksum, a cut archive, an empty one and what is no tar end with TAR_BAD_ARCHIVE', () => {
	expect(() => paths({ path: 'package/a', hasChecksum: false })).toThrow(bad);
	const whole = tarOf({ path: 'package/a', body: 'x'.repeat(2000) });
	for (const length of [513, 1024, 2000]) expect(() => untar(whole.subarray(0, length))).toThrow(bad);
	for (const bytes of [Buffer.alloc(0), Buffer.alloc(4096), Buffer.alloc(4096, 'x')]) expect(() => untar(bytes)).toThrow(bad);
});

test.each([
	['0', paxRecord('path', 'package/b', '0')],
	['negative', paxRecord('path', 'package/b', '-5')],
	['shorter than itself', paxRecord('path', 'package/b', '2')],
	['one short', paxRecord('path', 'package/b', '17')],
	['past the end', paxRecord('path', 'package/b', '9999')],
	['not a number', paxRecord('path', 'package/b', 'Infinity')],
	['in exponents', paxRecord('path', 'package/b', '1e1')],
	['absent', 'path=package/b\n']
])('a pax record whose length is %s ends with TAR_BAD_ARCHIVE', (_, body) => {
	for (const type of ['x', 'g']) expect(() => paths({ path: 'pax', type, body }, { path: 'package/a', body: 'a' })).toThrow(bad);
});

test.each(['-1', '1e3', 'NaN', '99999999999999999999', '4096'])('a pax size of %s ends with TAR_BAD_ARCHIVE', (size) => {
	expect(() => paths({ path: 'pax', type: 'x', body: paxRecord('size', size) }, { path: 'package/a', body: 'a' })).toThrow(bad);
});

test('long headers, long paths and deep folders end with TAR_BAD_ARCHIVE', () => {
	expect(() => paths({ path: 'long', type: 'L', body: 'a/'.repeat(2 ** 20) }, { path: 'package/a' })).toThrow(bad);
	expect(() => paths({ path: 'long', type: 'L', body: `package/${'a'.repeat(5000)}` }, { path: 'package/a' })).toThrow(bad);
	expect(() => paths({ path: 'long', type: 'L', body: `${'a/'.repeat(1000)}b` }, { path: 'package/a' })).toThrow(bad);
});

test('what would leave the package stays in it or is left out, links and devices too', () => {
	const outside = { path: 'pax', type: 'x', body: paxRecord('path', 'package/../../../outside') };
	expect(
		paths(
			{ path: '/etc/absolute', body: 'a' },
			{ path: 'package/../../up', body: 'a' },
			{ path: 'package\\..\\..\\up', body: 'a' },
			outside,
			{ path: 'package/renamed', body: 'a' },
			{ path: 'package/link', type: '2', link: '/etc/passwd' },
			{ path: 'package/hard', type: '1', link: '../../outside' },
			{ path: 'package/device', type: '3' },
			{ path: 'package/folder/', type: '5', size: '00000007777\0' },
			{ path: 'package/kept', body: 'a' }
		)
	).toEqual(['absolute', 'kept']);
});

test('of two files with one path the last counts; a path that is file and folder ends with TAR_BAD_ARCHIVE', () => {
	const [file, ...more] = untar(tarOf({ path: 'package/a', body: 'old' }, { path: 'package/a', body: 'new' }));
	expect([Buffer.from(file?.bytes ?? []).toString(), more]).toEqual(['new', []]);
	expect(() => paths({ path: 'package/a', body: 'a' }, { path: 'package/a/b', body: 'b' })).toThrow(bad);
	expect(() => paths({ path: 'package/a/b', body: 'b' }, { path: 'package/a', body: 'a' })).toThrow(bad);
	expect(() => paths({ path: 'package/node_modules', body: 'a' })).toThrow(bad);
});

test('names of a prototype are plain names, and nothing after the end is read', () => {
	const end = tarOf({ path: 'package/__proto__/a', body: 'a' }, { path: 'package/constructor', body: 'a' });
	const after = Buffer.concat([end, entryOf({ path: 'package/after', body: 'a' })]);
	expect(untar(after).map(({ path }) => path)).toEqual(['__proto__/a', 'constructor']);
	expect(paths({ path: 'pax', type: 'x', body: paxRecord('__proto__', 'x') }, { path: 'package/a' })).toEqual(['a']);
});

test('a gzip is unpacked for what it holds, whatever its trailer says, and a broken one ends with TAR_BAD_ARCHIVE', async () => {
	const packed = () => Uint8Array.from(gzipSync('x'.repeat(300_000)));
	expect((await gunzip(packed())).length).toBe(300_000);
	const lying = packed();
	lying.set([0xff, 0xff, 0xff, 0xff], lying.length - 4);
	await expect(gunzip(lying)).rejects.toThrow(bad);
	await expect(gunzip(packed().slice(0, 100))).rejects.toThrow(bad);
	await expect(gunzip(new Uint8Array(3))).rejects.toThrow(bad);
	await expect(gunzip(new Uint8Array(300))).rejects.toThrow(bad);
});

test('a package that unpacks to more than the limit ends with ETOOLARGE', async () => {
	const limit = 2 ** 20;
	const packed = Uint8Array.from(gzipSync(Buffer.alloc(limit + 1)));
	await expect(gunzip(packed, limit)).rejects.toMatchObject({ code: 'ETOOLARGE', message: expect.stringContaining('1 MiB') });
	expect((await gunzip(packed, limit + 1)).length).toBe(limit + 1);
});

test('an install that would write too many files or bytes ends with ETOOLARGE', () => {
	const file = (length: number) => ({ bytes: { length } as Uint8Array });
	const files = new InstallBudget();
	files.add(Array<ReturnType<typeof file>>(200_000).fill(file(1)), 'node_modules/a');
	expect(() => files.add([file(1)], 'node_modules/b')).toThrow(
		expect.objectContaining({ code: 'ETOOLARGE' }) as unknown as Error
	);
	const bytes = new InstallBudget();
	for (const name of ['a', 'b', 'c', 'd']) bytes.add([file(MAX_PACKAGE_BYTES)], name);
	expect(() => bytes.add([file(1)], 'e')).toThrow(/2048 MiB/);
});
