import { z } from '../../../domain/zod';

/** What jest and mocha write of their tests, in the form that the tests gate reads (vitest-reporter.mjs). vitest's own JSON is jest's. */

const jestSchema = z.object({
	testResults: z.array(
		z.object({
			name: z.string(),
			message: z.string().default(''),
			assertionResults: z.array(
				z.object({
					ancestorTitles: z.array(z.string()).default([]),
					title: z.string(),
					status: z.string(),
					failureMessages: z.array(z.string()).nullish()
				})
			)
		})
	)
});

/** @throws ZodError when it is no report of jest's */
export function fromJest(text: string): string {
	const { testResults } = jestSchema.parse(JSON.parse(text));
	return JSON.stringify({
		tests: testResults.flatMap(({ name: file, assertionResults }) =>
			assertionResults.map(({ ancestorTitles, title, status, failureMessages }) => ({
				file,
				title: [...ancestorTitles, title].filter(Boolean).join(' > '),
				state: status === 'passed' || status === 'failed' ? status : 'skipped',
				errors: (failureMessages ?? []).map(errorOf)
			}))
		),
		broken: testResults
			.filter(({ assertionResults, message }) => assertionResults.length === 0 && message)
			.map(({ name: file, message }) => ({ file, errors: [errorOf(message)] })),
		unhandled: []
	});
}

const mochaSchema = z.object({
	tests: z.array(
		z.object({
			fullTitle: z.string(),
			file: z.string().nullish(),
			pending: z.boolean().optional(),
			err: z.object({ message: z.string().optional(), stack: z.string().optional() }).optional()
		})
	),
	pending: z.array(z.object({ fullTitle: z.string() })).default([])
});

/** @throws ZodError when it is no report of mocha's */
export function fromMocha(text: string): string {
	const { tests, pending } = mochaSchema.parse(JSON.parse(text));
	const skipped = new Set(pending.map(({ fullTitle }) => fullTitle));
	return JSON.stringify({
		tests: tests.map(({ fullTitle: title, file, err }) => {
			const hasFailed = err?.message !== undefined || err?.stack !== undefined;
			const state = hasFailed ? 'failed' : skipped.has(title) ? 'skipped' : 'passed';
			return { file: file ?? '', title, state, errors: hasFailed ? [errorOf(err?.stack ?? err?.message ?? '')] : [] };
		}),
		broken: [],
		unhandled: []
	});
}

/** From an error as it is printed: its message, then the lines of its stack. */
function errorOf(printed: string): object {
	const at = printed.search(/\n\s+at /);
	const message = (at < 0 ? printed : printed.slice(0, at)).trim();
	const frames = [...printed.matchAll(/((?:file:\/\/)?\/[^\s():]+):(\d+):\d+/g)].map(([, file, line]) => ({
		file,
		line: Number(line)
	}));
	return { name: '', message, stack: printed, frames: frames.slice(0, 20) };
}
