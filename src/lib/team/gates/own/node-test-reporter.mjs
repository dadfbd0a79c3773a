/**
 * What node:test found, in the form of vitest-reporter.mjs: one JSON text at the end. Runs in the project, so it may use nothing but Node.
 */
const MAX_TEXT = 20_000;
const text = (value) => String(value ?? '').slice(0, MAX_TEXT);

const framesOf = (stack) =>
	[...String(stack ?? '').matchAll(/((?:file:\/\/)?\/[^\s():]+):(\d+):\d+/g)]
		.slice(0, 20)
		.map(([, file, line]) => ({ file, line: Number(line) }));

function errorOf(failure) {
	const error = failure?.cause instanceof Error || failure?.cause?.message ? failure.cause : failure;
	const stack = text(error?.stack);
	return { name: text(error?.name), message: text(error?.message ?? error), stack, frames: framesOf(stack) };
}

export default async function* report(source) {
	const tests = [];
	const broken = [];
	const names = [];
	for await (const { type, data } of source) {
		if (type === 'test:start') names.splice(data.nesting, names.length, data.name);
		if (type !== 'test:pass' && type !== 'test:fail') continue;
		const failure = data.details?.error;
		// It says no more than those within it.
		if (data.details?.type === 'suite' && (type === 'test:pass' || failure?.failureType === 'subtestsFailed')) continue;
		if (failure?.failureType === 'subtestsFailed') continue;
		const title = [...names.slice(0, data.nesting), data.name].join(' > ');
		const file = text(data.file ?? '');
		// Node names a test after its file where the file itself fails.
		const isFile = data.nesting === 0 && file.endsWith(data.name);
		const state = data.skip !== undefined || data.todo !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
		if (isFile && state === 'failed') broken.push({ file, errors: [errorOf(failure)] });
		else if (!isFile) tests.push({ file, title, state, errors: state === 'failed' ? [errorOf(failure)] : [] });
	}
	yield JSON.stringify({ tests, broken, unhandled: [] });
}
