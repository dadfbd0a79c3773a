import type { Blueprint } from '../../domain/blueprint';

/** The blueprint's journeys as code can play them: who goes where, and which control they press there. */

export interface JourneyStop {
	/** A role of the app. */
	role: string;
	route: string;
	/** The accessible name of a control to press there. */
	press?: string;
	/** As in 'J1 "Suggest a book": member suggests a book'. */
	said: string;
	feature?: string;
}

/** Words in quotation marks of any kind: the name of what is pressed. */
const QUOTED = /["“„«](.{1,60}?)["”“»]/;
const PRESSES = /\b(?:press|click|choose|tap|select|open)(?:e?s)?\b/i;

/**
 * Stops in the order of the journeys. A target is a route, or the title of a page; a step with neither, and no control by name, is left to
 * the tests. Going to the same page again as the same role is left out.
 */
export function stopsOf({ journeys, features }: Pick<Blueprint, 'journeys' | 'features'>): JourneyStop[] {
	const pages = features.flatMap(({ name, pages }) => pages.map((page) => ({ ...page, feature: name })));
	const pageOf = (target: string) =>
		pages.find(({ route }) => route === target) ??
		pages.find(({ title, route }) => isPlain(route) && title.toLowerCase() === target.trim().toLowerCase());
	const stops: JourneyStop[] = [];
	const seen = new Set<string>();
	for (const { id, title, steps } of journeys) {
		let last: JourneyStop | undefined;
		for (const { role, action, target } of steps) {
			const page = pageOf(target);
			const route = page?.route ?? (target.startsWith('/') ? target : last?.role === role ? last.route : undefined);
			if (!route || !isPlain(route)) continue;
			const press = PRESSES.test(action) ? QUOTED.exec(action)?.[1]?.trim() : undefined;
			const feature = page?.feature ?? last?.feature;
			const stop: JourneyStop = { role, route, said: `${id} "${title}": ${role} ${action}`, ...(press ? { press } : {}) };
			last = feature ? { ...stop, feature } : stop;
			const key = `${role} ${route} ${press ?? ''}`;
			if (seen.has(key)) continue;
			seen.add(key);
			stops.push(last);
		}
	}
	return stops;
}

/** A route that can be opened as it is. */
function isPlain(route: string): boolean {
	return !/[:{[*]/.test(route);
}
