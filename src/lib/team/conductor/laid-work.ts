import type { Blueprint } from '../../domain/blueprint';
import type { PlannedTask } from '../../domain/task';
import { isWritable } from '../../domain/write-set';
import { frameNamed } from '../../frames';

import type { TaskHost } from './task-host';

/** What code lays of a task: the files of the frame's apps that fall into its write set. */
function laidFiles(task: PlannedTask, blueprint: Blueprint): Map<string, string> {
	const files = frameNamed(blueprint.frame).lay(blueprint);
	return new Map([...files].filter(([path]) => isWritable(task.writes, path)));
}

/**
 * Writes what code lays of a task, as its agent. What a person has changed by hand stays theirs.
 * @returns the last words of who did it
 */
export async function layTask(
	task: PlannedTask,
	blueprint: Blueprint,
	host: Pick<TaskHost, 'isHandEdited' | 'writeFile'>
): Promise<string> {
	const files = [...laidFiles(task, blueprint)].filter(([path]) => !host.isHandEdited(path));
	await Promise.all(files.map(([path, content]) => host.writeFile(path, content)));
	return `Laid from the blueprint, without a model: ${files.length === 1 ? files[0]?.[0] : `${files.length} files`}.`;
}
