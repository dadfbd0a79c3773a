/** Of which entity a phrase names a field, and what is said where that is not clear. */
import type { Entity } from '../../../src/lib/domain/blueprint';
import type { Intent, ReadContext } from './intents';
import { bare, entityCalled, fieldCalled, placesOf } from './look-up';

/** 'the phone of customers', "customers' phone", 'customer phone': the entity, and what is said of it. */
export function ownerIn(phrase: string, { blueprint }: ReadContext): { entity: Entity; rest: string } | undefined {
	const of = /^(.+?)\s+(?:of|in|on|for|from)\s+(.+)$/i.exec(phrase);
	const behind = of && entityCalled(of[2] ?? '', blueprint);
	if (behind) return { entity: behind, rest: of[1] ?? '' };
	const words = bare(phrase).split(/\s+/);
	for (const count of [2, 1]) {
		const entity =
			words.length > count
				? entityCalled(
						words
							.slice(0, count)
							.join(' ')
							.replace(/[’']s?$/, ''),
						blueprint
					)
				: undefined;
		const rest = words.slice(count).join(' ');
		if (entity && fieldCalled(rest, entity)) return { entity, rest };
	}
	return undefined;
}

/** Says of several places that it must be told which one is meant. */
export function onePlace(
	phrase: string,
	quote: string,
	{ blueprint, last }: ReadContext,
	make: (place: ReturnType<typeof placesOf>[number]) => Intent
): Intent[] | undefined {
	const places = placesOf(phrase, blueprint, last);
	if (places.length > 1) {
		const names = places.map(({ entity }) => entity.pluralLabel.toLowerCase() || entity.plural).join(', ');
		return [{ do: 'refuse', quote, why: `“${bare(phrase)}” is a field of several: ${names}; say of which` }];
	}
	return places.map(make).slice(0, 1).length ? places.map(make) : undefined;
}
