import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { areDistinct, clockTime, formField, kebab, listed, picture, slug, words } from '../schemas';
import { example, others } from './example';
import { slugOfResource } from './logic';
import type { BookingParameters } from './parameters';

const weekdays = z.array(z.int().min(0).max(6)).min(1).optional();
const unit = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('hours'), from: clockTime, to: clockTime, weekdays }),
	z.strictObject({ kind: z.literal('slots'), minutes: z.int().min(5).max(480), from: clockTime, to: clockTime, weekdays }),
	z.strictObject({ kind: z.literal('days') }),
	z.strictObject({ kind: z.literal('nights') })
]);

export const entry: BlockEntry<BookingParameters> = {
	name: 'booking',
	line: 'Booking of rooms, things, places or hours: what is free and taken, by the hour, slot, day or night; refuses what is taken, past or too long',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			one: words.max(40),
			all: words.max(40),
			resources: z
				.array(
					z.strictObject({
						slug: slug.optional(),
						name: words.max(60),
						text: words.max(200).optional(),
						picture: picture.optional()
					})
				)
				.min(1)
				.refine((all) => areDistinct(all.map(slugOfResource)), 'two of them have the same name'),
			unit,
			services: z
				.array(z.strictObject({ name: words.max(60), minutes: z.int().min(5).max(480), price: z.number().min(0).optional() }))
				.min(1)
				.optional(),
			most: z.number().positive().optional(),
			price: z.strictObject({ per: z.number().positive(), weekendPercent: z.number().min(0).max(300).optional() }).optional(),
			who: z.enum(['members', 'everybody']),
			fields: z.array(formField),
			people: z.strictObject({ label: words.max(40), most: z.int().min(1) }).optional(),
			places: z.int().min(2).max(500).optional(),
			collection: kebab,
			thanks: words.max(160)
		})
		.refine(({ unit }) => !('from' in unit) || unit.from < unit.to, 'unit.from is before unit.to')
		.refine(({ services, unit }) => !services || unit.kind === 'slots', "services go with the unit 'slots'")
		.refine(({ places, unit }) => !places || unit.kind === 'slots', "places go with the unit 'slots'")
		.refine(
			({ who, fields }) => who === 'members' || fields.length > 0,
			'where everybody may book, a name at least is asked for'
		),
	needs: [],
	criteria,
	example,
	others
};

function criteria(parameters: BookingParameters): { check: string; text: string }[] {
	const { one, all, resources, unit, most, price, who, places, fields, services } = parameters;
	const isByDay = unit.kind === 'days' || unit.kind === 'nights';
	const names = listed(resources.slice(0, 4).map(({ name }) => name));
	const said = { hours: 'hours', slots: 'slots', days: 'days', nights: 'nights' }[unit.kind];
	const hasRange = unit.kind !== 'slots';
	const found: [boolean, string, string][] = [
		[
			isByDay && resources.length > 1,
			'lists-all',
			`When somebody opens the page, it shall list ${resources.length} ${all}, each with a picture and whether it is free or when it is back.`
		],
		[true, 'shows-free-and-taken', `The page shall show for ${names} which ${said} are free and which are taken, without names.`],
		[
			who === 'members',
			'asks-sign-in',
			'If somebody who is not signed in wants to book, the page shall ask them to sign in or make an account.'
		],
		[true, 'books', `When somebody books a ${one} that is free, the page shall confirm it with its time.`],
		[
			!isByDay || fields.some(({ isRequired }) => isRequired) || isByDay,
			'marks-missing',
			'If something that is asked is missing, the page shall mark it and book nothing.'
		],
		[!places, 'refuses-overlap', `If a ${one} is taken at that time, the page shall refuse a second booking.`],
		[resources.length > 1, 'other-resource-free', `While one ${one} is taken, another shall still be free at the same time.`],
		[
			most !== undefined && hasRange,
			'refuses-too-long',
			`If somebody asks for more than ${most ?? 0} ${said} in a row, the page shall refuse it with that number.`
		],
		[true, 'refuses-past', 'If the time is in the past, the page shall refuse it.'],
		[hasRange, 'refuses-wrong-order', 'If the end is not after the beginning, the page shall say so.'],
		[
			Boolean(price) && !services && hasRange,
			'price-by-day',
			`The page shall show the price at once${price?.weekendPercent ? `, ${price.weekendPercent} % more at the weekend` : ''}.`
		],
		[
			Boolean(places),
			'places-fall',
			`When a place is booked, one less of ${places ?? 0} shall be left; none can be booked when all are taken.`
		]
	];
	return found.filter(([is]) => is).map(([, check, text]) => ({ check, text }));
}
