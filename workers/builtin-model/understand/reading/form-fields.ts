/** Fields of a form or a record from the words that name them: 'name, e-mail, which kind, how many'. */
import type { Language } from './language';

export type FormFieldType =
	'text' | 'longText' | 'email' | 'phone' | 'number' | 'date' | 'time' | 'choice' | 'choices' | 'tick' | 'photo' | 'rating';
export interface FormField {
	name: string;
	label: string;
	type: FormFieldType;
	required?: boolean;
	options?: string[];
	min?: number;
	max?: number;
	step?: number;
	unit?: string;
	hint?: string;
}

/** What a word makes a field: the first that fits. */
const TYPES: [RegExp, FormFieldType, Partial<FormField>?][] = [
	[/e-?mail|correo|邮箱|电子邮件/i, 'email'],
	[/\bwho leads\b|\bplace\b|\bbreed\b|\bpark\b/i, 'text'],
	[/phone|mobile|telefon|teléfono|handy|móvil|电话|手机/i, 'phone'],
	[
		/message|letter\b|nachricht|mensaje|留言|comment|notes?$|remark|bio\b|about (me|you)|description|beschreibung|descripción|aims|what we do|homework|materials|problem|story|备注/i,
		'longText'
	],
	[/photo|picture|image|foto|imagen|照片|图片/i, 'photo'],
	[
		/how many|how much|number of|quantity|anzahl|menge|cantidad|número de|数量|\bage\b|alter\b|edad|年龄|pieces|weeks\b|persons|guests|people|kilomet|克重|distanc/i,
		'number'
	],
	[/\bdate\b|\bday\b|datum|fecha|日期|birthday|deadline/i, 'date'],
	[/\btime\b|uhrzeit|hora\b|时间/i, 'time'],
	[/yes ?(?:or|\/) ?no|ja\s?(?:\/|oder)\s?nein|sí o no|whether/i, 'tick'],
	[
		/\bkilo|kilometer|weight|gewicht|peso\b|price|preis|precio|价格|rate\b|amount|temperature|distance|desnivel|length|width|height|year\b|年份/i,
		'number'
	],
	[/languages|interests|tags|ingredients|skills|idiomas|intereses/i, 'text', { hint: 'separated by commas' }]
];
const UNITS: [RegExp, string][] = [
	[/distanc|kilomet/i, 'km'],
	[/desnivel|height gain|altitude|elevation/i, 'm'],
	[/weight|克重|gewicht|peso\b/i, 'g'],
	[/temperature|temperatur/i, '°C'],
	[/minutes|minuten|minutos|how long it takes|duration/i, 'min']
];

/** One field from its words; choices come with what they are chosen from. */
export function fieldFrom(words: string, options?: readonly string[]): FormField {
	const said = words
		.replace(/^(?:an?|the|your|their|its|his|her|el|la|los|las|un|una|der|die|das)\s+/i, '')
		.replace(/^which\s+/i, '')
		.replace(/\s+only$/i, '')
		.trim();
	const label = labelOf(said);
	const rule = TYPES.find(([pattern]) => pattern.test(said));
	const unit = UNITS.find(([pattern]) => pattern.test(said))?.[1];
	const type: FormFieldType = options?.length ? 'choice' : (rule?.[1] ?? 'text');
	return {
		name: keyOf(label),
		label,
		type,
		required: type !== 'tick' && type !== 'photo',
		...(options?.length ? { options: [...options] } : {}),
		...(type === 'number' ? { min: /how many|number of|quantity|weeks|pieces|数量|anzahl/i.test(said) ? 1 : 0 } : {}),
		...(unit && type === 'number' ? { unit } : {}),
		...rule?.[2]
	};
}

const SPOKEN: [RegExp, string][] = [
	[/^e-?mail$/i, 'E-mail'],
	[/^how many$/i, 'How many'],
	[/^lunch yes or no$/i, 'Lunch']
];

function labelOf(said: string): string {
	const known = SPOKEN.find(([pattern]) => pattern.test(said))?.[1];
	const plain = said
		.replace(/\s+(?:yes (?:or|\/) no|yes\/no|ja\s?\/\s?nein|ja oder nein|sí o no)$/i, '')
		.replace(/^whether\s+/i, '');
	return known ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** A camelCase key; words without Latin letters get one by what they mean. */
export function keyOf(words: string): string {
	const meaning: [RegExp, string][] = [
		[/姓名|名字|名称/, 'name'],
		[/电话|手机/, 'phone'],
		[/地址/, 'address'],
		[/邮箱/, 'email'],
		[/价格/, 'price'],
		[/产地/, 'origin'],
		[/年份/, 'year'],
		[/克重/, 'weight'],
		[/日期/, 'date'],
		[/数量/, 'quantity'],
		[/留言|备注/, 'message']
	];
	if (/^e-?mail$/i.test(words)) return 'email';
	const known = meaning.find(([pattern]) => pattern.test(words))?.[1];
	if (known) return known;
	const latin = words
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim()
		.split(' ')
		.slice(0, 3);
	const key = latin.map((word, at) => (at ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join('');
	return /^[a-z]/.test(key) ? key : `field${hash(words)}`;
}

const hash = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);

const STANDARD: Record<Language, [string, string, string]> = {
	en: ['Name', 'E-mail', 'Message'],
	de: ['Name', 'E-Mail', 'Nachricht'],
	es: ['Nombre', 'Correo electrónico', 'Mensaje'],
	zh: ['姓名', '邮箱', '留言']
};

/** What a contact form asks when nobody says. */
export const contactFields = (language: Language): FormField[] =>
	STANDARD[language]
		.map((label) => fieldFrom(label))
		.map((field, at) => ({ ...field, name: ['name', 'email', 'message'][at] ?? field.name }));
