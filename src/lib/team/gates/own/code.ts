import { parseTypeErrors, TSC } from '../types-gate';
import type { Gate } from '../gate';
import { absent, commandReport, failuresOf, kindOf, scriptCommand } from './scripts';

/** What a project's own tools say of its code: types, lint, build. */

/** Its own script, else the compiler where it has one. */
export const ownTypesGate: Gate = async (context) => {
	const { types } = kindOf(context).checks;
	if (!types) return absent('types', 'The project has no check of types.');
	const command =
		'script' in types ? scriptCommand(types.script) : { program: 'node', args: TSC, words: 'tsc --noEmit', timeoutMs: 180_000 };
	return commandReport('types', context, command, (run) => {
		if (run.exitCode === 0) return [];
		const errors = parseTypeErrors(run.output, context.files);
		return errors.length ? errors.slice(0, 60) : failuresOf('types', run, context);
	});
};

/** Its linter reads the code, as the reviewer of an app's does. */
export const ownLintGate: Gate = async (context) => {
	const { lint } = kindOf(context).checks;
	return lint ? commandReport('review', context, scriptCommand(lint.script)) : absent('review', 'The project has no linter.');
};

export const ownBuildGate: Gate = async (context) => {
	const { build } = kindOf(context).checks;
	return build ? commandReport('build', context, scriptCommand(build.script)) : absent('build', 'The project has no build.');
};
