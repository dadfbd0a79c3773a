import type { CriterionStatus, RunState } from '../../log/state';
import type { CriterionView, Word } from './run-view';

/** The acceptance criteria as the log knows them; what was not understood is one of its own. */
export function criteriaOf(state: RunState): CriterionView[] {
	const words: Record<CriterionStatus, Word> = {
		open: { text: 'open', tone: '' },
		building: { text: 'building', tone: 'busy' },
		built: { text: 'built', tone: '' },
		proven: { text: 'proven', tone: 'ok' },
		failing: { text: 'failing', tone: 'bad' }
	};
	return state.requirements.flatMap((requirement): CriterionView[] => {
		if (requirement.status === 'not-understood')
			return [
				{
					id: requirement.id,
					text: requirement.text,
					word: { text: 'not understood', tone: 'warn' },
					isProven: false,
					isPlanned: false
				}
			];
		return requirement.criteria.map(({ id, text }) => {
			const status = requirement.criteriaStatus[id] ?? 'open';
			return { id, text, word: words[status], isProven: status === 'proven', isPlanned: true };
		});
	});
}
