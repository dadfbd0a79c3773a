import { describe, expect, it, vi } from 'vitest';
import type { Container } from '../../../src/lib/container/container';
import type { PreviewPage, PreviewVisit } from '../../../src/lib/container/preview-probe';
import { plannedTaskSchema } from '../../../src/lib/domain/task';
import { Workbench, type WorkbenchParts } from '../../../src/lib/team/conductor/workbench';

const PLACES = ['src/features/tips/'];
const task = plannedTaskSchema.parse({
	...{ id: 'ui:tips', title: 'Show tips', role: 'frontend', kind: 'ui', feature: 'tips', needs: [], publishes: [], writes: [] }
});
const PAGE: PreviewPage = { status: 200, title: 'Tips', text: 'Tips', consoleErrors: [] };

/** A bench whose programs answer as `programs` says, by what their command line holds. */
function bench(programs: Record<string, { output: string; exitCode: number }> = {}, part: Partial<WorkbenchParts> = {}) {
	const ran: string[] = [];
	const visits: (PreviewVisit | undefined)[] = [];
	const container = {
		spawn: async (command: string, args: string[]) => {
			const line = [command, ...args].join(' ');
			ran.push(line);
			const [, answer = { output: '', exitCode: 0 }] = Object.entries(programs).find(([key]) => line.includes(key)) ?? [];
			return {
				output: new Response(answer.output).body!.pipeThrough(new TextDecoderStream()),
				exit: Promise.resolve(answer.exitCode),
				kill: () => undefined
			};
		}
	} as unknown as Container;
	const workbench = new Workbench({
		container: async () => container,
		server: async () => ({ url: 'http://app' }),
		probe: {
			open: async (_url, _path, _signal, visit) => {
				visits.push(visit);
				return PAGE;
			}
		},
		files: { list: () => ['src/features/tips/ui.test.tsx'] },
		commandRule: 'ask',
		signal: new AbortController().signal,
		...part
	});
	return { workbench, ran, visits };
}

describe('check', () => {
	it('says that all is well in two lines', async () => {
		const { workbench } = bench({ vitest: { output: ' Tests  2 passed (2)', exitCode: 0 } });
		expect(await workbench.check(task, undefined, PLACES)).toBe('Types: sound.\n\nTests: all pass.\nTests  2 passed (2)');
	});

	it('shows the errors of this feature first, and tells that others may still be writing', async () => {
		const output =
			"src/features/home/a.ts(1,1): error TS1: no.\nsrc/features/tips/a.tsx(3,5): error TS2: Type 'a'.\n  More about it.\n";
		const { workbench, ran } = bench({ tsc: { output, exitCode: 2 } });
		const text = await workbench.check(task, 'types', PLACES);
		expect(text).toMatch(
			/^Types: 1 errors in this feature, 1 elsewhere.*\nsrc\/features\/tips\/a\.tsx\(3,5\).*\n {2}More about it\.\nsrc\/features\/home/
		);
		expect(ran).toHaveLength(1);
	});

	it('shows what was expected and what came of each failing test of the feature', async () => {
		const output =
			' ✓ 40 others\n\n⎯⎯ Failed Tests 1 ⎯⎯\n FAIL  R1.1 adds\n- Expected\n+ Received\n- 47\n+ 48\n\n Tests  1 failed (41)\n';
		const { workbench, ran } = bench({ vitest: { output, exitCode: 1 } });
		const text = await workbench.check(task, 'tests', PLACES);
		expect(text).toMatch(/^Tests: some fail\.\n⎯⎯ Failed Tests 1[\s\S]*- 47\n\+ 48[\s\S]*1 failed/);
		expect(text).not.toContain('40 others');
		expect(ran[0]).toContain('vitest.mjs run src/features/tips/');
	});

	it('says that there are no tests yet, without running any', async () => {
		const { workbench, ran } = bench({}, { files: { list: () => [] } });
		expect(await workbench.check(task, 'tests', PLACES)).toBe('Tests: this feature has none yet.');
		expect(ran).toEqual([]);
	});

	it('says so with a code where there is no engine', async () => {
		const { workbench } = bench({}, { container: undefined });
		await expect(workbench.check(task, undefined, PLACES)).rejects.toMatchObject({ code: 'NO_ENGINE' });
	});
});

describe('look', () => {
	const AT = { path: '/tips', widthPx: 375, isSeen: false };
	const looked = async (page: Partial<PreviewPage>, more: Partial<typeof AT> = {}) =>
		bench({}, { probe: { open: async () => ({ ...PAGE, ...page }) } }).workbench.look({ ...AT, ...more });
	/** An app whose sign-in page names accounts with a password. */
	const app = (password: () => string, page: Partial<PreviewPage> = {}) => {
		const visits: (PreviewVisit | undefined)[] = [];
		const text = () => `Sign in. Try member@example.com or admin@example.com, password: ${password()}`;
		const open = async (_url: string, _path: string, _signal: AbortSignal, visit?: PreviewVisit) => {
			visits.push(visit);
			return { ...PAGE, ...(visit?.findSignIn ? { text: text() } : page) };
		};
		return { visits, workbench: bench({}, { probe: { open } }).workbench };
	};

	it('opens the page at a width, as the example account that the sign-in page names, and signs out again', async () => {
		const { workbench, visits } = app(() => 'other-word-7');
		await workbench.look({ ...AT, as: 'member' });
		const signInAs = { email: 'member@example.com', password: 'other-word-7' };
		expect(visits).toEqual([{ findSignIn: true }, { widthPx: 375, tree: true, signInAs, signOut: true }]);
		await workbench.look({ ...AT, as: 'admin@example.com' });
		expect(visits).toHaveLength(3);
	});
	it('reads the accounts anew once one of them was refused', async () => {
		let password = 'first-1';
		const { workbench, visits } = app(() => password, { failures: ['signIn: Wrong password.'] });
		await workbench.look({ ...AT, as: 'member' });
		password = 'second-2';
		await workbench.look({ ...AT, as: 'member' });
		expect(visits.at(-1)?.signInAs?.password).toBe('second-2');
	});
	it('says which accounts there are where the wanted one is not among them', async () => {
		await expect(app(() => 'word-1').workbench.look({ ...AT, as: 'cook' })).rejects.toMatchObject({
			code: 'NO_ACCOUNT',
			message: expect.stringContaining('It names: member, admin.')
		});
	});
	it('tells the accessibility tree, what sticks out, and errors', async () => {
		expect((await looked({ tree: 'heading 1 "Tips"', overflowPx: 40, consoleErrors: ['TypeError: no'] })).text).toBe(
			'/tips at 375 px: status 200, title \'Tips\'\nThe page is 40 px wider than the window: it scrolls sideways.\nErrors:\n- TypeError: no\nAccessibility tree:\nheading 1 "Tips"'
		);
		expect((await looked({ tree: 'main' })).text).toContain('No errors in the console.');
	});
	it('tells which answers were made up', async () =>
		expect((await looked({ mocked: ['listTips'] })).text).toContain('Not served yet, answered with made-up examples: listTips.'));
	it('tells the text where no tree can be had', async () => expect((await looked({})).text).toMatch(/Text:\nTips$/));
	it('gives a picture to who sees, and says why there is none', async () => {
		const picture = 'data:image/jpeg;base64,AAAA';
		expect(await looked({ picture }, { isSeen: true })).toMatchObject({ picture });
		expect((await looked({ picture, pictureProblem: 'it lacks fonts.' }, { isSeen: true })).text).toContain('it lacks fonts.');
		expect((await looked({ pictureProblem: 'too large.' }, { isSeen: true })).text).toContain('No picture: too large.');
		expect((await looked({}, { isSeen: true })).text).toContain('No picture: there is no browser here.');
		expect((await looked({ tree: 'main' })).text).not.toContain('picture');
	});
});

describe('run', () => {
	const yes = async () => true;
	const no = async () => false;

	it('gives the end of the output and the exit code', async () => {
		const { workbench } = bench({ 'npm ls': { output: `start${'.'.repeat(9_000)}end`, exitCode: 3 } });
		const text = await workbench.run('npm ls', no);
		expect(text).toMatch(/^Exit code 3\.\n\.\.\.\n\.+end$/);
		expect(text.length).toBeLessThan(5_100);
	});
	it('asks the person where the policy says so, and runs nothing without their consent', async () => {
		const consent = vi.fn(no);
		const { workbench, ran } = bench();
		await expect(workbench.run('npm install left-pad', consent)).rejects.toMatchObject({
			code: 'COMMAND_DENIED',
			data: { command: 'npm install left-pad' }
		});
		expect(consent).toHaveBeenCalledWith('npm install left-pad');
		expect(ran).toEqual([]);
		await workbench.run('npm install left-pad', yes);
		expect(ran).toEqual(['npm install left-pad']);
	});
	it.each(['rm -rf src', 'ls | wc', 'git push'])('never runs %s', async (command) => {
		const { workbench, ran } = bench({}, { commandRule: 'auto' });
		await expect(workbench.run(command, yes)).rejects.toMatchObject({ code: 'COMMAND_DENIED' });
		expect(ran).toEqual([]);
	});
	it('runs one thing at a time', async () => {
		const { workbench, ran } = bench();
		await Promise.all([workbench.run('ls a', no), workbench.check(task, 'types', PLACES), workbench.run('ls b', no)]);
		expect(ran.map((line) => line.slice(0, 4))).toEqual(['ls a', 'node', 'ls b']);
	});
});
