/** Ways through the finished app that somebody takes. */
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { namesOf } from '../generate/names';

export function journeysOf(draft: Blueprint, charts: unknown[]) {
	const role = draft.roles.find(({ permissions }) => permissions.includes('*:write'))?.name ?? 'admin';
	const first = draft.entities.find((entity) => entity.ownedBy === null);
	const journeys = [];
	if (first) {
		const { all, one } = namesOf(first);
		journeys.push({
			id: 'J1',
			title: `Look up a ${one}`,
			steps: [
				{ role, action: 'sign in' },
				{ role, action: 'open', target: all },
				{ role, action: 'search', target: all },
				{ role, action: 'open', target: one }
			]
		});
	}
	if (charts.length)
		journeys.push({
			id: 'J2',
			title: 'Read the figures',
			steps: [
				{ role, action: 'sign in' },
				{ role, action: 'open', target: 'Dashboard' }
			]
		});
	return journeys;
}
