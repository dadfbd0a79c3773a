import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { installFrame } from '../../scripts/frame.mjs';
import { fullstackFrame } from '../../src/lib/frames/fullstack';
import type { Failure, GateName } from '../../src/lib/domain/check';
import type { GateContext } from '../../src/lib/team/gates/gate';
import { testsGate } from '../../src/lib/team/gates/tests-gate';
import { typesGate } from '../../src/lib/team/gates/types-gate';
import { routeFailures, type Asked } from '../../src/lib/team/planning/failure-routing';
import { planTasks } from '../../src/lib/team/planning/task-graph';
import { generateApp } from '../../workers/builtin-model/generate-app';
import { CUSTOMER_DASHBOARD } from '../fixtures/requirements.mjs';
import { NativeContainer } from '../unit/support/native-container';

/** Slips planted in an app, found by the real tsc and vitest, and whom they are taken to: the table of docs/team.md. */

const packages = installFrame();
const root = join(packages, 'slips');
const FOLDER = 'src/features/customers';

interface Slip {
	name: string;
	/** File, what stands there, what stands there instead. */
	change: [string, string, string];
	gate: GateName;
	round: number;
	/** Files and folders whose tests are run. */
	only?: string[];
	/** Who is asked, in this order, when nobody changes anything: the right one among the first two. */
	asked: [string, string];
	/** What the first one is told. */
	evidence: Partial<Record<keyof Failure, unknown>>;
}

const SLIPS: Slip[] = [
	{
		name: 'a type error in a page',
		change: [`${FOLDER}/list.page.tsx`, 'row.contact ??', 'row.kontact ??'],
		gate: 'types',
		round: 1,
		asked: ['frontend', 'backend'],
		evidence: { file: `${FOLDER}/list.page.tsx`, code: 'TS2551', source: expect.stringContaining('row.kontact') }
	},
	{
		name: 'a broken import',
		change: [`${FOLDER}/pages.tsx`, "from './list.page'", "from './lists.page'"],
		gate: 'types',
		round: 1,
		asked: ['frontend', 'backend'],
		evidence: { file: `${FOLDER}/pages.tsx`, code: 'TS2307' }
	},
	{
		name: 'wrong SQL in a query',
		change: [`${FOLDER}/repo.ts`, "['t.name', 't.contact'", "['t.nome', 't.contact'"],
		gate: 'tests',
		round: 2,
		only: [`${FOLDER}/api.test.ts`],
		asked: ['backend', 'dba'],
		evidence: { code: 'SQL', message: expect.stringContaining('nome') }
	},
	{
		name: 'wrong SQL in a migration',
		change: ['migrations/0003_customers.sql', 'contact text', 'kontact text'],
		gate: 'tests',
		round: 3,
		only: [`${FOLDER}/api.test.ts`],
		asked: ['dba', 'backend'],
		evidence: { code: 'SQL', message: expect.stringContaining('contact') }
	},
	{
		name: 'a wrong expectation',
		change: [`${FOLDER}/api.test.ts`, 'expect(status).toBe(422);', 'expect(status).toBe(400);'],
		gate: 'tests',
		round: 2,
		only: [`${FOLDER}/api.test.ts`],
		asked: ['backend', 'qa'],
		evidence: {
			code: 'TEST',
			criterion: 'R1.2',
			diff: expect.stringMatching(/400[^]*422/),
			source: expect.stringContaining("test('R1.2")
		}
	},
	{
		name: 'an answer that breaks its contract',
		change: [`${FOLDER}/routes.ts`, 'known(params.id));', 'known(params.id).then((one) => ({ ...one, name: 7 }) as never));'],
		gate: 'tests',
		round: 2,
		only: [`${FOLDER}/api.test.ts`],
		asked: ['backend', 'qa'],
		evidence: {
			message: expect.stringMatching(/\(GET \/api\/customers\/\{id\}\)[^]*contract says: name: [^]*Sent: [^]*Answered: /)
		}
	},
	{
		name: 'a criterion without a test',
		change: [`${FOLDER}/api.test.ts`, "test('R1.4 ", "test('"],
		gate: 'tests',
		round: 4,
		only: [`${FOLDER}/api.test.ts`],
		asked: ['qa', 'backend'],
		evidence: { code: 'UNPROVEN', criterion: 'R1.4', message: expect.stringContaining('No test proves R1.4') }
	}
];

describe('slips are taken to who made them', async () => {
	const { blueprint, files } = await generateApp(CUSTOMER_DASHBOARD);
	const frame = fullstackFrame({ slug: 'app', title: 'App', summary: 'An app.' });
	const tasks = planTasks(blueprint, frame.keys());

	beforeAll(() => {
		rmSync(root, { recursive: true, force: true });
		for (const [path, text] of files) write(path, text);
		// Gates name programs by their path from the project.
		symlinkSync(join(packages, 'node_modules'), join(root, 'node_modules'), 'junction');
	});

	/** Those of a round are planted at once: none hides another, as a table that is missing or a test that fails would. */
	const rounds = [1, 2, 3, 4].map((number) => SLIPS.filter(({ round }) => round === number));
	describe.each(rounds)('$name and what else is found with it', (...slips) => {
		let failures: Failure[] = [];
		beforeAll(async () => {
			const planted = new Map(files);
			for (const {
				change: [path, right, wrong]
			} of slips) {
				const text = planted.get(path) ?? '';
				expect(text).toContain(right);
				planted.set(path, text.replace(right, wrong));
			}
			for (const {
				change: [path]
			} of slips)
				write(path, planted.get(path) ?? '');
			const context: GateContext = {
				container: NativeContainer.at(root),
				files: {
					read: (path: string) => planted.get(path),
					list: (under = '') => [...planted.keys()].filter((path) => path.startsWith(under))
				},
				criteria: blueprint.requirements.flatMap(({ criteria }) => criteria).filter(({ id }) => /^R1\./.test(id)),
				only: slips.flatMap(({ only }) => only ?? []),
				signal: new AbortController().signal,
				progress: () => undefined
			} as unknown as GateContext;
			failures = (await (slips[0]?.gate === 'types' ? typesGate : testsGate)(context)).failures;
			for (const {
				change: [path]
			} of slips)
				write(path, files.get(path) ?? '');
		});

		it.each(slips)('$name', ({ asked, evidence }) => {
			const failure = failures.find((found) => expect.objectContaining(evidence).asymmetricMatch(found));
			// Shown with what was found, when nothing fits.
			expect(failure ?? failures).toMatchObject(evidence);
			expect(failure && askedInTurn(failure).slice(0, 2)).toEqual(asked);
		});
	});

	/** Who is asked one after the other, when nobody changes anything. */
	function askedInTurn(failure: Failure): string[] {
		const known: Asked[] = [];
		for (;;) {
			const facts = { tasks, asked: new Map([[failure.fingerprint, known]]), frozen: frame.keys() };
			const owner = routeFailures([failure], facts).routes[0]?.task;
			if (!owner) return known.map(({ taskId }) => tasks.find(({ id }) => id === taskId)?.role ?? taskId);
			known.push({ taskId: owner.id, hasChanged: false });
		}
	}
});

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}
