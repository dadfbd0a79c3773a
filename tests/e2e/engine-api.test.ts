import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the public API answers as its client expects', () => {
	const script = fileURLToPath(new URL('../browser/engine-check.mjs', import.meta.url));
	const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 200_000 });
	expect({ status, output: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, output: '' });
});
