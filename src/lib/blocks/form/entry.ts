import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { formFields, isoDate, kebab, listed, words } from '../schemas';
import { example } from './example';
import type { FormParameters } from './parameters';

/** Registering once for each place is part of what is tested. */
const MOST_TO_FILL = 100;

export const entry: BlockEntry<FormParameters> = {
	name: 'form',
	line: 'A form to send: contact, request, registration with places, newsletter; only the owner reads what is sent',
	frames: ['client', 'site'],
	parameters: z
		.strictObject({
			heading: words.max(90),
			intro: words.max(400).optional(),
			fields: formFields,
			action: words.max(40),
			thanks: words,
			collection: kebab,
			onePer: z.string().optional(),
			taken: words.optional(),
			places: z.strictObject({ total: z.int().min(1), word: words.max(30) }).optional(),
			closesOn: isoDate.optional()
		})
		.refine(
			({ fields, onePer }) => !onePer || fields.some(({ name, isRequired }) => name === onePer && isRequired),
			'onePer is the name of a field with isRequired'
		)
		.refine(
			({ fields }) => fields.some(({ isRequired }) => isRequired),
			'one field or more isRequired: an empty form says nothing'
		)
		.refine(({ fields }) => fields.every(({ name }) => name !== 'places'), "no field is called 'places'"),
	needs: [],
	criteria: ({ heading, fields, action, thanks, onePer, places, closesOn }) => {
		const has = (...kinds: string[]) => fields.filter(({ kind }) => kinds.includes(kind)).map(({ label }) => label);
		const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
		const required = fields.filter(({ isRequired }) => isRequired).map(({ label }) => label);
		const criterion = (isAsked: unknown, check: string, text: string) => (isAsked ? [{ check, text }] : []);
		return [
			...criterion(
				true,
				'refuses-empty',
				`If "${heading}" is sent empty, the page shall mark ${listed(required)} with what is missing, and send nothing.`
			),
			...criterion(
				has('email').length,
				'refuses-email',
				`If ${listed(has('email'))} is no e-mail address, the page shall say so beside the field and send nothing.`
			),
			...criterion(
				has('phone').length,
				'refuses-phone',
				`If ${listed(has('phone'))} is no phone number, the page shall say so beside the field and send nothing.`
			),
			...criterion(
				has('number', 'money').length,
				'refuses-number',
				`If ${listed(has('number', 'money'))} is a word, the page shall ask for a number beside the field and send nothing.`
			),
			...criterion(
				true,
				'thanks',
				`When somebody chooses "${action}" with all that is asked for, the page shall say "${thanks}".`
			),
			...criterion(
				onePer,
				'refuses-twice',
				`If the same ${labelOf(onePer ?? '')} is sent again, in capitals too, the page shall refuse it and say so.`
			),
			...criterion(
				places,
				'places-fall',
				`When somebody has sent "${heading}", one of ${places?.total} ${places?.word} less shall be left, after a reload too.`
			),
			...criterion(
				places && places.total <= MOST_TO_FILL,
				'closes-when-full',
				`When all ${places?.total} ${places?.word} are taken, the page shall say so and take no more.`
			),
			...criterion(closesOn, 'closes-on', `After ${closesOn} the page shall take no more of "${heading}".`),
			...criterion(
				has('text', 'longText', 'email').length,
				'keeps-private',
				`The page shall show nobody what others have sent with "${heading}".`
			)
		];
	},
	example
};
