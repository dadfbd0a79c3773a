/** `npm run check`: format, lint, types of the IDE and of the frame, dead code, commit subjects. Runs all, two at a time, then fails if one failed. */
import { spawn } from 'node:child_process';
import { layFrame } from './frame.mjs';

/** Each lane runs its steps one after the other: types need what `sync` makes. */
const LANES = [
	[
		['sync', 'svelte-kit', ['sync']],
		['types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']],
		[
			'types of the frame',
			'tsc',
			['--project', 'tsconfig.check.json', '--incremental', '--tsBuildInfoFile', '../bare.tsbuildinfo'],
			layFrame()
		]
	],
	[
		['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
		['lint', 'eslint', ['.']],
		['dead code', 'knip', ['--no-progress']],
		['commit subjects', 'node', ['scripts/commit-subjects.mjs']]
	]
];
const failed = [];
await Promise.all(
	LANES.map(async (steps) => {
		for (const [name, command, args, cwd] of steps) if (!(await passes(command, args, cwd))) failed.push(name);
	})
);
if (failed.length > 0) console.error(`check failed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);

/** Resolves with whether a program exits with 0. */
function passes(command, args, cwd) {
	const [file, words] = command === 'node' ? [process.execPath, args] : ['npx', ['--no-install', command, ...args]];
	return new Promise((done) => spawn(file, words, { stdio: 'inherit', cwd }).once('exit', (code) => done(code === 0)));
}
