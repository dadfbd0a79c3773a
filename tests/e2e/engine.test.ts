import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTab } from '../../scripts/headless-tab.mjs';

let tab: Awaited<ReturnType<typeof openTab>>;
beforeAll(async () => {
	tab = await openTab();
});
afterAll(() => tab.close());

describe('the container', () => {
	test('an unknown program is refused with ENOENT', async () => {
		await expect(tab.spawn('no-such-program')).rejects.toThrow(/ENOENT/);
	});
	test('boots again after teardown', async () => {
		const output = await tab.page.evaluate(async () => {
			const scope = globalThis as unknown as {
				container: {
					teardown(): void;
					spawn(command: string, args: string[]): Promise<{ output: ReadableStream<string>; exit: Promise<number> }>;
				};
				WebContainer: { boot(options: object): Promise<never> };
			};
			scope.container.teardown();
			scope.container = await scope.WebContainer.boot({ workdirName: 'again' });
			const child = await scope.container.spawn('node', ['-p', 'process.cwd()']);
			let text = '';
			await child.output.pipeTo(new WritableStream({ write: (chunk) => void (text += chunk) }));
			return text;
		});
		expect(output.trim()).toBe('/home/again');
	});
});

test.each([
	['node:sqlite', `new (require('node:sqlite').DatabaseSync)(':memory:')`],
	['TLS', `require('https').createServer({ key: 'k', cert: 'c' })`]
])('%s is missing, and says so', async (feature, program) => {
	const { output, exitCode } = await tab.spawn('node', ['-e', program]);
	expect(exitCode).toBe(1);
	expect(output).toContain(`The feature ${feature} is unavailable on the current platform`);
});

describe('npm in the tab', () => {
	test('installs from the registry, links bins and runs scripts', async () => {
		const manifest = { name: 'demo', private: true, scripts: { go: 'node go.cjs' }, dependencies: { nanoid: '3.3.11' } };
		await tab.mount({
			'package.json': { file: { contents: JSON.stringify(manifest) } },
			'go.cjs': { file: { contents: `console.log('made', require('nanoid').nanoid().length)` } }
		});
		const install = await tab.spawn('npm', ['install']);
		expect({ exitCode: install.exitCode, hasAdded: install.output.includes('added 1 package') }).toEqual({
			exitCode: 0,
			hasAdded: true
		});
		const script = await tab.spawn('npm', ['run', 'go']);
		expect({ exitCode: script.exitCode, isMade: script.output.includes('made 21') }).toEqual({ exitCode: 0, isMade: true });
	});
	test('signs and checks tokens with jsonwebtoken and jose', async () => {
		const manifest = { name: 'demo', private: true, dependencies: { jsonwebtoken: '9.0.2', jose: '6.1.0' } };
		const program = `
			const jwt = require('jsonwebtoken'); const c = require('crypto');
			(async () => {
				const pairs = { RS256: c.generateKeyPairSync('rsa', { modulusLength: 2048 }), ES256: c.generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
				for (const alg of ['HS256', 'RS256', 'ES256']) {
					const token = jwt.sign({ by: alg }, pairs[alg]?.privateKey ?? 'secret', { algorithm: alg, noTimestamp: true });
					console.log(jwt.verify(token, pairs[alg]?.publicKey ?? 'secret').by);
					try { jwt.verify(token.slice(0, -4) + 'abcd', pairs[alg]?.publicKey ?? 'secret') } catch (error) { console.log(error.message) }
				}
				const { SignJWT, jwtVerify, generateKeyPair } = await import('jose');
				for (const alg of ['RS256', 'ES256', 'EdDSA']) {
					const { privateKey, publicKey } = await generateKeyPair(alg);
					const token = await new SignJWT({ by: alg }).setProtectedHeader({ alg }).sign(privateKey);
					console.log((await jwtVerify(token, publicKey)).payload.by);
				}
			})();`;
		await tab.mount({
			'package.json': { file: { contents: JSON.stringify(manifest) } },
			'tokens.cjs': { file: { contents: program } }
		});
		expect((await tab.spawn('npm', ['install'])).exitCode).toBe(0);
		const { output } = await tab.spawn('node', ['tokens.cjs']);
		const refused = 'invalid signature';
		expect(output.trim().split(/\s*\n/)).toEqual([
			'HS256',
			refused,
			'RS256',
			refused,
			'ES256',
			refused,
			'RS256',
			'ES256',
			'EdDSA'
		]);
	});
	test('names a package that does not exist', async () => {
		const { exitCode, output } = await tab.spawn('npm', ['install', 'no-such-package-tabsmith-x']);
		expect(exitCode).toBe(1);
		expect(output).toContain('E404');
	});
});
