import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { loadTools } from './load-tools';
import { OWN_TOOLS } from './own-tools';
import { exitCodeOf } from './spawn-program';
import type { Program } from './tools-runtime';

/** Of one program: the interpreter needs some 40 bytes of memory for each that it is given. */
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

interface ScriptContext {
	cwd: string;
	env: Record<string, string>;
}

/**
 * Runs source with control flow (if, for, while, case, functions, here-documents).
 * Programs that are not tools run as child processes; their output shows when they end.
 */
export async function runScript(source: string, args: string[], { cwd, env }: ScriptContext): Promise<number> {
	const programs = programsIn(env.PATH ?? '', source);
	const result = await loadTools().interpret(source, args, { cwd, env, programs });
	process.stdout.write(result.stdout);
	process.stderr.write(result.stderr);
	return result.exitCode;
}

/** Every word of the source that names an executable on PATH, as a command for the interpreter. */
function programsIn(path: string, source: string): Program[] {
	const words = new Set(source.match(/[A-Za-z0-9_.-]+/g) ?? []);
	return [...words].flatMap((name) => {
		const [file, ...before] = OWN_TOOLS.has(name)
			? [process.execPath, process.argv[1] ?? '', '--tool', name]
			: [findOnPath(path, name)];
		if (!file) return [];
		const run: Program['run'] = async (args, context) => {
			const { stdout, stderr, status, signal } = spawnSync(file, [...before.filter((word) => word !== null), ...args], {
				cwd: context.cwd,
				env: Object.fromEntries(context.env),
				input: context.stdin,
				encoding: 'utf8',
				maxBuffer: MAX_OUTPUT_BYTES
			});
			return { stdout: stdout ?? '', stderr: stderr ?? '', exitCode: status ?? (signal ? exitCodeOf(signal) : 1) };
		};
		return [{ name, run }];
	});
}

function findOnPath(path: string, name: string): string | null {
	for (const folder of path.split(delimiter)) {
		const file = join(folder, name);
		try {
			accessSync(file, constants.X_OK);
			if (statSync(file).isFile()) return file;
		} catch {
			// not in this folder
		}
	}
	return null;
}
