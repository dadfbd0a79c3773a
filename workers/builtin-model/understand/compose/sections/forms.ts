/** Forms that a text asks for: contact, commission, registration with places, waiting list, call back. */
import { contactFields, fieldFrom, type FormField } from '../../reading/form-fields';
import { itemsOf, listsOf } from '../../reading/lists';
import { countOf } from '../../reading/numbers';
import type { Context } from '../context';
import { part, type Part } from '../parts';
import { capital } from '../phrases';

type FormKind = 'contact' | 'request' | 'registration' | 'waiting-list' | 'newsletter' | 'volunteer';

const FORMS: [FormKind, RegExp][] = [
	['waiting-list', /\bwaiting list\b|\bwait ?list\b|\bnotify me\b|\bwarteliste\b|\blista de espera\b|候补名单|等候名单/i],
	['newsletter', /\bnewsletter\b(?! pop)|\bmailing list\b|订阅/i],
	['volunteer', /\bvolunteer sign-?up\b|\bsign-?up form\b/i],
	[
		'registration',
		/\bregistration \(|\bregistration form\b|\bregister(?:ing)? for\b|\brsvp\b|\banmeldeformular\b|\bformulario de inscripción\b|报名/i
	],
	[
		'request',
		/\b(commission|quote|quotation|enquiry|inquiry|order|booking|table|appointment)(?: request)? form\b|\brequest form\b|\banfrageformular\b/i
	],
	['contact', /\bcontact(?: us)?(?: form)?\b|\bform\b|\bkontakt(?:formular)?\b|\bcontacto\b|联系|留言/i]
];
const NO_FORM = /\bno (?:contact )?form\b|\bno newsletter\b/i;

/** The forms in the order they are asked for. */
export function formsOf(context: Context): { kind: FormKind; part: Part; title: string }[] {
	const found: { kind: FormKind; part: Part; title: string; at: number }[] = [];
	for (const [kind, words] of FORMS) {
		const lines = context.lines.filter((sentence) => words.test(sentence) && !NO_FORM.test(sentence));
		const line = lines.find((sentence) => /\bform\b|formular\w*|message|nachricht|mensaje/i.test(sentence)) ?? lines[0];
		if (line === undefined) continue;
		// 'sign-up form' is a form of another kind.
		if (kind === 'contact' && found.length > 0 && !/\bcontact\b|kontakt|contacto|联系/i.test(line)) continue;
		const fields = fieldsOf(kind, line, words, context);
		const at = context.text.search(words);
		found.push({ kind, at, ...made(kind, fields, line, words, context) });
	}
	return found.sort((one, other) => one.at - other.at).map(({ kind, part: form, title }) => ({ kind, part: form, title }));
}

function made(kind: FormKind, fields: FormField[], line: string, words: RegExp, context: Context): { part: Part; title: string } {
	const { words: say, language } = context;
	const isList = kind === 'waiting-list' || kind === 'newsletter';
	const asked = capital(
		words
			.exec(line)?.[0]
			.replace(/\s*\($/, '')
			.replace(/ form$/i, '') ?? ''
	);
	const title =
		kind === 'contact'
			? say.contact
			: kind === 'registration'
				? say.registration
				: kind === 'request' && language === 'en'
					? asked
					: isList && language === 'en'
						? asked
						: kind === 'volunteer'
							? 'Volunteer sign-up'
							: say.contact;
	const places = kind === 'registration' ? placesOf(context) : undefined;
	return {
		title,
		part: part(
			'form',
			{
				title: kind === 'contact' ? say.writeTo : title,
				fields,
				action: isList ? say.join : say.send,
				thanks: isList ? say.joined : kind === 'registration' ? say.registered : say.thanks,
				collection: {
					contact: 'messages',
					request: 'requests',
					registration: 'registrations',
					'waiting-list': 'waiting-list',
					newsletter: 'newsletter',
					volunteer: 'volunteers'
				}[kind],
				...(isList ? { onePer: 'email', taken: say.taken } : {}),
				...(places === undefined ? {} : { places })
			},
			[
				line,
				...context.lines.filter(
					(sentence) => places !== undefined && /\bplaces?\b|\blimited to\b|\bPlätze\b|\bplazas\b/i.test(sentence)
				)
			]
		)
	};
}

/** 'Attendance is limited to 60 persons'. */
function placesOf({ text }: Context): number | undefined {
	const limited =
		/\b(?:limited to|at most|maximum(?: of)?|höchstens|máximo(?: de)?|up to|only)\s+(\d+)\s*(?:persons?|people|guests?|places?|participants?|seats?|Personen|Plätze|personas|plazas)/i.exec(
			text
		)?.[1];
	return limited
		? Number(limited)
		: /\bremaining places\b|\bplaces left\b/i.test(text)
			? (countOf(text, 'places|persons|seats')?.count ?? 40)
			: undefined;
}

function fieldsOf(kind: FormKind, line: string, words: RegExp, context: Context): FormField[] {
	if (kind === 'waiting-list' || kind === 'newsletter')
		return [
			{
				...fieldFrom(context.language === 'zh' ? '邮箱' : context.language === 'es' ? 'Correo electrónico' : 'E-mail'),
				name: 'email'
			}
		];
	const named = namedFields(line, words);
	if (named.length === 0) return contactFields(context.language);
	return named.map((item) => {
		const options = /^(?:which )?(kind|type|sort)\b/i.test(item) ? optionsNamed(context) : [];
		return fieldFrom(item, options);
	});
}

/** The words after 'form takes', 'form with', or in brackets behind it. */
function namedFields(line: string, words: RegExp): string[] {
	const match = words.exec(line);
	if (!match) return [];
	const after = line.slice(match.index + match[0].length).replace(/^\s*form\b/i, '');
	const bracket = /^[^(.;:]{0,20}\(([^)]+)\)/.exec(line.slice(match.index + match[0].replace(/\($/, '').length))?.[1];
	const open =
		/^\s*(?:,?\s*(?:which|that)\s+)?(?:takes|asks(?: for)?|with|has|having|needs|:|collects|mit|con|fragt nach|pide)\s+([^.;:(]+)/i.exec(
			after
		)?.[1];
	const list = bracket ?? open;
	if (!list) return [];
	const whole = list.replace(/\b(yes) (?:or|\/) (no)\b/gi, '$1/$2').replace(/\b(ja) oder (nein)\b/gi, '$1/$2');
	return itemsOf(whole.replace(/(yes|ja)\/(no|nein)/gi, '$1_$2'))
		.map((item) => item.replace('_', '/'))
		.filter(
			(item) =>
				item.split(/\s+/).length <= 5 &&
				!/^(?:form|address|map)$/i.test(item) &&
				!/\b(?:whose|which(?! (?:kind|type|sort)\b)|that|can|must)\b/i.test(item)
		);
}

/** What 'which kind' can be: the groups that the text names. */
function optionsNamed(context: Context): string[] {
	const lists = context.lines
		.flatMap(listsOf)
		.filter((list) => list.items.every((item) => item.split(' ').length <= 2) && !/form|request|registration/i.test(list.head));
	return lists[0]?.items ?? [];
}
