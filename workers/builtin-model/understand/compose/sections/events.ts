/** What belongs to a date: countdown, programme, times of day, how to get there. */
import { countOf } from '../../reading/numbers';
import { dateIn, hoursIn, timedItems, timesIn, WEEKDAYS } from '../../reading/when';
import type { Context } from '../context';
import { part, type Part } from '../parts';

const COUNTDOWN = /\bcount ?down\b|\bcuenta atrás\b|倒计时/i;

export function countdownOf(context: Context): Part | undefined {
	const line = context.lineWith(COUNTDOWN);
	const date = dateIn(context.text);
	if (line === undefined) return undefined;
	const time = timesIn(context.text.slice(date ? context.text.indexOf(date.quote) : 0))[0] ?? '10:00';
	const until = date
		? date.isYearly || date.year === undefined
			? ({ kind: 'yearly', month: date.month, day: date.day, time } as const)
			: ({ kind: 'once', at: `${date.year}-${two(date.month)}-${two(date.day)}T${time}` } as const)
		: ({ kind: 'yearly', month: 6, day: 21, time } as const);
	if (!date) context.assumptions.push('No date was named for the countdown: 21 June is there until you change it.');
	const said = (['days', 'hours', 'minutes', 'seconds'] as const).filter((unit) =>
		new RegExp(`\\b${unit}\\b`, 'i').test(line.slice(line.search(COUNTDOWN)))
	);
	const dateLine = date && context.lines.find((sentence) => sentence.includes(date.quote));
	return part(
		'countdown',
		{ name: context.title, until, units: said.length ? said : ['days', 'hours', 'minutes', 'seconds'], over: overWords(context) },
		[line, dateLine]
	);
}
const two = (value: number) => String(value).padStart(2, '0');
const overWords = ({ language, title }: Context) =>
	({ en: `${title} has begun.`, de: `${title} hat begonnen.`, es: `${title} ha comenzado.`, zh: `${title}已经开始。` })[language];

/** Words for a list of points with their times. */
const PROGRAMME =
	/\bprogramme\b|\bprogram\b(?! code)|\border of the (?:evening|day|ceremony|service)\b|\bschedule\b|\bagenda\b|\btime ?table\b|\bablauf\b|\bprogramm\b|\bprograma\b|日程|节目单/i;

export function programmeOf(context: Context): Part | undefined {
	const line = context.lineWith(PROGRAMME);
	if (line === undefined) return undefined;
	const said = timedItems(line);
	if (said.length > 1) return part('timetable', { title: titleFrom(line, context), rows: said }, [line]);
	const count = countOf(line, 'points?|items?|parts?|steps|Punkte|puntos|项')?.count ?? 5;
	const { from, to } = spanOf(context);
	const steps = POINTS[context.language];
	const rows = Array.from({ length: count }, (_, at) => ({
		time: clock(from + Math.round(((to - from) * at) / Math.max(1, count) / 15) * 15),
		title:
			at === 0 ? (steps[0] ?? '') : at === count - 1 ? (steps.at(-1) ?? '') : (steps[1 + ((at - 1) % (steps.length - 2))] ?? '')
	}));
	context.assumptions.push('The points of the programme and their times are examples: replace them with yours.');
	return part('timetable', { title: titleFrom(line, context), rows }, [line]);
}

function titleFrom(line: string, context: Context): string {
	const said = PROGRAMME.exec(line)?.[0] ?? context.words.programme;
	return said.charAt(0).toUpperCase() + said.slice(1);
}
/** Minutes of the day between which it all happens. */
function spanOf({ text }: Context): { from: number; to: number } {
	const hours = hoursIn(text);
	const times = timesIn(text).map(minutes);
	const from = hours ? minutes(hours.from) : (times[0] ?? 600);
	const to = hours ? minutes(hours.to) : (times.find((time) => time > from) ?? Math.min(from + 240, 1440));
	return { from, to: to <= from ? Math.min(from + 180, 1440) : to };
}
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const clock = (value: number) => `${two(Math.floor(Math.min(value, 1439) / 60))}:${two(Math.min(value, 1439) % 60)}`;
const POINTS: Record<Context['language'], string[]> = {
	en: [
		'Welcome',
		'Opening words',
		'Guided tour',
		'Music',
		'Food and drink',
		'Questions and talk',
		'A look behind the scenes',
		'Closing together'
	],
	de: [
		'Begrüßung',
		'Eröffnung',
		'Führung',
		'Musik',
		'Essen und Trinken',
		'Fragen und Gespräche',
		'Blick hinter die Kulissen',
		'Gemeinsamer Abschluss'
	],
	es: [
		'Bienvenida',
		'Apertura',
		'Visita guiada',
		'Música',
		'Comida y bebida',
		'Preguntas y charla',
		'Entre bastidores',
		'Cierre'
	],
	zh: ['欢迎', '开幕', '导览', '音乐', '餐饮', '问答交流', '幕后参观', '闭幕']
};

/** Things that happen daily: 'Lauds 06:30, Midday Prayer 12:15', with what is different on a day of the week. */
export function dailyTimesOf(context: Context): Part | undefined {
	const line = context.lines.find((sentence) => timedItems(sentence).length >= 2 && !PROGRAMME.test(sentence));
	if (line === undefined) return undefined;
	const all = timedItems(line);
	const exceptions: { weekday: number; title: string; time: string }[] = [];
	let note: string | undefined;
	const day = /\bon (\p{L}+?)s?\s+(\p{Lu}\p{L}+) (?:is |are )?at (\d{1,2}:\d\d)/u.exec(line);
	const weekday = day ? WEEKDAYS[(day[1] ?? '').toLowerCase()] : undefined;
	if (day && weekday !== undefined) {
		exceptions.push({ weekday, title: day[2] ?? '', time: (day[3] ?? '').padStart(5, '0') });
		note = `On ${day[1] ?? ''}s ${day[2] ?? ''} is at ${day[3] ?? ''}.`;
	}
	const rows = all
		.filter((item) => !exceptions.some((other) => other.time === item.time))
		.map((item) => ({ ...item, title: item.title.replace(/^.*?:\s*/, '') }));
	const head = /\btimes of (?:today's |the )?(\p{L}+)/iu.exec(line)?.[1];
	const title = head ? `Today's ${head}` : context.words.programme;
	return part('timetable', { title, rows, ...(exceptions.length ? { exceptions } : {}), ...(note ? { note } : {}) }, [line]);
}

const ARRIVAL =
	/\bhow to (?:get|come) there\b|\bdirections\b|\barrival\b|\banfahrt\b|\bcómo llegar\b|\bgetting there\b|交通|怎么去/i;
const PLAN =
	/\b(?:plan|map|sketch|drawing) of (?:the |our )?([\p{L} ]{3,30}?)(?: showing| with|,|;|\.|$)(?:\s*(?:the |a )?([^.;]+))?/iu;

export function placeOf(context: Context): Part | undefined {
	const arrival = context.lineWith(ARRIVAL);
	const planLine = context.lineWith(PLAN);
	const hasMap = planLine === undefined ? context.lineWith(/\bmap\b|\blageplan\b|\bmapa\b|地图/i) : undefined;
	if (arrival === undefined && planLine === undefined && hasMap === undefined) return undefined;
	const plan = planLine === undefined ? undefined : PLAN.exec(planLine);
	const shown = (plan?.[2] ?? '')
		.split(/,\s*|\s+and\s+/)
		.map((item) => item.replace(/^(?:the|a|an)\s+/i, '').trim())
		.filter((item) => item.length > 1 && item.split(' ').length <= 4);
	const what = wherein(context);
	const labels = shown.length ? shown : [what, context.language === 'en' ? 'Car park' : 'P'];
	const spots = [
		[34, 42],
		[72, 66],
		[22, 74],
		[64, 26]
	];
	context.assumptions.push(
		`${planLine === undefined ? 'The way to get there' : 'The plan'} is a sketch: no address or distance was named.`
	);
	return part(
		'site-plan',
		{
			title: plan ? `Plan of the ${plan[1]?.trim() ?? 'site'}` : context.words.arrival,
			places: labels.slice(0, 4).map((label, at) => ({
				label: label.charAt(0).toUpperCase() + label.slice(1),
				x: spots[at]?.[0] ?? 50,
				y: spots[at]?.[1] ?? 50,
				kind: (/car ?park|parking|^P$/i.test(label) ? 'parking' : /entrance|gate|door/i.test(label) ? 'entrance' : 'spot') as
					'parking' | 'entrance' | 'spot'
			})),
			ways: arrival === undefined ? [] : waysTo(what, context)
		},
		[arrival, planLine, hasMap]
	);
}

/** The place that the subject names: 'harbour' of 'our harbour festival'. */
function wherein({ text, title }: Context): string {
	const place =
		/\b(harbour|harbor|market|castle|school|church|park|field|beach|hall|farm|garden|museum|square|village|stadium|library|mill|station|forest|lake|river|island)\b/i.exec(
			text
		)?.[1];
	return place ? place.charAt(0).toUpperCase() + place.slice(1).toLowerCase() : title;
}

function waysTo(place: string, { language }: Context): { by: string; text: string }[] {
	const at = place.toLowerCase();
	if (language === 'de')
		return [
			{ by: 'Zu Fuß', text: `Der Weg zum Ziel ist ausgeschildert.` },
			{ by: 'Mit dem Bus', text: 'Die nächste Haltestelle liegt in Gehweite.' },
			{ by: 'Mit dem Auto', text: 'Bitte auf den ausgewiesenen Flächen parken.' }
		];
	if (language === 'es')
		return [
			{ by: 'A pie', text: 'El camino está señalizado.' },
			{ by: 'En autobús', text: 'La parada más cercana está a poca distancia.' },
			{ by: 'En coche', text: 'Por favor, aparca en las zonas indicadas.' }
		];
	if (language === 'zh')
		return [
			{ by: '步行', text: '沿途有指示牌。' },
			{ by: '公交', text: '最近的车站步行可到。' },
			{ by: '自驾', text: '请停在指定停车区。' }
		];
	return [
		{ by: 'On foot', text: `Follow the signs to the ${at}; the last stretch is for walkers only.` },
		{ by: 'By bus', text: `Get off at the stop nearest to the ${at} and walk the rest.` },
		{ by: 'By car', text: `Park where the signs say and walk to the ${at}: please leave the road to it free.` }
	];
}
