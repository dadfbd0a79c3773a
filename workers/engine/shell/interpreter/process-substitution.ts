import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessSubstitutionPart } from 'unbash';
import { OpenFile, type Descriptors } from './descriptors';
import { ShellFault } from './leave';
import type { Shell } from './shell';

/** `<(command)`: a file that holds what the command has printed, until this process ends. @throws ShellFault for `>(command)` */
export async function processSubstitution(
	shell: Shell,
	{ operator, script }: ProcessSubstitutionPart,
	io: Descriptors
): Promise<string> {
	if (operator === '>' || !script) throw new ShellFault('>(...): not supported by this shell: use a pipe', 2);
	const folder = mkdtempSync(join(tmpdir(), 'sh-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const path = join(folder, 'output');
	const file = new OpenFile(openSync(path, 'w'));
	try {
		await shell.copy().runAsSubshell(script, io.with([1, file]), script.source);
	} finally {
		file.close();
	}
	return path;
}
