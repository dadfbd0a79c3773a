import type { Failure } from '../../domain/check';
import type { PlannedTask } from '../../domain/task';
import { isWritable } from '../../domain/write-set';
import type { Routing } from './failure-routing';
import { filesImported, type ReadableFiles } from './suspect-files';

/** Who repairs what a change broke in a project that was made elsewhere: the agents of its steps, who alone know what was meant. */

/** A file that is further away is hardly to blame. */
const MAX_IMPORTS_BETWEEN = 5;

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

/**
 * Whose files are named or imported by those, the nearest first; then whose files import them; the last step's agent where there is none.
 * A failed expectation speaks for its test, so the test's author comes behind those whose files it looks at.
 */
function stepsAtFault(failure: Failure, steps: readonly PlannedTask[], files: ReadableFiles): PlannedTask[] {
	const later = steps.toReversed();
	const writersOf = (paths: readonly string[]) => paths.flatMap((path) => later.filter(({ writes }) => isWritable(writes, path)));
	const named = filesOf(failure);
	const isExpectation = failure.gate === 'tests' && failure.code === 'TEST';
	const reached = reachedFrom(named, files);
	const lookedAt = isExpectation ? reached.filter((path) => path !== failure.file) : reached;
	const near = [...new Set([...writersOf(lookedAt), ...writersOf(named)])];
	if (near.length) return near;
	const importing = files.list().filter((path) => filesImported(path, files).some((imported) => named.includes(imported)));
	return [...new Set([...writersOf(importing), ...later.slice(0, 1)])];
}

/** Files, then what they import, then what that imports. */
function reachedFrom(paths: readonly string[], files: ReadableFiles): string[] {
	const reached = new Set(paths);
	let edge = [...reached];
	for (let step = 0; step < MAX_IMPORTS_BETWEEN && edge.length; step++) {
		edge = edge.flatMap((path) => filesImported(path, files)).filter((path) => !reached.has(path));
		for (const path of edge) reached.add(path);
	}
	return [...reached];
}

function filesOf({ file, suspects = [] }: Failure): string[] {
	return [...(file ? [file] : []), ...suspects];
}
