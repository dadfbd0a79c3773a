/** Wishes about the dashboard: a chart of something over time or by a field, a ranking, one of them gone. */
import type { Blueprint, Chart, Entity } from '../../../src/lib/domain/blueprint';
import { dateField } from '../generate/dashboard';
import { sentence } from '../generate/names';
import { findCharts } from '../understand/charts';
import type { Intent, Reader } from './intents';
import { partsOf } from './list-parts';
import { bare, entityCalled, fieldCalled } from './look-up';
import { removedIn } from './phrases';

const CHART = /\b(?:charts?|graphs?|diagrams?|plots?|histograms?|dashboard|statistics?|analytics|ranking|bars)\b/i;
const UNIT = /^(?:day|week|month)$/;
const LEAD =
	/^(?:add|show|display|include|create|make|draw|plot|give|put|i want|we want|i need|we need|i'd like|we'd like|i would like|there should be|the dashboard should (?:also )?(?:show|have|include|display)|on the dashboard,?(?: show| display| i want)?)\s+(?:me\s+|us\s+|also\s+|to see\s+)*/i;

/** 'Show a chart of orders per month on the dashboard', 'bar chart of customers by city', 'the ten best customers'. */
export const addChart: Reader = (clause, { blueprint }) => {
	const said = clause.replace(/[.!]+$/, '');
	const isAsked =
		CHART.test(said) ||
		/\bper (?:day|week|month)\b|\b(?:daily|weekly|monthly)\b|\bnumber of .+ (?:per|by)\b|\b(?:top|best) (?:\d+|ten|five)\b/i.test(
			said
		);
	if (!isAsked || !(LEAD.test(said) || /^(?:an?\s+)?(?:bar |line |area |pie )?(?:chart|graph)\b|\b(?:chart|graph)$/i.test(said)))
		return undefined;
	const rest = said
		.replace(LEAD, '')
		.replace(/\s*(?:,\s*)?(?:on|to|in|onto)\s+(?:the|my|our|a)\s+(?:dashboard|start page|home ?page|overview)(?:\s+page)?$/i, '')
		.replace(/^(?:(?:an?|the|another|new|simple|nice|little|live)\s+)*/i, '');
	const shape = /\b(bar|line|area|pie|column)\b/i.exec(rest)?.[1]?.toLowerCase();
	const subject = rest
		.replace(
			/^(?:(?:bar|line|area|pie|column|bars)\s+)?(?:charts?|graphs?|diagrams?|plots?|statistics?)\s+(?:of|for|with|showing|that shows?|about|on|over)\s+(?:the\s+)?/i,
			''
		)
		.replace(/\s+(?:as\s+(?:an?\s+)?)?(?:(?:bar|line|area|pie|column)\s+)?(?:chart|graph|diagram)$/i, '')
		.replace(/^(?:the\s+)?(?:number|count|amount|total number) of\s+(?=\w+ (?:per|by))/i, '');
	if (/^(?:dashboard|statistics|analytics)$/i.test(subject)) return dashboard(clause, blueprint);
	const parts = partsOf(subject);
	const several = parts.map((part) => chartOf(part, blueprint));
	if (parts.length > 1 && several.some((result) => typeof result === 'object'))
		return several.map((result, at): Intent =>
			typeof result === 'object'
				? { do: 'add-chart', chart: result }
				: { do: 'refuse', quote: parts[at] ?? '', why: 'no chart of it follows from what the app keeps' }
		);
	const chart = chartOf(subject, blueprint);
	if (chart === 'year') return [{ do: 'refuse', quote: clause, why: 'charts go by day, week or month, or by a field' }];
	if (!chart && /^(?:(?:an?|the|another|new)\s+)*(?:(?:bar|line|area|pie)\s+)?(?:charts?|graphs?|diagrams?)$/i.test(rest))
		return [{ do: 'refuse', quote: clause, why: 'say of what, as in “orders per month” or “orders by state”' }];
	if (!chart) return undefined;
	const kind = chart.kind === 'ranking' ? 'ranking' : shape === 'line' || shape === 'area' ? 'area' : shape ? 'bars' : chart.kind;
	const intents: Intent[] = [
		{ do: 'add-chart', chart: { ...chart, kind: UNIT.test(chart.by) || kind === 'ranking' ? kind : 'bars' } }
	];
	if (shape === 'pie') intents.push({ do: 'refuse', quote: 'pie', why: 'it is drawn as bars' });
	return intents;
};

function dashboard(clause: string, blueprint: Blueprint): Intent[] | undefined {
	if (blueprint.features.some((feature) => feature.kind === 'dashboard'))
		return [{ do: 'met', why: 'there is a dashboard already; say which chart it lacks' }];
	const [first] = findCharts('a dashboard', blueprint.entities);
	return first ? [{ do: 'add-chart', chart: first.chart }] : undefined;
}

function chartOf(subject: string, blueprint: Blueprint): Chart | 'year' | undefined {
	const plain = subject
		.replace(
			/\b(daily|weekly|monthly)\s+(.+)$/i,
			(_, often: string, what: string) => `${what} per ${UNITS[often.toLowerCase()] ?? 'month'}`
		)
		.trim();
	if (/\b(?:per|by|each|every|a) (?:year|quarter|hour)\b|\byearly\b/i.test(plain)) return 'year';
	const [, what = '', by = ''] =
		/^(?:the\s+)?(.+?)\s+(?:per|by|for each|each|every|grouped by|over the last|over)\s+(?:the\s+)?(.+)$/i.exec(plain) ?? [];
	const isNew = /^new\s+/i.test(what);
	const measured = measureOf(
		what.replace(/^(?:new|all|total|number of|count of|sum of)\s+(?:the\s+)?/i, '').replace(/^(?:number|count|total) of\s+/i, ''),
		blueprint
	);
	const unit = /^(day|week|month)s?$/i.exec(by.trim())?.[1]?.toLowerCase() ?? (/^time$/i.test(by) ? 'month' : undefined);
	if (measured && unit) return overTime(measured, unit, isNew);
	if (measured && by) return byField(measured, by, blueprint);
	const [known] = findCharts(plain, blueprint.entities);
	return known?.quote && known.quote.length >= plain.length - 12 ? known.chart : undefined;
}
const UNITS: Record<string, string> = { daily: 'day', weekly: 'week', monthly: 'month' };

interface Measured {
	entity: Entity;
	/** 'count', or a field to sum. */
	measure: string;
	/** As a title begins. */
	name: string;
}

/** 'orders', 'order amount', 'amount of orders', 'hours'. */
function measureOf(words: string, blueprint: Blueprint): Measured | undefined {
	const whole = entityCalled(words, blueprint);
	if (whole) return { entity: whole, measure: 'count', name: sentence(whole.pluralLabel.toLowerCase() || whole.plural) };
	const [earned] = /^(?:revenue|sales|turnover|income|earnings)$/i.test(words)
		? findCharts('revenue per month', blueprint.entities)
		: [];
	const paid = blueprint.entities.find((entity) => entity.name === earned?.chart.entity);
	if (earned && paid) return { entity: paid, measure: earned.chart.measure, name: 'Revenue' };
	const of = /^(.+?)\s+(?:of|from)\s+(?:all\s+)?(.+)$/i.exec(words);
	const tokens = bare(words).split(' ');
	const pairs: (string | undefined)[][] = [of ? [of[2], of[1]] : [], [tokens.slice(0, -1).join(' '), tokens.at(-1)]];
	for (const [owner, name] of pairs) {
		const entity = owner ? entityCalled(owner, blueprint) : undefined;
		const field = entity && name ? fieldCalled(name, entity) : undefined;
		if (entity && field && SUMMED.has(field.type))
			return { entity, measure: field.name, name: `${sentence(entity.label.toLowerCase())} ${field.label.toLowerCase()}` };
	}
	const places = blueprint.entities.flatMap((entity) => {
		const field = fieldCalled(words, entity);
		return field && SUMMED.has(field.type) ? [{ entity, measure: field.name, name: field.label }] : [];
	});
	return places.length === 1 ? places[0] : undefined;
}
const SUMMED = new Set(['money', 'integer', 'decimal']);

function overTime({ entity, measure, name }: Measured, unit: string, isNew: boolean): Chart {
	const what = measure === 'count' && (isNew || !dateField(entity)) ? `new ${name.toLowerCase()}` : name;
	return {
		title: sentence(`${what} per ${unit}`.toLowerCase()),
		kind: measure === 'count' ? 'bars' : 'area',
		entity: entity.name,
		by: unit,
		measure
	};
}

function byField({ entity, measure, name }: Measured, words: string, blueprint: Blueprint): Chart | undefined {
	const target = entityCalled(words, blueprint);
	const field = entity.fields.find(({ reference }) => target && reference === target.name) ?? fieldCalled(words, entity);
	const isGroup = field && (field.type === 'enum' || field.type === 'reference' || field.type === 'text');
	return isGroup
		? { title: `${name} by ${field.label.toLowerCase()}`, kind: 'bars', entity: entity.name, by: field.name, measure }
		: undefined;
}

/** 'Remove the chart revenue per day', 'remove the dashboard'. */
export const removeChart: Reader = (clause, { blueprint }) => {
	const what = removedIn(clause);
	const charts = blueprint.features.flatMap((feature) => feature.charts);
	if (!what || charts.length === 0) return undefined;
	if (/^(?:the\s+)?(?:(?:whole|entire)\s+)?dashboard$|^all (?:the )?charts$/i.test(what))
		return [{ do: 'remove-chart', titles: charts.map((chart) => chart.title) }];
	const words = wordsOf(
		what.replace(/\b(?:charts?|graphs?|diagrams?|from|of|the|dashboard|ranking|with|on|for|list|table)\b/gi, ' ')
	);
	const found = charts.filter((chart) => words.length > 0 && words.every((word) => wordsOf(chart.title).includes(word)));
	const isSaid = CHART.test(what) || /\bper (?:day|week|month)\b/i.test(what);
	return found.length === 1 && isSaid ? [{ do: 'remove-chart', titles: [found[0]?.title ?? ''] }] : undefined;
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
