import type { BudgetLimits } from '../../domain/budget';
import type { LiveRun } from './live-run';
import type { SavedConversations } from './saved-conversations';

/** What a run that is taken up again needs before it goes on. */

/**
 * What was at work when the tab went goes on with its conversation, or starts again where none is kept. Repairs without one are dropped,
 * since the gates will ask again.
 */
export async function recoverTasks(run: LiveRun, saved: Pick<SavedConversations, 'of'>): Promise<void> {
	const why = 'The tab was closed meanwhile.';
	for (const { id, kind, status } of run.state.tasks) {
		const isOpen = status === 'waiting' || status === 'running';
		if (kind === 'fix' && isOpen && !(await saved.of(id))) await run.write.skipTask(id, why);
		else if (status === 'running') await run.write.failTask(id, { code: 'AGENT_LOST', message: why, willRetry: true });
	}
}

/** The person may have chosen another model or other limits since the run was begun. */
export async function takeSettings(
	run: LiveRun,
	{ model, budget }: { model: string; budget?: Partial<BudgetLimits> }
): Promise<void> {
	if (model !== run.state.model) await run.write.emit('model.changed', { model }, { from: 'user' });
	const { settings } = run.state.budget;
	const limits = { ...settings, ...budget };
	const isSame = Object.entries(limits).every(([name, value]) => settings[name as keyof BudgetLimits] === value);
	if (isSame) return;
	await run.write.emit('budget.changed', { limits, reason: 'As set in Settings.', isFromSettings: true }, { from: 'user' });
}
