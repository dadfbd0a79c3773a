/**
 * What vitest found, as the tests gate reads it: JSON in the file that TABSMITH_REPORT names. vitest's own JSON has neither the diff of a
 * failed expectation nor the errors that belong to no test. Runs in the project, so it may use nothing but Node.
 */
import { writeFileSync } from 'node:fs';

const MAX_TEXT = 20_000;
const text = (value) => (typeof value === 'string' ? value.slice(0, MAX_TEXT) : undefined);

const errorOf = (error) => ({
	name: text(error?.name) ?? '',
	message: text(error?.message) ?? String(error).slice(0, MAX_TEXT),
	diff: text(error?.diff),
	stack: text(error?.stack) ?? '',
	frames: (error?.stacks ?? []).slice(0, 20).map(({ file, line }) => ({ file, line }))
});

export default class {
	onTestRunEnd(modules, unhandled) {
		const tests = modules.flatMap((module) =>
			[...module.children.allTests()].map((test) => {
				const { state, errors = [] } = test.result();
				return { file: module.moduleId, title: test.fullName, state, errors: (errors ?? []).map(errorOf) };
			})
		);
		const broken = modules.flatMap((module) => {
			const suites = [...module.children.allSuites()].flatMap((suite) => suite.errors());
			const errors = [...module.errors(), ...suites].map(errorOf);
			return errors.length ? [{ file: module.moduleId, errors }] : [];
		});
		writeFileSync(process.env.TABSMITH_REPORT, JSON.stringify({ tests, broken, unhandled: unhandled.map(errorOf) }));
	}
}
