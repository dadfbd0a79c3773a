/** What a firm or a product has to offer: prices, people and good points that were asked for, none of them invented. */
import { PEOPLE } from '../../content/samples';
import { listBehind, listsOf } from '../../reading/lists';
import { countOf } from '../../reading/numbers';
import { singular } from '../../reading/subject';
import type { Context } from '../context';
import { part, type Part } from '../parts';
import { capital } from '../phrases';

const PRICING =
	/\bpricing\b|\bprice (?:list|table|plans)\b|\bplans and prices\b|\bmemberships?\b|\bpreise\b|\bpreisliste\b|\btarifas\b|\bprecios\b|价目|价格表/i;
const NO_PRICES = /\bno (?:prices|pricing)\b|\bwithout prices\b|\bkeine preise\b|\bsin precios\b/i;

/** Plans by the names that were given; a price stands there only when it was said. */
export function pricingOf(context: Context): Part | undefined {
	const line = context.lines.find((sentence) => PRICING.test(sentence) && !NO_PRICES.test(sentence));
	if (line === undefined) return undefined;
	const named =
		listsOf(line).find(({ head }) => /\bplans?\b|\bpricing\b|\bprices\b|\bmemberships?\b|preise|tarifas/i.test(head))?.items ??
		[];
	const plain = {
		en: ['Trial', 'Single', 'Regular'],
		de: ['Probe', 'Einzeln', 'Regelmäßig'],
		es: ['Prueba', 'Suelto', 'Habitual'],
		zh: ['体验', '单次', '常客']
	}[context.language];
	const ask = { en: 'Ask us', de: 'Auf Anfrage', es: 'A consultar', zh: '请咨询' }[context.language];
	const points = {
		en: 'Tell us what you need',
		de: 'Sagen Sie uns, was Sie brauchen',
		es: 'Dinos qué necesitas',
		zh: '告诉我们您的需要'
	}[context.language];
	const names = named.map((item) => item.replace(/\s*[€$£]?\s?\d+(?:[.,]\d+)?\s*[€$£]?.*/, '').trim()).filter(Boolean);
	const plans = (names.length > 1 ? names : plain).map((name, at) => ({
		name: capital(name),
		price: /[€$£]\s?\d+(?:[.,]\d+)?|\d+(?:[.,]\d+)?\s?[€$£]/.exec(named[at] ?? '')?.[0] ?? ask,
		points: [points]
	}));
	if (plans.some(({ price }) => price === ask))
		context.assumptions.push('No prices were named, so none stand on the page: put in yours.');
	return part('pricing', { title: capital(PRICING.exec(line)?.[0] ?? 'Prices'), plans }, [line]);
}

const TEAM =
	/\b(?:our |the )?(?:team|teachers|trainers|staff page|people behind|doctors|crew|lehrer|unser team|equipo|profesores)\b|团队|教师/i;

/** People of the house: those who were named, or places for them. */
export function teamOf(context: Context): Part | undefined {
	const line = context.lines.find(
		(sentence) => TEAM.test(sentence) && !/\bteam (?:to|member signs)\b|\bour team (?:needs|wants)\b/i.test(sentence)
	);
	if (line === undefined) return undefined;
	const word = TEAM.exec(line)?.[0].replace(/^(?:our|the)\s+/i, '') ?? 'team';
	const named = listBehind([line], TEAM)?.items.filter((item) => /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+$/u.test(item)) ?? [];
	const role = /^team$|equipo|团队|unser team/i.test(word)
		? { en: 'Member of the team', de: 'Im Team', es: 'Del equipo', zh: '成员' }[context.language]
		: capital(context.language === 'en' ? singular(word.toLowerCase()) : word);
	if (named.length === 0) context.assumptions.push('The people of the team are examples: put in their names and pictures.');
	const names = named.length ? named : PEOPLE[context.language].slice(0, 3);
	return part('team', { title: capital(word), people: names.map((name) => ({ name, role })) }, [line]);
}

/** 'three features': as many as were asked for, said of the subject in general. */
export function featuresOf(context: Context): Part | undefined {
	const line = context.lineWith(/\b(?:\w+ )?(?:features|benefits|advantages|reasons)\b|\bvorteile\b|\bventajas\b/i);
	const count = line ? countOf(line, 'features|benefits|advantages|reasons|Vorteile|ventajas')?.count : undefined;
	if (line === undefined || count === undefined || context.language !== 'en') return undefined;
	const named = listBehind([line], /\b(?:features|benefits|advantages|reasons)\b(?=\s*[:(])/i)?.items ?? [];
	const plain = [
		['Easy to begin', `With ${context.title} the first step takes a minute.`],
		['Made for every day', `${context.title} fits into the week that you have.`],
		['Clear at a glance', 'You see what is there, what is next and what is missing.'],
		['Yours to change', 'What does not fit is changed in a moment.'],
		['There when you need it', 'On the phone, on the desk, wherever you are.'],
		['Honest', 'No small print, no surprises.']
	];
	const items = Array.from({ length: Math.min(count, 6) }, (_, at) => ({
		title: capital(named[at] ?? plain[at]?.[0] ?? ''),
		text: named[at] ? '' : (plain[at]?.[1] ?? '')
	}));
	if (!named.length) context.assumptions.push(`The ${count} features are examples: say what yours are.`);
	return part('items', { title: 'Features', items, layout: 'cards' }, [line]);
}
