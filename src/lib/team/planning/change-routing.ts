import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';
import { isWritable } from '../../domain/write-set';
import type { Routing } from './failure-routing';
import { filesImported, type ReadableFiles } from './suspect-files';

/** Who repairs what a change broke in a project that was made elsewhere: the agents of its steps, who alone know what was meant. */

export function changeRouting(files: ReadableFiles): Routing {
	return {
		suspects: (failure, tasks) => stepsAtFault(failure, stepsOf(tasks), files),
		// All who changed something were asked.
		fallback: () => undefined,
		writes: ({ failures, task }, tasks) => {
			const named = failures.flatMap(filesOf).filter((path) => files.read(path) !== undefined);
			return [...new Set([...task.writes, ...stepsOf(tasks).flatMap(({ writes }) => writes), ...named])];
		}
	};
}

/** Of the latest request, in the order of its plan. */
function stepsOf(tasks: readonly PlannedTask[]): PlannedTask[] {
	const steps = tasks.filter(({ kind }) => kind === 'change');
	const latest = steps.at(-1)?.request;
	return steps.filter(({ request }) => request === latest);
}

/** Whose files are named, then whose files those import or are imported by, the later step first; the last step's agent where there is none. */
function stepsAtFault(failure: Failure, steps: readonly PlannedTask[], files: ReadableFiles): PlannedTask[] {
	const later = steps.toReversed();
	const named = filesOf(failure);
	const owning = named.flatMap((path) => later.filter(({ writes }) => isWritable(writes, path)));
	const near = named.flatMap((path) => filesImported(path, files));
	const reaching = later.filter(({ writes }) => near.some((path) => isWritable(writes, path)));
	const importing = later.filter(({ writes }) =>
		files
			.list()
			.filter((path) => isWritable(writes, path))
			.some((path) => filesImported(path, files).some((one) => named.includes(one)))
	);
	return [...new Set([...owning, ...reaching, ...importing, ...later.slice(0, 1)])];
}

function filesOf({ file, suspects = [] }: Failure): string[] {
	return [...(file ? [file] : []), ...suspects];
}
