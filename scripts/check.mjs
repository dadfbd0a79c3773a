/** `npm run check`: format, lint, types, dead code, commit subjects. Runs all, then fails if one failed. */
import { spawnSync } from 'node:child_process';

const STEPS = [
	['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
	['lint', 'eslint', ['.']],
	['sync', 'svelte-kit', ['sync']],
	['types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']],
	['dead code', 'knip', ['--no-progress']],
	['commit subjects', 'node', ['scripts/commit-subjects.mjs']]
];
const failed = [];
for (const [name, command, args] of STEPS) {
	const isNode = command === 'node';
	const { status } = spawnSync(isNode ? process.execPath : 'npx', isNode ? args : ['--no-install', command, ...args], {
		stdio: 'inherit'
	});
	if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`check failed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
