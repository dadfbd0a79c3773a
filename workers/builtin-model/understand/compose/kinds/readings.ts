/** Dashboards of readings: sources, what is measured, ranges, charts, and what counts as a limit. */
import { symbolFor } from '../../content/symbols';
import { listsOf } from '../../reading/lists';
import { countOf, NUMBER, numberOf } from '../../reading/numbers';
import { singular } from '../../reading/subject';
import { app, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan, type Parts } from '../parts';
import { capital } from '../phrases';

type Measure = Parts['readings']['measures'][number];
const MEASURES: [RegExp, Measure][] = [
	[
		/\bwater levels?\b|\bpegel|\bnivel(?:es)? de agua|水位/i,
		{ name: 'Water level', unit: 'm', decimals: 2, base: 3.4, swing: 1.6 }
	],
	[/\bweights?\b|gewicht|\bpeso\b|重量/i, { name: 'Weight', unit: 'kg', decimals: 1, base: 38, swing: 9 }],
	[/\btemperatures?\b|temperatur|温度/i, { name: 'Temperature', unit: '°C', decimals: 1, base: 18, swing: 9 }],
	[/\bhumidity\b|feuchtigkeit|humedad|湿度/i, { name: 'Humidity', unit: '%', decimals: 0, base: 60, swing: 18 }],
	[/\brain(?:fall)?\b|niederschlag|lluvia|降雨/i, { name: 'Rain', unit: 'mm', decimals: 1, base: 4, swing: 4 }],
	[
		/\belectricity\b|\benergy\b|\bpower\b|\bkwh\b|\bsolar\b|strom|energía|电/i,
		{ name: 'Energy', unit: 'kWh', decimals: 1, base: 12, swing: 7 }
	],
	[
		/\bair quality\b|\bpm ?2\.?5\b|\bparticulate|feinstaub|calidad del aire|空气/i,
		{ name: 'Fine dust', unit: 'µg/m³', decimals: 0, base: 18, swing: 12 }
	],
	[/\bnoise\b|lärm|ruido|噪音/i, { name: 'Noise', unit: 'dB', decimals: 0, base: 52, swing: 14 }],
	[/\bvisitors\b|besucher|visitantes|访客/i, { name: 'Visitors', unit: '', decimals: 0, base: 320, swing: 180 }],
	[/\bsales\b|\brevenue\b|umsatz|ventas|销售/i, { name: 'Sales', unit: '€', decimals: 0, base: 900, swing: 420 }],
	[/\bwater (?:use|consumption)\b|wasserverbrauch/i, { name: 'Water use', unit: 'l', decimals: 0, base: 240, swing: 90 }],
	[/\bpressure\b|luftdruck|presión|气压/i, { name: 'Pressure', unit: 'hPa', decimals: 0, base: 1013, swing: 16 }],
	[/\bwind\b|viento|风/i, { name: 'Wind', unit: 'km/h', decimals: 0, base: 18, swing: 14 }],
	[/\bsteps\b|schritte|pasos|步数/i, { name: 'Steps', unit: '', decimals: 0, base: 7200, swing: 3100 }]
];
const SOURCES =
	'stations?|hives?|sensors?|rooms?|sites?|gauges?|fields?|greenhouses?|machines?|meters?|branches|buildings?|Stationen|Sensoren|estaciones|sensores|站|传感器';

export function composeReadings(context: Context): AppPlan | undefined {
	const { text, lines } = context;
	const measures = MEASURES.filter(([words]) => words.test(text)).map(([, measure]) => measure);
	if (measures.length === 0) return undefined;
	const { one, names } = sourcesOf(context);
	const first = measures[0];
	const limit = limitOf(text, measures);
	const title = context.name ?? titleOf(context, measures);
	const days = Number(/\blast (\d+) days\b/i.exec(text)?.[1] ?? 90);
	context.assumptions.push(`The readings of the last ${days} days are made-up examples, the same on every visit.`);
	const readings = part(
		'readings',
		{
			title,
			...(first
				? {
						intro: `${capital(measures.map((measure) => measure.name.toLowerCase()).join(' and '))} of ${names.length} ${one}s. Example readings.`
					}
				: {}),
			one,
			sources: names,
			measures: limit
				? measures.map((measure) =>
						measure.name === limit.measure ? { ...measure, base: limit.above * 0.8, swing: limit.above * 0.3 } : measure
					)
				: measures,
			days,
			compare: /\bside by side\b|nebeneinander|lado a lado/i.test(text)
				? 'side-by-side'
				: /\bcompar|\bover the first\b|\bsecond (?:station|hive|one)\b|vergleich/i.test(text)
					? 'overlay'
					: 'none',
			statistics: (['lowest', 'highest', 'mean'] as const).filter((name) =>
				new RegExp(
					{ lowest: 'lowest|minimum|\\bmin\\b', highest: 'highest|maximum|\\bmax\\b', mean: 'mean|average' }[name],
					'i'
				).test(text)
			),
			...(limit ? { limit } : {}),
			table: /\btable\b|tabelle|tabla|表格/i.test(text),
			csvIn: /\bimport\b[^.]*\bcsv\b|\bcsv\b[^.]*\bimport/i.test(text),
			csvOut: /\b(?:export|download)\b[^.]*\bcsv\b/i.test(text)
		},
		lines
	);
	return app({ ...context, title }, [page('/', title, [readings], { from: lines.slice(0, 1) })], {
		summary: `${title} with charts.`,
		icon: symbolFor(`${title} ${text}`, '📈'),
		layout: 'site',
		isShared: false
	});
}

function titleOf(context: Context, measures: Measure[]): string {
	const subject = context.subject?.phrase;
	const river = /\bof the ((?:Lower |Upper )?\p{Lu}\p{L}+)\b/u.exec(context.text)?.[1];
	const what = subject
		? capital(subject.replace(/\s+at (?:\w+ )+(?:stations|sensors)$/i, ''))
		: (measures[0]?.name ?? 'Readings');
	return river && !what.includes(river) ? `${what} of the ${river}` : what;
}

/** 'five gauging stations', '4 hives', or the names that are listed. */
function sourcesOf(context: Context): { one: string; names: string[] } {
	const noun = new RegExp(`\\b(?:${SOURCES})`, 'i').exec(context.text)?.[0].toLowerCase() ?? 'station';
	const one = context.language === 'en' ? singular(noun) : noun;
	const list = context.lines
		.flatMap(listsOf)
		.find(
			(found) =>
				new RegExp(SOURCES, 'i').test(found.head) &&
				found.items.every((item) => item.split(' ').length <= 3 && !/^(?:from|to|date|daily)$/i.test(item))
		);
	if (list && /^\p{Lu}/u.test(list.items[0] ?? '')) return { one, names: list.items };
	const count = countOf(context.text, SOURCES)?.count ?? 3;
	return { one, names: Array.from({ length: Math.min(Math.max(count, 1), 12) }, (_, at) => `${capital(one)} ${at + 1}`) };
}

/** 'Readings above 4.50 m are to be marked as flood.' */
function limitOf(text: string, measures: Measure[]): Parts['readings']['limit'] {
	const match = new RegExp(
		`\\b(?:above|over|more than|über|más de|por encima de)\\s+(${NUMBER})\\s*(\\S{1,6})?[^.]*?\\b(?:marked|flagged|shown|highlighted|markiert|marcar\\p{L}*)\\s+(?:as |in |als |como )?(\\p{L}+)`,
		'iu'
	).exec(text);
	const above = match ? numberOf(match[1] ?? '') : undefined;
	const measure = measures.find(({ unit }) => unit === match?.[2]) ?? measures[0];
	return above === undefined || !measure ? undefined : { measure: measure.name, above, word: match?.[3] ?? 'high' };
}
