/** Fields, pictures and items as blocks take them. */
import { pictureName } from '../content/pictures';
import type { FormField } from '../reading/form-fields';
import type { Item } from './part-values';

/** Plain data for a block. */
export type Parameters = Record<string, unknown>;

/** A picture that blocks draw. */
export const picture = (label: string, symbol: string | undefined) => ({
	label,
	icon: symbol === undefined ? undefined : pictureName(symbol)
});

/** A field as forms take it. */
export function formField(field: FormField): Parameters {
	const kinds: Record<FormField['type'], string> = {
		text: 'text',
		longText: 'longText',
		email: 'email',
		phone: 'phone',
		number: 'number',
		date: 'date',
		time: 'time',
		choice: 'choice',
		choices: 'choice',
		tick: 'check',
		photo: 'text',
		rating: 'number'
	};
	const { name, label, options, hint, min, max, unit } = field;
	const isChoice = kinds[field.type] === 'choice' && (options?.length ?? 0) > 1;
	return {
		name,
		label,
		kind: kinds[field.type] === 'choice' && !isChoice ? 'text' : kinds[field.type],
		isRequired: field.required,
		options: isChoice ? options : undefined,
		hint,
		min,
		max,
		unit
	};
}
/** A field as records have it. */
export function recordField(field: FormField): Parameters {
	const { name, label, kind, options, unit } = formField(field) as {
		name: string;
		label: string;
		kind: string;
		options?: string[];
		unit?: string;
	};
	return { name, label, kind: /languages|interests|ingredients/i.test(name) ? 'list' : kind, options, unit };
}

/** An item with what it has. */
export const item = ({ title, text, symbol, facts }: Item): Parameters => ({
	title,
	text: text || undefined,
	picture: symbol ? picture(title, symbol) : undefined,
	facts: facts?.length ? facts : undefined
});
