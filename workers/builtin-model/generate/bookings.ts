/** What one party at a time can have, a doctor's hour or a pitch for some nights: the database refuses the second. */
import type { Blueprint, Entity, Field } from '../../../src/lib/domain/blueprint';
import { columnOf, entityNamed, namesOf, snake } from './names';
import { startField, stateField } from './specials';

const BOOKED = /appointment|booking|reservation|rental|lesson/;
/** Who comes and what is done: the same ones may be booked at once. */
const COMERS = /^(user|client|customer|patient|guest|member|owner|dog|pet|person|service|project|company)$/;
const FIRST_DAY = /^(arrival|checkIn|startDate|startsOn|fromDate|from|pickup|start)/;
const LAST_DAY = /^(departure|checkOut|endDate|endsOn|untilDate|until|toDate|return|end)/;

export interface Booking {
	/** What is taken; undefined: the one calendar there is. */
	resource?: Field | undefined;
	from: Field;
	/** `minutes` after the start, or the day on which it is free again. */
	length: { minutes: Field } | { until: Field };
	cancelled?: { state: Field; option: string } | undefined;
}

/** How an entity books something, if it does. */
export function bookingOf(entity: Entity): Booking | undefined {
	if (!BOOKED.test(entity.name)) return undefined;
	const references = entity.fields.filter((field) => field.type === 'reference' && !COMERS.test(field.reference ?? ''));
	const state = stateField(entity);
	const option = state?.options?.find((candidate) => /^cancell?ed$/.test(candidate));
	const shared = { resource: references[0], cancelled: state && option ? { state, option } : undefined };
	const start = startField(entity);
	const minutes = entity.fields.find((field) => field.type === 'integer' && /^(minutes|duration)/.test(field.name));
	if (start?.required && minutes?.required) return { ...shared, from: start, length: { minutes } };
	const day = (words: RegExp) => entity.fields.find((field) => field.type === 'date' && field.required && words.test(field.name));
	const [from, until] = [day(FIRST_DAY), day(LAST_DAY)];
	return from && until && from !== until ? { ...shared, from, length: { until } } : undefined;
}

/**
 * Constraints of the table. Ranges of built-in types only: the id as a range of one, wider than any id, spares the extension btree_gist, and
 * UTC times make the expression immutable, which an index needs.
 */
export function bookingConstraints(entity: Entity): string[] {
	const booking = bookingOf(entity);
	if (!booking) return [];
	const { table } = namesOf(entity);
	const { resource, from, length, cancelled } = booking;
	const start = columnOf(from);
	const id = resource && columnOf(resource);
	const time =
		'until' in length
			? `daterange(${start}, ${columnOf(length.until)})`
			: `tsrange(${start} at time zone 'UTC', ${start} at time zone 'UTC' + ${columnOf(length.minutes)} * interval '1 minute')`;
	const parts = [...(id ? [`int8range(${id}, ${id}, '[]') with &&`] : []), `${time} with &&`];
	const only = [
		...(cancelled ? [`${columnOf(cancelled.state)} <> '${cancelled.option}'`] : []),
		...(id && !resource.required ? [`${id} is not null`] : [])
	];
	const days =
		'until' in length
			? [`  constraint ${table}_${snake(length.until.name)}_check check (${columnOf(length.until)} > ${start})`]
			: [];
	return [
		...days,
		`  constraint ${table}_taken exclude using gist (${parts.join(', ')})${only.length ? ` where (${only.join(' and ')})` : ''}`
	];
}

/** Places of the example data, as code by field name: each record has one of its own. */
export function bookingDemo(entity: Entity): Record<string, string> {
	const booking = bookingOf(entity);
	if (!booking) return {};
	const { from, length } = booking;
	if ('until' in length) return { [from.name]: 'demo.slotDay(i)', [length.until.name]: 'demo.slotDay(i, 2)' };
	const { min = 15, max = 60 } = length.minutes;
	const minutes = [15, 30, 45, 60].filter((number) => number >= min && number <= max);
	return { [from.name]: 'demo.slotTime(i)', [length.minutes.name]: `demo.pick([${minutes.length ? minutes.join(', ') : min}])` };
}

/** What a person calls that which is taken. */
export function takenName(blueprint: Blueprint, entity: Entity): string | undefined {
	const resource = entityNamed(blueprint, bookingOf(entity)?.resource?.reference);
	return resource && namesOf(resource).one;
}
