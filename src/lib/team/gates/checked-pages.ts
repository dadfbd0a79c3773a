import type { Feature } from '../../domain/blueprint';
import { openRequest } from '../../log/fold/requests';
import type { RunState } from '../../log/state';
import { frameOf } from '../../frames';

/** The pages that are opened to see whether the app works. */

export interface CheckedPage {
	route: string;
	feature?: string;
}

/** All pages of the app; for a change that stays within features of its own, theirs, and the first page, which shows all that every page needs. */
export function checkedPages(state: Pick<RunState, 'blueprint' | 'requests'>): CheckedPage[] {
	const features = state.blueprint?.features ?? [];
	const request = openRequest(state);
	const changed = request?.plan ? Object.keys(request.files) : [];
	const touched = changed.length ? touchedBy(changed, features, state) : undefined;
	const pages = new Map<string, CheckedPage>([['/', { route: '/' }]]);
	for (const { name, pages: own } of touched ?? features)
		for (const { route } of own) if (!/[:{[]/.test(route)) pages.set(route, { route, feature: name });
	return [...pages.values()];
}

/** Files that no page shows. */
const UNSEEN = /^(?:docs|migrations)\/|\.test\.tsx?$|\.md$/;

/** The features whose files these are; undefined where one may be of any. */
function touchedBy(
	paths: readonly string[],
	features: readonly Feature[],
	{ blueprint }: Pick<RunState, 'blueprint'>
): Feature[] | undefined {
	const { placesOf } = frameOf(blueprint);
	const shown = paths.filter((path) => !UNSEEN.test(path));
	const owners = shown.map((path) => features.find((feature) => placesOf(feature).some((place) => path.startsWith(place))));
	if (owners.some((owner) => owner === undefined)) return undefined;
	const names = new Set(owners.map((owner) => owner?.name));
	// Who builds on a feature shows it, too.
	return features.filter(({ name, needs }) => names.has(name) || needs.some((need) => names.has(need)));
}
