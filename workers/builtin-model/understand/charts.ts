/** Charts that a requirement asks for: numbers over time, rankings, shares. */
import type { Chart, Entity } from '../../../src/lib/domain/blueprint';
import { dateField } from '../generate/dashboard';

const MONEY = /\b(revenue|sales|turnover|income|earnings?|earned|donations?)\b/i;

/** 'New' counts by when records were made; without it by their own date. */
const countTitle = (noun: string, unit: string) => {
	const title = `${noun} per ${unit}`.toLowerCase();
	return title.charAt(0).toUpperCase() + title.slice(1);
};

export function findCharts(text: string, entities: Entity[]): { chart: Chart; quote: string }[] {
	const found: { chart: Chart; quote: string }[] = [];
	const paid =
		entities.find((entity) => ['order', 'invoice', 'donation', 'payment', 'expense'].includes(entity.name)) ??
		entities.find((entity) => entity.fields.some((field) => field.type === 'money'));
	const money = paid?.fields.find((field) => field.type === 'money');
	for (const match of text.matchAll(
		/\b(?:how much I )?(revenue|sales|turnover|income|earnings?|earned|donations?) per (day|week|month)\b/gi
	)) {
		const [quote, , unit = 'day'] = match;
		if (!paid || !money) continue;
		found.push({
			quote,
			chart: {
				title: `${MONEY.test(quote) && /earn|income/i.test(quote) ? 'Earned' : 'Revenue'} per ${unit.toLowerCase()}`,
				kind: 'area',
				entity: paid.name,
				by: unit.toLowerCase(),
				measure: money.name
			}
		});
	}
	for (const match of text.matchAll(/\b(new )?([a-z]+s) per (day|week|month)\b/gi)) {
		const [quote, isNew, noun = '', unit = 'week'] = match;
		const entity = entities.find(({ plural }) => plural === noun.toLowerCase());
		if (entity && !found.some((other) => other.quote.includes(quote)))
			found.push({
				quote,
				chart: {
					title: countTitle(isNew || !dateField(entity) ? `new ${noun}` : noun, unit),
					kind: 'bars',
					entity: entity.name,
					by: unit.toLowerCase(),
					measure: 'count'
				}
			});
	}
	for (const match of text.matchAll(
		/\b(?:(?:ten|five|\d+) )?(?:best|top|biggest|most valuable)(?: (?:ten|five|\d+))? ([a-z]+s)\b/gi
	)) {
		const [quote, noun = ''] = match;
		const target = entities.find((entity) => entity.plural === noun.toLowerCase());
		const link = paid?.fields.find((field) => field.type === 'reference' && field.reference === target?.name);
		if (target && paid && link && money)
			found.push({
				quote,
				chart: { title: `Best ${noun.toLowerCase()}`, kind: 'ranking', entity: paid.name, by: link.name, measure: money.name }
			});
	}
	if (found.length === 0 && /\b(dashboard|analytics|statistics|overview|reports?|charts?)\b/i.test(text)) {
		const entity = entities.find(({ ownedBy }) => ownedBy === null);
		if (entity)
			found.push({
				quote: '',
				chart: { title: `New ${entity.pluralLabel} per week`, kind: 'bars', entity: entity.name, by: 'week', measure: 'count' }
			});
	}
	return found;
}
