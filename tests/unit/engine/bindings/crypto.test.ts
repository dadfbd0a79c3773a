import * as native from 'node:crypto';
import { expect, test } from 'vitest';
import { crypto } from '../../../../workers/engine/bindings/crypto/crypto';
import type { Runtime } from '../../../../workers/engine/process/runtime';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a binding is untyped
const binding: Record<string, any> = { kCryptoJobSync: 1, kKeyObjectSecret: 0, SecureContext: class {} };
crypto(binding, { Buffer, host: { crypto: native.webcrypto } } as unknown as Runtime);

test.each(['md5', 'sha1', 'sha256', 'sha384', 'sha512', 'sha3-256', 'ripemd160'])(
	'hashes and authenticates with %s as Node does',
	(name) => {
		const hash = new binding.Hash(name);
		hash.update('héllo', 'utf8');
		expect(hash.digest('hex')).toBe(native.createHash(name).update('héllo').digest('hex'));
		const mac = new binding.Hmac();
		mac.init(name, Buffer.from('key'));
		mac.update('data', 'utf8');
		expect(mac.digest('hex')).toBe(native.createHmac(name, 'key').update('data').digest('hex'));
	}
);

test('derives keys as Node does', () => {
	const [pw, salt] = [Buffer.from('pw'), Buffer.from('salt')];
	const result = (job: { run(): [unknown, ArrayBuffer] }) => Buffer.from(job.run()[1]).toString('hex');
	expect(result(new binding.PBKDF2Job(1, pw, salt, 10, 40, 'sha256'))).toBe(
		native.pbkdf2Sync(pw, salt, 10, 40, 'sha256').toString('hex')
	);
	expect(result(new binding.ScryptJob(1, pw, salt, 1024, 8, 1, 32 << 20, 32))).toBe(
		native.scryptSync(pw, salt, 32, { N: 1024 }).toString('hex')
	);
});

test('fills more random bytes than the host gives at once', () => {
	const bytes = new Uint8Array(70000);
	new binding.RandomBytesJob(1, bytes.buffer, 0, bytes.length).run();
	expect(bytes.subarray(69000).some((byte) => byte !== 0)).toBe(true);
});

test('derives keys in slices when asynchronous, so that the process does other work meanwhile', async () => {
	const loop = { macro: (task: () => void) => void setTimeout(task) };
	const asynchronous: typeof binding = { ...binding, kCryptoJobAsync: 0 };
	crypto(asynchronous, { Buffer, host: { crypto: native.webcrypto }, loop, pending: 0 } as unknown as Runtime);
	const [pw, salt] = [Buffer.from('pw'), Buffer.from('salt')];
	const derive = (job: { run(): void; ondone?: (error: unknown, result: ArrayBuffer) => void }) =>
		new Promise<string>((done, fail) => {
			job.ondone = (error, result) => (error ? fail(error as Error) : done(Buffer.from(result).toString('hex')));
			job.run();
		});
	let turns = 0;
	const timer = setInterval(() => turns++, 1);
	expect(await derive(new asynchronous.ScryptJob(0, pw, salt, 2 ** 13, 8, 3, 64 << 20, 32))).toBe(
		native.scryptSync(pw, salt, 32, { N: 2 ** 13, r: 8, p: 3, maxmem: 64 << 20 }).toString('hex')
	);
	// In one piece it would leave none but the last; how many there are depends on the machine.
	expect(turns).toBeGreaterThan(1);
	turns = 0;
	expect(await derive(new asynchronous.PBKDF2Job(0, pw, salt, 40_000, 32, 'sha3-256'))).toBe(
		native.pbkdf2Sync(pw, salt, 40_000, 32, 'sha3-256').toString('hex')
	);
	expect(turns).toBeGreaterThan(1);
	clearInterval(timer);
});
