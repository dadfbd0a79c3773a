import { describe, expect, it } from 'vitest';
import type { ChangePlanInput } from '../../../src/lib/domain/change-plan';
import { sha256 } from '../../../src/lib/domain/sha256';
import { foldEvents } from '../../../src/lib/log/reducer';
import { undoRequest } from '../../../src/lib/team/changes/undo-request';
import { writeTracked } from '../../../src/lib/team/conductor/tracked-files';
import { filesOf, firstRun, team, wish } from '../support/change-team';
import { tipsBlueprint } from '../support/tips-blueprint';

const ROUTES = 'src/features/tips/routes.ts';
const lines = (...changed: [number, string][]) => {
	const text = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`);
	for (const [at, line] of changed) text[at - 1] = line;
	return `${text.join('\n')}\n`;
};
const plan = (id: string, text: string): ChangePlanInput => ({
	kind: 'change',
	reply: text,
	blueprint: { set: { requirements: [{ id, text, criteria: [{ id: `${id}.1`, text }] }] } },
	steps: [{ title: text, role: 'backend', what: text, files: [ROUTES, 'src/features/tips/more.ts'] }]
});

/** An app with two changes: one of line 2 that adds a file, one of line 10. */
async function twice() {
	const { options } = team(tipsBlueprint, {
		plans: [plan('R4', 'Rate.'), plan('R5', 'Count.')],
		write: {
			'api:tips': { [ROUTES]: lines() },
			'change-2/1': { [ROUTES]: lines([2, 'rated']), 'src/features/tips/more.ts': 'more\n' },
			'change-3/1': { [ROUTES]: lines([2, 'rated'], [10, 'counted']) }
		}
	});
	const first = await firstRun(options);
	const texts = new Map<string, string>();
	const note = async () => {
		for (const text of Object.values(filesOf(first.workspace))) texts.set(await sha256(text), text);
	};
	await note();
	const before = filesOf(first.workspace);
	await wish(options, first, 'Rate the tips').conductor.run();
	await note();
	const between = filesOf(first.workspace);
	const { conductor, log, workspace } = wish(options, first, 'Count the tips');
	await conductor.run();
	await note();
	const places = { runId: 'run-1', workspace, append: (draft: never) => log.append(draft) };
	const undo = async (requestId: string) => {
		const state = foldEvents(await log.read('run-1'));
		return undoRequest(requestId, { ...places, state, texts, authorBefore: () => 'backend-1' } as never);
	};
	const edit = (content: string) => writeTracked(places as never, { path: ROUTES, content, by: 'user' });
	const state = async () => foldEvents(await log.read('run-1'));
	return { before, between, workspace, undo, edit, state };
}

describe('taking back what a request changed', () => {
	it('makes all files and the blueprint what they were', async () => {
		const { between, before, workspace, undo, state } = await twice();
		expect((await undo('request-3')).map(({ path }) => path)).toEqual(['docs/requirements.md', ROUTES]);
		expect(filesOf(workspace)).toEqual(between);
		await undo('request-2');
		expect(filesOf(workspace)).toEqual(before);
		const { requests, requirements, files } = await state();
		expect(requests.map(({ status }) => status)).toEqual(['done', 'undone', 'undone']);
		expect(requirements.map(({ id }) => id)).toEqual(['R1', 'R2', 'R3']);
		expect(files['src/features/tips/more.ts']).toBeUndefined();
		expect(files[ROUTES]?.by).toBe('backend-1');
	});

	it('keeps what later requests, and hands, changed elsewhere', async () => {
		const { workspace, undo, edit, state } = await twice();
		await edit(lines([2, 'rated'], [10, 'counted'], [12, 'by hand']));
		await undo('request-2');
		expect(workspace.read(ROUTES)).toBe(lines([10, 'counted'], [12, 'by hand']));
		const { requests, requirements } = await state();
		expect(requests[1]).toMatchObject({ status: 'undone', conflicts: [] });
		expect(requirements.map(({ id }) => id)).toEqual(['R1', 'R2', 'R3', 'R5']);
	});

	it('leaves a file that was changed in the same place, and names it', async () => {
		const { workspace, undo, edit, state } = await twice();
		const mine = lines([2, 'rated by hand'], [10, 'counted']);
		await edit(mine);
		await undo('request-2');
		expect(workspace.read(ROUTES)).toBe(mine);
		expect(workspace.read('src/features/tips/more.ts')).toBeUndefined();
		expect((await state()).requests[1]?.conflicts).toEqual([ROUTES]);
	});

	it('is done once, and of a request that there is', async () => {
		const { undo } = await twice();
		await undo('request-3');
		await expect(undo('request-3')).rejects.toMatchObject({ code: 'REQUEST_UNKNOWN' });
		await expect(undo('request-9')).rejects.toMatchObject({ code: 'REQUEST_UNKNOWN' });
	});
});
