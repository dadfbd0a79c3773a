/** What is shown: services and models, steps with numbers, pictures, slides, questions and answers, people, opening hours. */
import { listBehind, listsOf } from '../../reading/lists';
import { countOf } from '../../reading/numbers';
import { hoursIn, WEEKDAYS } from '../../reading/when';
import { DAYS } from '../../content/samples';
import { STEPS, VALUES } from '../../content/general';
import type { Context } from '../context';
import { part, type Item, type Part } from '../parts';
import { capital, sentence } from '../phrases';
import { doings, germanDoings } from '../statements';

/** Services, models, products: from what 'we' do, or from a list behind such a word. */
export function offersOf(context: Context): { part: Part; title: string } | undefined {
	const doing = context.lines
		.map((line) => ({ line, items: context.language === 'de' ? germanDoings(line) : doings(line) }))
		.find(({ items }) => items.length > 1);
	if (doing)
		return {
			title: context.words.services,
			part: part(
				'items',
				{ title: context.words.services, items: doing.items.map((item) => withMore(item, context)), layout: 'cards' },
				[doing.line]
			)
		};
	for (const line of context.lines) {
		const list = listsOf(line).find(({ head }) => OFFER.test(head) && !NOT_OFFER.test(head));
		if (!list) continue;
		const detail = /\beach (?:one )?with ([^).;]+)/i.exec(line)?.[1];
		const title =
			/\bwhat we (make|do|offer|sell|grow|bake)\b/i.exec(line)?.[0] ??
			(context.language === 'en' ? (OFFER.exec(list.head)?.[0] ?? '') : context.words.services);
		return {
			title: capital(title.replace(/^(?:our|we make|we offer)\s+/i, '')),
			part: part(
				'items',
				{ title: capital(title), items: list.items.map((item) => offer(item, detail, context)), layout: 'cards' },
				[line]
			)
		};
	}
	return undefined;
}
const OFFER =
	/\bour (?:bread|wines?|beers?|cheeses?|teas?|work|menu|range)\b|\bwhat we (?:make|do|offer|sell|grow|bake)\b|\bservices\b|\bmodels\b|\bproducts\b|\bcourses\b|\btreatments\b|\bdishes\b|\bwe offer\b|\bfeatures\b|\bboards from\b|\bleistungen\b|\bangebote?\b|\bservicios\b|\bproductos\b|服务|产品/i;
const NOT_OFFER = /today's services|form|pages/i;

const withMore = (item: { title: string; text: string }, context: Context): Item => ({
	...item,
	text:
		context.language === 'en'
			? `${item.text} Tell us what you need and where, and we will tell you how we would go about it.`
			: item.text
});

function offer(item: string, detail: string | undefined, context: Context): Item {
	const sizes = /\bsizes? ([\d]+ (?:to|-) [\d]+)/i.exec(detail ?? '')?.[1];
	const noun = context.subject?.one ?? context.subject?.phrase ?? '';
	const text = context.language === 'en' ? `${capital(item)}: ${forWhom(item)}` : `${capital(item)}.`;
	return {
		title: capital(item),
		text: noun || text ? sentence(text) : '',
		...(sizes ? { facts: [{ label: 'Sizes', value: sizes }] } : {})
	};
}
/** What a model's own name says of it. */
function forWhom(item: string): string {
	const verb = /^(?:the )?(walk|run|stand|ride|sit|work|play|swim|climb|sleep|travel)$/i.exec(item)?.[1]?.toLowerCase();
	const doing: Record<string, string> = {
		walk: 'long walks',
		run: 'running',
		stand: 'long hours of standing',
		ride: 'riding',
		sit: 'sitting',
		work: 'a day at work',
		play: 'play',
		swim: 'swimming',
		climb: 'climbing',
		sleep: 'a good night',
		travel: 'travelling'
	};
	return verb ? `made for ${doing[verb] ?? verb}` : 'ask us about it, we are glad to help';
}

/** 'how to apply the insole in the shoe in 4 steps'. */
export function stepsOf(context: Context): { part: Part; title: string } | undefined {
	const line = context.lineWith(/\bhow to (?!get|come|reach)[a-z]+ [^,.;:]{3,60}|\bin (?:\w+ )?steps\b/i);
	const how =
		line &&
		/\bhow to ((?!get|come|reach)[a-z]+) (?:the |an? |your )?([\p{L} ]{3,40}?)(?:(?: (in(?:to)?|on(?:to)?|to|at|with) (?:the |an? |your )?([\p{L} ]{3,30}?))?)(?= in \w+ steps|[,.;:]|$)/iu.exec(
			line
		);
	if (!line || !how) return undefined;
	const [, verb = '', object = '', joint = '', place = ''] = how;
	const count = countOf(line.slice(how.index), 'steps?')?.count ?? 4;
	const title = `How to ${verb} the ${object}`;
	const act = `${/^apply$/i.test(verb) ? 'put' : verb} the ${object}${place ? ` ${/^in$/i.test(joint) ? 'into' : joint} the ${place}` : ''}`;
	const items = STEPS(act, object, place)
		.slice(0, Math.max(2, count))
		.map((text, at): Item => ({ title: `Step ${at + 1}`, text }));
	return { title, part: part('items', { title, items, layout: 'numbered' }, [line]) };
}

/** 'our rule in five short articles', 'six principles'. */
export function principlesOf(context: Context): Part | undefined {
	const line = context.lineWith(/\b(?:short )?(?:articles|rules|principles|values)\b/i);
	const count = line ? countOf(line, 'articles|rules|principles|values') : undefined;
	if (!line || !count || !/\b(?:rule|principles|values|articles of)\b/i.test(line)) return undefined;
	const noun = /\b(articles|rules|principles|values)\b/i.exec(line)?.[1] ?? 'articles';
	context.assumptions.push(`The ${count.count} ${noun} are examples of what such a text says: replace them with yours.`);
	const items = VALUES.slice(0, count.count).map(([title, text]): Item => ({ title, text }));
	return part('items', { title: /\bour rule\b/i.test(line) ? 'Our rule' : capital(noun), items, layout: 'numbered' }, [line]);
}

/** A carousel of what the text lists, of pictures with captions, or of what people said. */
export function carouselOf(context: Context): Part | undefined {
	const line = context.lineWith(/\bcarousel\b|\bslider\b|\bslide ?show\b|\bkarussell\b|\bcarrusel\b|轮播/i);
	if (line === undefined) return undefined;
	const seconds = /\bevery (\d+) seconds?\b|\balle (\d+) Sekunden\b|\bcada (\d+) segundos\b/i.exec(line);
	const everySeconds = seconds
		? Number(seconds[1] ?? seconds[2] ?? seconds[3])
		: /\bby itself\b|\bautomatic/i.test(line)
			? 6
			: undefined;
	const more = everySeconds === undefined ? {} : { everySeconds };
	if (/\btestimonials?\b|\breviews?\b|\bquotes\b/i.test(line)) {
		context.assumptions.push('What people say in the carousel are examples: put in what they really said.');
		return part('carousel', { title: 'What people say', slides: quotes(context.title), ...more }, [line]);
	}
	const perSlide = /\bone slide per (\p{L}+)/iu.exec(line)?.[1];
	const listed = context.lines
		.flatMap((quote) => listsOf(quote).map((list) => ({ quote, list })))
		.find(({ list }) => perSlide !== undefined && new RegExp(`\\b${perSlide}`, 'i').test(list.head) && !/slide/i.test(list.head));
	const facts = /\(([^)]+)\)/.exec(line.slice(line.search(/slide|carousel/i)))?.[1]?.split(/,\s*|\s+and\s+/) ?? [];
	if (listed) {
		context.assumptions.push('Figures on the slides are examples: put in your own.');
		const slides = listed.list.items.map((item, at): Item => ({
			title: capital(item),
			facts: facts
				.filter((fact) => !/picture|photo/i.test(fact))
				.map((fact) => ({ label: capital(fact), value: exampleFact(fact, at) }))
		}));
		return part(
			'carousel',
			{
				title: capital(listed.list.head.replace(/^(?:\w+ )?(?=three|four|five|six)/i, '').replace(/\s+from .*/, '')),
				slides,
				...more
			},
			[line, listed.quote]
		);
	}
	const pictures = /\bpictures? of (?:the |our )?([\p{L} ]{3,30}?)(?: with|[,.;]|$)/iu.exec(line)?.[1];
	const count = countOf(line, 'pictures?|slides?|photos?|images?')?.count ?? 4;
	const noun = pictures?.trim() ?? context.title;
	context.assumptions.push(`The pictures of ${noun} are drawings until you put in photographs.`);
	return part(
		'carousel',
		{
			title: capital(noun),
			slides: Array.from({ length: count }, (_, at) => ({
				title: `${capital(noun.replace(/s$/, ''))} ${at + 1}`,
				text: `Number ${at + 1} of ${count}: ${noun}.`
			})),
			...more
		},
		[line]
	);
}

const exampleFact = (fact: string, at: number): string =>
	/length|height|width|size/i.test(fact)
		? `${(1.8 + at * 0.35).toFixed(2)} m`
		: /weight/i.test(fact)
			? `${(2.4 + at * 0.4).toFixed(1)} kg`
			: /who it is for|for whom/i.test(fact)
				? (['For beginners', 'For those who know what they want', 'For calm days and long rides'][at % 3] ?? '')
				: /price/i.test(fact)
					? 'To be announced'
					: (['A', 'B', 'C'][at % 3] ?? '');

const quotes = (title: string) => [
	{ title: 'We will be back', text: `${title} was the best day of our year.`, by: 'A family from the neighbourhood' },
	{ title: 'Well organised', text: 'Everything was where it should be, and everybody was kind.', by: 'A first-time visitor' },
	{ title: 'Worth every minute', text: 'I came for an hour and stayed until the end.', by: 'A regular guest' }
];

/** 'Opening hours: Monday to Friday 9:00 to 18:00'. */
export function openingHoursOf(context: Context): Part | undefined {
	const line = context.lineWith(
		/\bopening (?:hours|times)\b|\bopen (?:from|daily|monday|tuesday|every)|öffnungszeiten\b|\bhorario\b|营业时间/i
	);
	const hours = line && hoursIn(line);
	if (!line || !hours) return undefined;
	const named = Object.entries(WEEKDAYS)
		.filter(([name]) => new RegExp(`\\b${name}`, 'i').test(line))
		.map(([, day]) => day);
	const [first, last] = named;
	const weekdays =
		named.length === 2 && first !== undefined && last !== undefined && /\bto\b|-|–|bis|\ba\b/.test(line)
			? range(first, last)
			: named.length
				? named
				: [0, 1, 2, 3, 4, 5, 6];
	return part(
		'opening-hours',
		{
			title:
				context.language === 'de'
					? 'Öffnungszeiten'
					: context.language === 'es'
						? 'Horario'
						: context.language === 'zh'
							? '营业时间'
							: 'Opening hours',
			rows: [{ days: daysText(weekdays, context), from: hours.from, to: hours.to, weekdays }]
		},
		[line]
	);
}
const daysText = (weekdays: number[], { language }: Context): string => {
	const name = (day: number | undefined) => DAYS[language][((day ?? 0) + 6) % 7] ?? '';
	return weekdays.length > 2 ? `${name(weekdays[0])} – ${name(weekdays.at(-1))}` : weekdays.map(name).join(', ');
};
const range = (from: number, to: number) => Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => (from + at) % 7);

/** 'donation goal with a progress bar'. */
export function progressOf(context: Context): Part | undefined {
	const line = context.lineWith(
		/\b(?:donation|funding|fundraising) goal\b|\bgoal with a progress bar\b|\bspendenziel\b|\bmeta de donaciones\b/i
	);
	if (line === undefined) return undefined;
	const goal = Number(/\bgoal (?:of|is) (?:€|\$|£)?\s?([\d.,]+)/i.exec(line)?.[1]?.replace(/[.,](?=\d{3})/g, '') ?? 5000);
	context.assumptions.push('The goal and what has come in so far are examples: change them as donations arrive.');
	return part('progress', { title: 'Our goal', goal, reached: Math.round(goal * 0.62), unit: '€' }, [line]);
}

/** Sponsors, partners, people: named ones only, or as many as were asked for. */
export function namedGroupOf(context: Context): Part | undefined {
	const line = context.lineWith(/\bsponsors?\b|\bpartners?\b(?! city)|\bunsere partner\b/i);
	if (line === undefined) return undefined;
	const list = listBehind([line], /\bsponsors?|partners?/i)?.items.filter((item) => /^\p{Lu}/u.test(item)) ?? [];
	const items = (list.length ? list : ['First sponsor', 'Second sponsor', 'Third sponsor']).map((title): Item => ({
		title,
		text: list.length ? '' : 'Its name and what it gives stand here.'
	}));
	if (!list.length) context.assumptions.push('No sponsors were named: three places are kept for them.');
	return part('items', { title: 'Sponsors', items, layout: 'cards' }, [line]);
}
