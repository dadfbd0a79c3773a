import { expect, test } from 'vitest';
import { describeError, NpmError } from '../../../workers/engine/npm/errors';
import { registryOutage } from '../../../src/lib/team/gates/install-gate';

const npmSays = (...lines: string[]) => `added 1 package\n${lines.map((line) => `npm error ${line}\n`).join('')}`;

test("the engine's npm without a registry", () => {
	const unreachable = 'Cannot reach the registry http://localhost/registry (/hono). Check the network.';
	expect(registryOutage(describeError(new NpmError('EREGISTRY', unreachable)))).toBe(unreachable);
	const outOfOrder = 'The registry http://localhost/registry answered 503 for /hono. Try again later or set another registry.';
	expect(registryOutage(describeError(new NpmError('EREGISTRY', outOfOrder)))).toBe(outOfOrder);
});

test.each(['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT', 'EAI_AGAIN', 'E502'])('npm itself without a registry: %s', (code) => {
	const message = `network request to https://registry.npmjs.org/hono failed, reason: ${code}`;
	const output = npmSays(
		`code ${code}`,
		'syscall connect',
		`errno ${code}`,
		message,
		'network This is a problem related to network.'
	);
	expect(registryOutage(output)).toBe(message);
	expect(registryOutage(output.replaceAll('npm error', 'npm ERR!').replaceAll('\n', '\r\n'))).toBe(message);
});

test.each([
	['a package that does not exist', describeError(new NpmError('E404', "'nono@1' is not in this registry."))],
	['a registry that refuses', describeError(new NpmError('EREGISTRY', 'The registry http://r answered 403 for /hono.'))],
	['a script that fails with such a code in its own words', npmSays('code 1', 'path /app', 'Error: connect ECONNREFUSED')],
	['no word from npm', 'Killed']
])('%s is no outage', (_, output) => {
	expect(registryOutage(output)).toBeUndefined();
});
