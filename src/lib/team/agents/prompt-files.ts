import type { PlannedTask, TaskKind } from '../../domain/task';
import type { Blueprint } from '../../domain/blueprint';
import type { PromptFile } from './prompts';
import { isWritable } from '../../domain/write-set';

/** Which files an agent is shown at once: what it works on, what it builds on, and the frame's example of the same thing. */

const MAX_CHARS = 90_000;

const EXAMPLES: Partial<Record<TaskKind, string[]>> = {
	schema: ['migrations/0002_users.sql', 'src/server/demo.ts'],
	api: [
		'src/core/contract.ts',
		'src/core/fields.ts',
		'src/server/list.ts',
		'src/server/errors.ts',
		'src/features/users/contract.ts',
		'src/features/users/repo.ts',
		'src/features/users/routes.ts'
	],
	ui: [
		'src/web/page.ts',
		'src/web/query.ts',
		'src/web/format.ts',
		'src/web/ui/field.tsx',
		'src/web/ui/table.tsx',
		'src/features/users/pages.tsx',
		'src/features/users/list.page.tsx',
		'src/features/users/edit.form.tsx'
	],
	tests: ['src/testing/harness.ts', 'src/testing/render.tsx', 'src/core/roles.ts'],
	scaffold: ['src/core/app.ts', 'src/core/roles.ts'],
	theme: ['src/web/ui/palette.css', 'src/web/ui/tokens.css']
};

/** A project's files, to look at. */
export interface ReadableFiles {
	read(path: string): string | undefined;
	list(under?: string): string[];
}

export function promptFiles(task: PlannedTask, blueprint: Blueprint, files: ReadableFiles, failing: string[] = []): PromptFile[] {
	const feature = blueprint.features.find((one) => one.name === task.feature);
	const entity = blueprint.entities.find((one) => one.name === feature?.entity);
	const near = new Set<string>(failing);
	for (const path of files.list()) if (isWritable(task.writes, path)) near.add(path);
	if (feature) {
		for (const path of files.list(`src/features/${feature.name}`))
			if (!/\.test\.tsx?$/.test(path) || task.kind === 'fix') near.add(path);
		for (const path of files.list('migrations')) if (path.includes(`_${feature.name.replaceAll('-', '_')}.`)) near.add(path);
		const targets = new Set([
			...feature.needs,
			...blueprint.features
				.filter((one) => entity?.fields.some((field) => field.reference && field.reference === one.entity))
				.map((one) => one.name)
		]);
		for (const name of targets) near.add(`src/features/${name}/contract.ts`);
	}
	for (const path of EXAMPLES[task.kind] ?? []) near.add(path);
	let room = MAX_CHARS;
	return [...near].flatMap((path) => {
		const content = files.read(path);
		if (content === undefined || content.length > room) return [];
		room -= content.length;
		return [{ path, content }];
	});
}
