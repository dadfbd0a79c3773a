/** `npm run check`: format, lint, types of the IDE and of the frame, dead code, commit subjects. Runs all, then fails if one failed. */
import { spawnSync } from 'node:child_process';
import { layFrame } from './frame.mjs';

const STEPS = [
	['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
	['lint', 'eslint', ['.']],
	['sync', 'svelte-kit', ['sync']],
	['types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']],
	[
		'types of the frame',
		'tsc',
		['--project', 'tsconfig.check.json', '--incremental', '--tsBuildInfoFile', '../bare.tsbuildinfo'],
		layFrame()
	],
	['dead code', 'knip', ['--no-progress']],
	['commit subjects', 'node', ['scripts/commit-subjects.mjs']]
];
const failed = [];
for (const [name, command, args, cwd] of STEPS) {
	const isNode = command === 'node';
	const { status } = spawnSync(isNode ? process.execPath : 'npx', isNode ? args : ['--no-install', command, ...args], {
		stdio: 'inherit',
		cwd
	});
	if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`check failed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
