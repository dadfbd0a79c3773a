import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Container } from '../../../src/lib/container/container';
import type { GateContext } from '../../../src/lib/team/gates/gate';
import { testsGate } from '../../../src/lib/team/gates/tests-gate';
import { NativeContainer } from '../support/native-container';

const API_TEST = 'src/features/books/api.test.ts';

interface ScriptedTest {
	title: string;
	state: 'passed' | 'failed' | 'broken' | 'unhandled';
	message?: string;
}

/** The gate in a project whose runs of vitest, one after the other, report these tests; and what was run each time. */
async function gateOver(runs: ScriptedTest[][], criteria: string[] = []) {
	const commands: string[][] = [];
	const container = {
		rm: async () => undefined,
		writeFile: async () => undefined,
		readFile: async () => {
			const all = runs[commands.length - 1] ?? [];
			const errorsOf = (wanted: string) =>
				all
					.filter(({ state }) => state === wanted)
					.map(({ message = 'No.' }) => ({ name: 'Error', message, stack: '', frames: [] }));
			const tests = all
				.filter(({ state }) => state === 'passed' || state === 'failed')
				.map(({ title, state, message = 'No.' }) => ({
					file: `/home/app/${API_TEST}`,
					title,
					state,
					errors: state === 'failed' ? [{ name: 'AssertionError', message, stack: '', frames: [] }] : []
				}));
			const broken = errorsOf('broken').map((error) => ({ file: `/home/app/${API_TEST}`, errors: [error] }));
			return JSON.stringify({ tests, broken, unhandled: errorsOf('unhandled') });
		},
		spawn: async (_command: string, args: string[]) => {
			commands.push(args.filter((arg) => arg.startsWith('src/')));
			const output = new ReadableStream<string>({ start: (controller) => controller.close() });
			return { output, exit: Promise.resolve(0), kill: () => undefined };
		}
	} as unknown as Container;
	const context = {
		container,
		files: { read: () => undefined, list: () => [] },
		criteria: criteria.map((id) => ({ id, text: 'the app shall.' })),
		signal: new AbortController().signal,
		progress: () => undefined
	} as unknown as GateContext;
	const { failures, provenCriteria } = await testsGate(context);
	return { failures: failures.map(({ code, message }) => `${code} ${message}`), provenCriteria, commands };
}

const passed = (title: string): ScriptedTest => ({ title, state: 'passed' });
const failed = (title: string, message?: string): ScriptedTest => ({ title, state: 'failed', ...(message ? { message } : {}) });

test('what fails twice fails; its file alone is run again', async () => {
	const { failures, commands } = await gateOver([[passed('R1.1 a'), failed('R1.2 b')], [failed('R1.2 b')]]);
	expect(failures).toEqual(['TEST R1.2 b: AssertionError: No.']);
	expect(commands).toEqual([[], [API_TEST]]);
});

test('a file whose hook was late is run once more, and counts by that', async () => {
	const late = { title: '', state: 'broken', message: 'Hook timed out in 240000ms.' } as const;
	const fine = await gateOver([[passed('R1.1 a'), late], [passed('R1.2 b')]], ['R1.1', 'R1.2']);
	expect(fine).toEqual({ failures: [], provenCriteria: ['R1.1', 'R1.2'], commands: [[], [API_TEST]] });
	const { failures } = await gateOver([[passed('R1.1 a'), late], [late]]);
	expect(failures).toEqual([expect.stringContaining('Hook timed out in 240000ms.')]);
});

test('a runner whose workers do not start is tried three times, and nobody is asked for tests', async () => {
	const stalled = {
		title: '',
		state: 'unhandled',
		message: '[vitest-pool]: Failed to start threads worker for test files'
	} as const;
	expect((await gateOver([[stalled], [stalled], [passed('R1.1 a')]], ['R1.1'])).failures).toEqual([]);
	const { failures, commands } = await gateOver([[stalled], [stalled], [stalled]], ['R1.1']);
	expect(failures).toEqual([expect.stringMatching(/^RUNNER_STALLED The tests could not be started/)]);
	expect(commands).toHaveLength(3);
});

test('what passes without a change is flaky after three runs', async () => {
	const { failures, commands } = await gateOver([
		[failed('one'), failed('two: more')],
		[failed('one'), passed('two: more')],
		[failed('one'), failed('two: more')]
	]);
	expect(failures).toEqual([
		'TEST one: AssertionError: No.',
		'FLAKY Flaky: failed in 2 of 3 runs, and passed without a change when its file ran alone. two: more: AssertionError: No.'
	]);
	expect(commands).toHaveLength(3);
});

test('a test that counts criteria is about those which it names', async () => {
	const all = [failed('every criterion has a test', "expected [ 'R7.4' ] to deeply equal []")];
	const { failures } = await gateOver([all, all]);
	expect(failures).toEqual([expect.stringContaining('UNPROVEN every criterion has a test')]);
});

test('a title proves every criterion that it names, and a criterion that none names fails', async () => {
	const all = [passed('R1.1, R1.2 both'), failed('R1.3 and R1.1')];
	const { failures, provenCriteria } = await gateOver([all, all], ['R1.1', 'R1.2', 'R1.3', 'R2.1']);
	expect(provenCriteria).toEqual(['R1.2']);
	expect(failures).toEqual([
		'TEST R1.3 and R1.1: AssertionError: No.',
		'UNPROVEN No test proves R2.1: the app shall. Write one whose title starts with "R2.1".'
	]);
});

describe('with the real vitest', () => {
	/** Below the packages, so that it finds vitest. */
	const root = join(import.meta.dirname, '../../../.cache/tests-gate');
	const files = new Map([
		['vitest.config.mjs', 'export default {};'],
		['package.json', '{ "type": "module" }'],
		[
			'src/features/books/contract.ts',
			"export const api = { list: endpoint({ id: 'listBooks', method: 'get', path: '/api/books' }) };\nfunction endpoint<T>(e: T) { return e; }"
		],
		['src/features/books/routes.ts', "export const count = () => { throw new Error('listBooks answers nothing'); };"],
		[
			'src/features/books/api.test.ts',
			"import { expect, test } from 'vitest';\nimport { count } from './routes';\ntest('R1.1 adds up', () => {\n\texpect({ sum: 48 }).toEqual({ sum: 47 });\n});\ntest('R1.2 counts', () => {\n\tcount();\n});\n"
		],
		['src/features/books/broken.test.ts', "import './nowhere';\n"],
		[
			'src/features/books/late.test.ts',
			"import { test } from 'vitest';\ntest('R1.3 passes', () => void Promise.reject(new Error('late')));\n"
		]
	]);
	beforeAll(() => {
		for (const [path, text] of files) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
		mkdirSync(join(root, 'node_modules'), { recursive: true });
	});
	afterAll(() => rmSync(root, { recursive: true, force: true }));

	it('tells what was expected and what came, the source, the suspects, and errors of no test', { timeout: 60_000 }, async () => {
		const native = NativeContainer.at(root);
		const vitest = join(import.meta.dirname, '../../../node_modules/vitest/vitest.mjs');
		const container: Container = Object.assign(Object.create(native) as NativeContainer, {
			spawn: (command: string, args: string[], options?: object) => native.spawn(command, [vitest, ...args.slice(1)], options)
		});
		const { failures } = await testsGate({
			container,
			files: {
				read: (path: string) => files.get(path),
				list: (under = '') => [...files.keys()].filter((path) => path.startsWith(under))
			},
			criteria: [],
			signal: new AbortController().signal,
			progress: () => undefined
		} as unknown as GateContext);
		const told = (part: string) => failures.find(({ message }) => message.includes(part));
		expect(told('adds up')).toMatchObject({
			code: 'TEST',
			criterion: 'R1.1',
			file: API_TEST,
			lineNumber: 4,
			diff: expect.stringMatching(/-\s+"sum": 47,\n\+\s+"sum": 48,/) as string,
			source: "test('R1.1 adds up', () => {\n\texpect({ sum: 48 }).toEqual({ sum: 47 });\n});"
		});
		expect(told('counts')).toMatchObject({
			file: API_TEST,
			suspects: ['src/features/books/routes.ts', 'src/features/books/contract.ts']
		});
		expect(told('broken.test.ts could not be run')).toMatchObject({ code: 'SUITE', file: 'src/features/books/broken.test.ts' });
		expect(told('no test waits for: late')).toMatchObject({ code: 'UNHANDLED' });
		expect(failures).toHaveLength(4);
	});
});
