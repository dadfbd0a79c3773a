import { changePlanSchema, type ChangePlanInput } from '../../src/lib/domain/change-plan';
import type { RunEvent } from '../../src/lib/domain/events';
import { ENDED_RUN, RUN, withEvent } from './open-project';

/** Requests after the recorded run, as drafts of events. */

export type Draft = Parameters<typeof withEvent>[1];
export const withEvents = (events: readonly RunEvent[], ...drafts: readonly Draft[]): readonly RunEvent[] =>
	drafts.reduce(withEvent, events);

export const asked = (text: string, extra: object = {}, requestId = 'request-2'): Draft => ({
	...{ topic: 'request.opened', from: 'user' },
	payload: { requestId, text, ...extra }
});
export const planned = (plan: ChangePlanInput, requestId = 'request-2'): Draft => ({
	...{ topic: 'request.planned', from: 'architect-1' },
	payload: { requestId, plan: changePlanSchema.parse(plan) }
});
export const CHANGE: ChangePlanInput = {
	kind: 'change',
	reply: 'Tips get a rating. That touches their server and page.',
	notBuilt: ['and a parrot'],
	blueprint: {
		set: { requirements: [{ id: 'R9', text: 'The app shall rate tips.', criteria: [{ id: 'R9.1', text: 'A tip is rated.' }] }] }
	},
	steps: [{ title: 'Serve ratings', role: 'backend', what: 'Add rating.', files: ['src/routes/tips.ts'] }]
};
export const approved: Draft = { topic: 'plan.approved', payload: {} };
const plannedTasks = RUN.find((event) => event.topic === 'plan.patched')?.payload.tasks ?? [];
/** The change's one task is taken up by a backend agent. */
export const atWork: readonly Draft[] = [
	{
		topic: 'plan.patched',
		payload: {
			tasks: [
				...plannedTasks,
				{
					...{ id: 'change-2/1', title: 'Serve ratings', role: 'backend', kind: 'change', request: 'request-2' },
					...{ needs: [], publishes: [], writes: [] }
				}
			]
		}
	},
	{ topic: 'task.claimed', taskId: 'change-2/1', payload: { agent: 'backend-1', role: 'backend' } }
];
export const wrote = (path: string, { added = 9, removed = 2 } = {}): Draft => ({
	...{ topic: 'artifact.published', from: 'backend-1', taskId: 'change-2/1' },
	payload: { name: `file:${path}`, kind: 'file', path, added, removed }
});
export const finished = (outcome: 'done' | 'incomplete' | 'failed' = 'done', summary = 'All 42 tests pass'): Draft => ({
	topic: 'run.finished',
	payload: { outcome, summary }
});
/** A change that is being worked on, with these files. */
export const changing = (...paths: readonly string[]): readonly RunEvent[] =>
	withEvents(
		ENDED_RUN,
		asked('Rate the tips, and a parrot'),
		planned(CHANGE),
		approved,
		...atWork,
		...paths.map((path) => wrote(path))
	);
