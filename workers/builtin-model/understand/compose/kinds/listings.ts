/** Directories: records to look through, each with a page of its own; suggestions wait until somebody approves them. */
import { DAYS, PEOPLE, sampleValue, TOWNS, YES_NO } from '../../content/samples';
import { symbolFor } from '../../content/symbols';
import { fieldFrom, type FormField } from '../../reading/form-fields';
import { itemsOf, listsOf } from '../../reading/lists';
import { singular } from '../../reading/subject';
import { app, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan, type Entry } from '../parts';
import { capital, slugOf } from '../phrases';

export function composeDirectory(context: Context): AppPlan | undefined {
	const subject = context.subject;
	if (!subject) return undefined;
	const { words, language } = context;
	const line = (pattern: RegExp) => context.lines.filter((sentence) => pattern.test(sentence));
	const one = language === 'en' ? singular(subject.all) : subject.one;
	const filters = filtersOf(context);
	const fields = fieldsOf(context, filters);
	const records = Array.from({ length: 10 }, (_, at) => record(at, fields, subject.phrase, context));
	context.assumptions.push(`The ${subject.phrase} in the list are examples: put in the real ones.`);
	// 'Recipe site': the list is of recipes.
	const title =
		context.name ??
		capital(language === 'en' && !/s$/.test(subject.phrase) && subject.phrase === subject.one ? subject.all : subject.phrase);
	const directory = part(
		'directory',
		{
			title,
			one,
			all: subject.all,
			collection: 'entries',
			fields,
			filters: filters
				.map((label) => ({ field: fieldNamed(fields, label)?.name ?? '', kind: 'choice' as const, label }))
				.filter((filter) => filter.field),
			search: context.says(/\bsearch|\btype a word\b|\bfind\b|\bsuch|\bbusc|搜索|查找/i),
			sort: context.says(/\bsort/i) ? ['title'] : [],
			records,
			favourites: context.says(/\bfavou?rites?\b|\bheart\b|收藏/i),
			empty: kindWords(context, one)
		},
		context.lines
	);
	const pages = [page('/', title, [directory], { from: context.lines.slice(0, 1) })];
	const suggest = line(/\bsuggest\b|\bsubmit\b|\bvorschlagen\b|\bproponer\b|推荐|提交/i);
	if (suggest.length) {
		const asked: FormField[] = [
			{ ...fieldFrom('Name'), name: 'title', label: language === 'zh' ? '名称' : language === 'es' ? 'Nombre' : 'Name' },
			...fields
		];
		const thanks = {
			en: `Thank you. We look at each suggestion before the ${one} is listed.`,
			de: 'Danke. Wir sehen uns jeden Vorschlag an, bevor er in der Liste steht.',
			es: 'Gracias. Revisamos cada propuesta antes de publicarla.',
			zh: '谢谢,审核后会显示在列表中。'
		}[language];
		const label = language === 'en' ? `Suggest a ${one}` : words.suggest;
		pages.push(
			page(
				'/suggest',
				label,
				[part('suggestions', { title: label, collection: 'entries', fields: asked, thanks, one }, suggest)],
				{ from: suggest }
			)
		);
		pages.push(
			page(
				'/approvals',
				words.approvals,
				[part('approvals', { title: words.approvals, collection: 'entries', fields: asked, one, all: subject.all }, suggest)],
				{ access: 'owner', from: suggest, isHidden: true }
			)
		);
	}
	return app({ ...context, title }, pages, {
		summary: `${title}: ${{ en: 'look through them, and open each.', de: 'zum Durchsehen.', es: 'para consultar.', zh: '浏览与查询。' }[language]}`,
		icon: symbolFor(`${subject.phrase} ${context.text.slice(0, 160)}`, '📍'),
		isShared: suggest.length > 0,
		layout: 'site'
	});
}

const fieldNamed = (fields: FormField[], label: string) =>
	fields.find((field) => field.label.toLowerCase() === label.toLowerCase() || field.name === fieldFrom(label).name);

/** 'People look by town and by day of the week', 'filter by kind'. */
function filtersOf({ text: whole }: Context): string[] {
	const text = whole.replace(/\s*\([^)]*\)/g, '');
	const by = /\b(?:look|filter|search|find|browse|narrow|filtrar|filtern|suchen)\w*\b[^.;:]*?\b(?:by|por|nach)\s+([^.;]+)/i.exec(
		text
	)?.[1];
	if (!by) return [];
	return itemsOf(by.replace(/\bor type a word\b/i, '').replace(/\bby\b/gi, ' '))
		.map((item) =>
			item
				.replace(/\s+(?:less|under|over|more) .*$/i, '')
				.replace(/\bday of the week\b/i, 'day')
				.trim()
		)
		.filter((item) => item.length > 1 && item.split(' ').length <= 3)
		.map(capital);
}

/** 'Each group has a page with meeting place, time, who leads it', plus what is filtered by. */
function fieldsOf(context: Context, filters: string[]): FormField[] {
	const { language } = context;
	const each =
		/\b(?:each|every)\s+[\p{L} ]{2,30}?\s+(?:has|have)\s+(?:a page with|its own page with|a page of its own with)?\s*([^.;]+)/iu.exec(
			context.text
		)?.[1] ??
		context.lines
			.flatMap(listsOf)
			.find(({ head }) => /\bwith\b|ficha|fields|each/i.test(head))
			?.items.join(', ') ??
		'';
	const named = itemsOf(each.replace(/^\s*a page with\s*/i, '')).filter((item) => item.split(' ').length <= 7);
	const words = [...filters, ...named.filter((item) => !filters.some((other) => other.toLowerCase() === item.toLowerCase()))];
	const fields = (words.length ? words : ['Town', 'Opening hours', 'Contact']).map((label) => {
		const field = fieldFrom(label.replace(/^who\s+/i, 'Who '));
		if (/\btown\b|\bcity\b|\bort\b|ciudad/i.test(label))
			return { ...field, type: 'choice' as const, options: TOWNS[language].slice(0, 5) };
		if (/\bday\b|weekday|wochentag|día/i.test(label)) return { ...field, type: 'choice' as const, options: DAYS[language] };
		if (/^whether\b|\bjust turn up\b/i.test(label))
			return {
				...field,
				name: 'turnUp',
				label: capital(label.replace(/^whether (?:you can |one can )?/i, '')),
				type: 'choice' as const,
				options: [...YES_NO[language]]
			};
		const options = context.lines.flatMap(listsOf).find(({ head }) => head.toLowerCase().endsWith(label.toLowerCase()))?.items;
		if (options) return { ...field, type: 'choice' as const, options: options.map(capital) };
		return filters.includes(label) && field.type === 'text'
			? {
					...field,
					type: 'choice' as const,
					options: Array.from({ length: 4 }, (_, at) => String(sampleValue(field, at, language)))
				}
			: field;
	});
	return fields.filter((field, at) => fields.findIndex((other) => other.name === field.name) === at);
}

function record(at: number, fields: FormField[], phrase: string, { language, subject }: Context): Entry {
	const values = Object.fromEntries(fields.map((field) => [field.name, sampleValue(field, at, language)]));
	const town = Object.values(values).find((value) => typeof value === 'string' && TOWNS[language].includes(value));
	const noun =
		language === 'en'
			? phrase
					.split(' ')
					.map((word) => (word === subject?.all ? singular(word) : word))
					.join(' ')
			: phrase;
	const place = typeof town === 'string' ? town : ((PEOPLE[language][at % 10] ?? '').split(' ').at(-1) ?? '');
	const name = language === 'zh' ? `${place}${noun}` : `${place} ${noun}`;
	const title = at >= fields.length * 3 && at > 4 ? `${name} ${['', 'II', 'III'][Math.floor(at / 5)] ?? ''}`.trim() : name;
	return {
		slug: `${slugOf(title)}-${at + 1}`,
		title: capital(title),
		symbol: symbolFor(phrase, '📍'),
		text: [
			{
				en: `${capital(title)}. Ask before you come for the first time if anything is unclear.`,
				de: `${capital(title)}.`,
				es: `${capital(title)}.`,
				zh: `${title}。`
			}[language]
		],
		values
	};
}

const kindWords = ({ language, words }: Context, noun: string) =>
	language === 'en' ? `There is no ${noun} that fits. Try another word, or fewer filters.` : words.nothing;
