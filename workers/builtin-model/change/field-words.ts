/** New fields from the words that name them: their type, whether they are asked for, what they may be. */
import type { Blueprint, Field, FieldType } from '../../../src/lib/domain/blueprint';
import { camel, sentence } from '../generate/names';
import { TAKEN_NAMES } from '../understand/entities';
import { FIELD_WORDS, NOT_BUILT } from '../understand/lexicon';
import { partsOf, valuesOf } from './list-parts';
import { bare, entityCalled, singular } from './look-up';

export interface ReadFields {
	fields: Field[];
	/** Items that are no field, in the person's words. */
	left: string[];
}

/** 'a VAT number and a mandatory email': each item as a field, or left. */
export function fieldsFrom(list: string, blueprint: Blueprint): ReadFields {
	const read: ReadFields = { fields: [], left: [] };
	for (const item of partsOf(withOptions(list))) {
		const field = fieldFrom(item, blueprint);
		if (field) read.fields.push(field);
		else read.left.push(item);
	}
	return read;
}

/** 'a size with S, M and L' is one field: its values go into brackets. */
function withOptions(list: string): string {
	const boxed =
		/^((?:an?\s+|the\s+)?(?:new\s+)?(?:.*?\b(?:field|drop-?down|select|choice|enum|column)\b.*?))\s+with\s+([^()]+)$/i.exec(list);
	if (boxed && valuesOf(boxed[2] ?? '').length > 1) return `${boxed[1] ?? ''} (${boxed[2] ?? ''})`;
	return list.replace(
		/^((?:[^,()]|\([^)]*\))+?)\s*(?:,?\s+(?:which|that)\s+(?:can|may|should)\s+be|\s+with(?:\s+the)?\s+(?:options?|values?|choices?)(?:\s+of)?:?|\s+being one of|\s+(?:can|may)\s+be|:)\s+(?:either\s+)?([^()]+)$/i,
		(whole, head: string, values: string) => (valuesOf(values).length > 1 ? `${head} (${values})` : whole)
	);
}

/** A field from its words; undefined where they name none. */
export function fieldFrom(words: string, blueprint: Blueprint): Field | undefined {
	const marks = marksIn(words);
	const { said } = marks;
	if (!said || !IS_NAME.test(said) || said.split(/\s+/).length > 5 || isMore(words, said)) return undefined;
	// 'Notes' are a text; 'a note' may point to one of the notes.
	const isOne = singular(said) === said;
	const target = marks.type || marks.options.length || !isOne ? undefined : entityCalled(said, blueprint);
	const type: FieldType = marks.options.length ? 'enum' : target ? 'reference' : (marks.type ?? typeOf(said).type);
	const spoken = LABELS.find(([pattern]) => pattern.test(said));
	const label = spoken?.[1] ?? sentence(marks.label);
	const name = spoken?.[2] ?? nameOf(target ? target.name.replace(/-/g, ' ') : said);
	if (!name) return undefined;
	const { min, max, options } = marks.type || marks.options.length ? {} : typeOf(said);
	return {
		name,
		label,
		type,
		required: marks.required,
		unique: marks.unique,
		...(type === 'enum' ? { options: marks.options.length ? marks.options : (options ?? ['yes', 'no']) } : {}),
		...(target && type === 'reference' ? { reference: target.name } : {}),
		...(type === 'integer' ? { min: min ?? 0, max: max ?? 100_000 } : {})
	};
}

/** Letters first; a question, a figure or a sentence names no field. */
const IS_NAME = /^\p{L}[\p{L}\p{N} .'’&/#%€$-]{0,60}$/u;
/** What is more than a value: parts of apps and things that they do. */
const MORE =
	/\b(?:buttons?|pages?|lists?|filters?|filtering|search|sort(?:ing)?|exports?|imports?|charts?|graphs?|diagrams?|log-?ins?|calendars?|boards?|views?|maps?|reminders?|notifications?|histor(?:y|ies)|logs?|dashboards?|reports?|statistics|pdf|print(?:ing|out)?|uploads?|attachments?|animations?|menu|sections?|modes?|roles?|users?|popups?|footer|header|banner|slider|carousel|checklists?|validation|permissions?|rights|back-?ups?|integration|api|timeline|bulk|app|feature|that|which|who|whose|when|if|so|because|where|each|every|should|can|must|will|is|are|was|be|automatically|calculated?|computed|multiple|several|many|more than one)\b/i;
const isMore = (words: string, said: string) =>
	MORE.test(said.replace(/\b(?:user name|username|user id|list price|page count|number of pages|log ?in name)\b/i, '')) ||
	NOT_BUILT.some(
		(pattern) =>
			pattern.test(words.replace(/\(.*/, '')) &&
			!/\b(?:payment|score|level|map|language)s?(?: (?:date|method|terms?|number|type))?$/i.test(said)
	);

interface Marks {
	/** Lower case, without marks. */
	said: string;
	/** As the person writes it. */
	label: string;
	required: boolean;
	unique: boolean;
	type: FieldType | undefined;
	options: string[];
}

const TYPE_WORDS: [RegExp, FieldType][] = [
	[/\b(?:yes\s*(?:\/|or|-)\s*no|check ?box|tick ?box|toggle|switch|boolean|flag)\b/i, 'boolean'],
	[/\b(?:date and time|date ?time|timestamp)\b/i, 'dateTime'],
	[/\b(?:date|day)\b/i, 'date'],
	[/\b(?:whole numbers?|integers?|numbers?|numeric|counts?)\b/i, 'integer'],
	[/\b(?:decimals?|float|fraction|percent(?:age)?)\b/i, 'decimal'],
	[/\b(?:money|currency|euros?|dollars?|amount of money|price)\b/i, 'money'],
	[/\b(?:long ?text|multi-?line(?: text)?|text ?area|paragraphs?)\b/i, 'longText'],
	[/\b(?:e-?mail(?: address)?)\b/i, 'email'],
	[/\b(?:phone(?: number)?|telephone)\b/i, 'phone'],
	[/\b(?:url|link|web address)\b/i, 'url'],
	[/\b(?:image|photo|picture)\b/i, 'image'],
	[/\b(?:list)\b/i, 'list'],
	[/\b(?:text|string|short text|words?)\b/i, 'text']
];

/** Marks that stand around a name: 'mandatory', '(number)', 'as a date', 'field', 'dropdown (S, M, L)'. */
function marksIn(words: string): Marks {
	let rest = words.trim().replace(/[.!?]+$/, '');
	const take = (pattern: RegExp): string | undefined => {
		const match = pattern.exec(rest);
		if (!match) return undefined;
		rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`.replace(/\s+/g, ' ').trim();
		return match[1] ?? match[0];
	};
	const required = take(/\b(?:mandatory|required|obligatory|compulsory|must-have)\b/i) !== undefined;
	take(/\b(?:optional|new|additional|extra|also|too|please|separate|simple)\b(?!\s*$)/gi);
	take(/\b(?:optional|also|too|please|as well)\b\s*$/i);
	const unique = take(/\bunique\b/i) !== undefined;
	const bracket = take(/[(（[]\s*([^)）\]]*)[)）\]]/);
	const inner = bracket?.trim() ?? '';
	const options = valuesOf(inner).length > 1 && !/^yes\s*(?:\/|or)\s*no$/i.test(inner) ? valuesOf(inner) : [];
	const hint = options.length ? undefined : TYPE_WORDS.find(([pattern]) => pattern.test(inner))?.[1];
	const asType = take(/\s+(?:as|of type|of the type|type:?)\s+(?:an?\s+)?([\w/ -]+)$/i);
	const box = take(/\b(?:check ?box|tick ?box|toggle|yes\s*\/\s*no)(?:\s+(?:field|question))?(?:\s+(?:for|called|named))?/i);
	take(/\b(?:drop-?down|select(?:ion)?(?: box)?|choice)(?:\s+(?:field|list))?(?:\s+(?:for|called|named))?/i);
	const typed = take(
		/^(?:an?\s+)?(text|number|date|money|e-?mail|phone|long text|link)\s+field(?:\s+(?:for|called|named))?\s+(?=\S)/i
	);
	take(/^(?:an?\s+|the\s+)?(?:fields?|columns?|attributes?|propert(?:y|ies))\s+(?:(?:for|called|named|with)\s+)?(?:the\s+)?/i);
	take(/\s+(?:fields?|columns?|attributes?|propert(?:y|ies))$/i);
	const named = /["'“‘«„]([^"'”’»]{2,40})["'”’»]/.exec(rest)?.[1] ?? rest;
	const typeText = asType ?? typed ?? box;
	const label = named
		.trim()
		.replace(/^["'“”‘’«»]+|["'“”‘’«»]+$/g, '')
		.replace(/^(?:(?:an?|the|their|its|his|her|our|some|more|another)\s+)+/i, '')
		// Shouted words are words, short ones may be abbreviations.
		.replace(/\p{Lu}{5,}/gu, (word) => word.toLowerCase())
		.trim();
	return {
		said: bare(label),
		label,
		required,
		unique,
		type: (typeText && TYPE_WORDS.find(([pattern]) => pattern.test(typeText))?.[1]) || hint,
		options
	};
}

/** Beyond what first requirements name: what people add to records that are there. */
const MORE_TYPES: [RegExp, { type: FieldType; options?: string[]; min?: number; max?: number }][] = [
	[/^(?:priority|urgency|importance)$/, { type: 'enum', options: ['low', 'normal', 'high'] }],
	[/^(?:status|state|stage)$/, { type: 'enum', options: ['open', 'in progress', 'done'] }],
	[/^(?:gender|sex)$/, { type: 'enum', options: ['female', 'male', 'diverse'] }],
	[/^(?:rating|stars)$/, { type: 'integer', min: 1, max: 5 }],
	[/\b(?:points|calories|level|floor|position|rank|mileage|kilomet(?:er|re)s|km|stars)$/, { type: 'integer' }],
	[/^(?:year|year of \w+)$/, { type: 'integer', min: 1800, max: 2200 }],
	[
		/\b(?:vip|archived|blocked|confirmed|approved|verified|subscribed|completed|urgent|favou?rite|fragile|available|in stock|on sale|newsletter|discontinued|billable|delivered|shipped|cancelled|insured|taxable|deposit paid)$/,
		{ type: 'boolean' }
	],
	[/^(?:is|has) /, { type: 'boolean' }],
	[
		/\b(?:(?:house|street|vat|tax|invoice|order|customer|serial|account|id|insurance|tracking|room|licen[cs]e|passport|model|article|batch|registration|member(?:ship)?|reference|part|plate|contract|iban|bank) (?:number|no|code|id)|sku|isbn|ean|barcode|iban|bic|post(?:al)? ?code|zip(?: code)?)$/,
		{ type: 'text' }
	],
	[/\b(?:height|length|width|depth|size in \w+|distance|temperature|percentage|percent|ratio)$/, { type: 'decimal' }],
	[/\b(?:born|since|day|due|birth ?day|anniversary|hired on|date of \w+)$/, { type: 'date' }],
	[/\b(?:total|subtotal|value|wage|rent|deposit|credit limit|balance|turnover|shipping)$/, { type: 'money' }],
	[/\b(?:quantity|pieces|persons|people|guests|seats|rooms|floors?|number of .+|amount of .+)$/, { type: 'integer' }],
	[/^(?:update|source|candidate|nickname|webmaster|mandate)$/, { type: 'text' }]
];

function typeOf(said: string): { type: FieldType; options?: string[]; min?: number; max?: number } {
	const more = MORE_TYPES.find(([pattern]) => pattern.test(said))?.[1];
	if (more) return more;
	const short = FIELD_WORDS.find(([pattern]) => pattern.test(said))?.[1].split(';')[0] ?? '';
	const [type = '', range] = (/:([^ ]+)/.exec(short)?.[1] ?? 'text').split('=');
	const [min, max] = (range ?? '').split('|').map(Number);
	return { type: type as FieldType, ...(range && type === 'integer' ? { min: min ?? 0, max: max ?? 100_000 } : {}) };
}

/** What goes by one name in every app. */
const LABELS: [RegExp, string, string][] = [
	[/^(?:e-?mail|mail|e-?mail address)$/, 'E-mail', 'email'],
	[/^(?:phone|telephone|tel|phone number|telephone number)$/, 'Phone', 'phone'],
	[/^(?:photo|picture|image)(?: (?:url|address|link))?$/, 'Photo address', 'photo'],
	[/^(?:web ?site|homepage)(?: (?:url|address|link))?$/, 'Website', 'website'],
	[/^status$/, 'Status', 'status'],
	[/^state$/, 'State', 'status'],
	[/^(?:due date|due|deadline)$/, 'Due date', 'dueDate']
];

/** A field's name in code; undefined where no Latin letter is left. */
export function nameOf(said: string): string | undefined {
	const plain = said
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/ß/g, 'ss')
		.replace(/[^A-Za-z0-9]+/g, ' ')
		.trim()
		.toLowerCase();
	const name = camel(plain.replace(/ /g, '-'));
	if (!/^[a-z][a-zA-Z0-9]{0,40}$/.test(name)) return undefined;
	return TAKEN_NAMES.has(name) ? `${name}Text` : name;
}
