import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateApp } from '../../../workers/builtin-model/generate-app';

/** Writes the app of a requirement to a folder, with packages linked in when a folder of them is given. */
export async function writeApp(requirement: string, folder: string, packages?: string): Promise<void> {
	const { blueprint, files } = await generateApp(requirement);
	rmSync(folder, { recursive: true, force: true });
	for (const [path, text] of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	writeFileSync(join(folder, 'blueprint.json'), JSON.stringify(blueprint, null, '\t'));
	if (packages) symlinkSync(packages, join(folder, 'node_modules'));
}
