/** Public sites of firms, clubs, artists and events: the sections that the text speaks of, on one page or on several. */
import { symbolFor } from '../../content/symbols';
import type { Context } from '../context';
import { contentOf, part, type AppPlan, type PagePlan, type Part } from '../parts';
import { sentence, slugOf } from '../phrases';
import { countdownOf, dailyTimesOf, placeOf, programmeOf } from '../sections/events';
import { faqOf } from '../sections/faq';
import { formsOf } from '../sections/forms';
import { galleryOf } from '../sections/gallery';
import { namedPages, type NamedPage } from '../sections/pages-named';
import { carouselOf, namedGroupOf, offersOf, openingHoursOf, principlesOf, progressOf, stepsOf } from '../sections/shown';
import { featuresOf, pricingOf, teamOf } from '../sections/offers';
import { statementsOf } from '../statements';

interface Section {
	title: string;
	part: Part;
	/** Which page of its own it would have; 'home' where it has none. */
	place: 'home' | 'offers' | 'steps' | 'gallery' | 'contact' | 'about' | 'own';
}

export function composeSite(context: Context): AppPlan {
	const sections = sectionsOf(context);
	const isOnePage =
		context.guess.kind === 'landing' ||
		context.says(/\bone[ -]page\b|\bsingle (?:landing )?page\b|\beine seite\b|\buna sola página\b|单页/i);
	const pages = isOnePage ? [onePage(context, sections)] : severalPages(context, sections);
	const inboxes = sections.flatMap(({ part: sectionPart }) => (sectionPart.block === 'form' ? [sectionPart] : []));
	return {
		title: context.title,
		tagline: '',
		summary: statementsOf(context)[0] ?? `${context.title}.`,
		icon: symbolFor(`${context.title} ${statementsOf(context)[0] ?? ''} ${context.text.slice(0, 200)}`),
		layout: 'site',
		isShared: inboxes.length > 0,
		pages: [...pages, ...inboxPages(context, inboxes)],
		assumptions: context.assumptions
	};
}

function sectionsOf(context: Context): Section[] {
	const found: (Section | undefined)[] = [];
	const add = (sectionPart: Part | undefined, title: string, place: Section['place'] = 'home') =>
		found.push(sectionPart && { part: sectionPart, title, place });
	const offers = offersOf(context);
	const steps = stepsOf(context);
	const carousel = carouselOf(context);
	const isCarousel = offers && carousel && JSON.stringify(offers.part.content).length < 600 && sameItems(offers.part, carousel);
	add(countdownOf(context), context.words.home);
	add(dailyTimesOf(context), context.words.programme);
	if (offers && !isCarousel) add(offers.part, offers.title, 'offers');
	if (steps) add(steps.part, steps.title, 'steps');
	add(featuresOf(context), 'Features');
	add(pricingOf(context), 'Prices');
	add(teamOf(context), 'Team');
	add(carousel, carousel?.block === 'carousel' ? (carousel.content as { title: string }).title : '');
	add(galleryOf(context), context.words.gallery, 'gallery');
	add(programmeOf(context), context.words.programme);
	add(openingHoursOf(context), 'Opening hours');
	add(progressOf(context), 'Goal');
	add(namedGroupOf(context), 'Sponsors');
	for (const form of formsOf(context)) add(form.part, form.title, form.kind === 'contact' ? 'contact' : 'own');
	const place = placeOf(context);
	add(place, place && 'ways' in place.content && place.content.ways.length === 0 ? place.content.title : context.words.arrival);
	const all = found.filter((section) => section !== undefined);
	const faq = faqOf(
		context,
		all.map((section) => section.part)
	);
	return faq ? inOrder([...all, { part: faq, title: context.words.faq, place: 'home' }], context) : inOrder(all, context);
}

/** As the text goes on; what counts down comes first. */
function inOrder(sections: Section[], { text }: Context): Section[] {
	const at = ({ part: sectionPart }: Section) =>
		sectionPart.block === 'countdown'
			? -1
			: Math.min(...sectionPart.from.map((line) => text.indexOf(line)).filter((place) => place >= 0), text.length) +
				WITHIN.findIndex(([block]) => block === sectionPart.block) / 100;
	return sections
		.map((section) => ({ section, place: placeIn(section.part, text) ?? at(section) }))
		.sort((a, b) => a.place - b.place)
		.map(({ section }) => section);
}
/** Words of the text that a part stands for, to put it where it is spoken of. */
const WITHIN: [Part['block'], RegExp][] = [
	['timetable', /\bprogramme\b|\border of the\b|\bschedule\b/i],
	['carousel', /\bcarousel\b|\bslide ?show\b/i],
	['site-plan', /\bplan of\b|\bhow to get there\b/i],
	['faq', /\bFAQ\b|\bfrequent questions\b/i],
	['form', /\bregistration\b|\bwaiting list\b|\bform\b/i],
	['progress', /\bgoal\b/i],
	['items', /\bsponsors\b/i]
];
function placeIn(sectionPart: Part, text: string): number | undefined {
	if (sectionPart.block === 'countdown') return -1;
	const words = WITHIN.find(([block]) => block === sectionPart.block)?.[1];
	const at = words ? text.search(words) : -1;
	return at >= 0 ? at : undefined;
}

const titles = (sectionPart: Part) =>
	('slides' in sectionPart.content
		? sectionPart.content.slides
		: 'items' in sectionPart.content
			? sectionPart.content.items
			: []
	).map((item) => item.title);
const sameItems = (one: Part, other: Part) => titles(one).join().toLowerCase() === titles(other).join().toLowerCase();

function hero(context: Context, actions: { label: string; href: string }[]): Part {
	const statements = statementsOf(context);
	const strong = statements.find((statement) => /\b(?:support|strong|best|specialis|proud|known for|since)\b/i.test(statement));
	const text =
		strong && strong !== statements[0] && context.guess.kind === 'brochure' ? strong : (statements[0] ?? welcome(context));
	return part(
		'hero',
		{
			title: context.title,
			text,
			symbol: symbolFor(`${context.title} ${statements[0] ?? ''} ${context.text.slice(0, 200)}`),
			actions: actions.slice(0, 2)
		},
		context.lines
	);
}

const welcome = ({ title, language }: Context) =>
	({
		en: `All about ${title}, on one site.`,
		de: `Alles über ${title} auf einer Seite.`,
		es: `Todo sobre ${title} en un solo sitio.`,
		zh: `关于${title}的一切。`
	})[language];

function onePage(context: Context, sections: Section[]): PagePlan {
	const parts: Part[] = [
		hero(
			context,
			sections
				.filter((section) => section.part.block === 'form' || section.part.block === 'timetable')
				.map((section) => ({ label: section.title, href: `/#${slugOf(section.title)}` }))
		)
	];
	const statements = statementsOf(context);
	const isAsked = context.says(/\bwhat it is\b|\babout\b/i);
	if (statements.length > 1 || isAsked)
		parts.push(
			part(
				'prose',
				{ title: context.words.about, paragraphs: statements.length ? statements : [welcome(context)] },
				[context.lines[0]],
				context.words.about
			)
		);
	for (const section of sections)
		parts.push({ ...section.part, ...(section.part.block === 'countdown' ? {} : { menu: section.title }) });
	return {
		route: '/',
		title: context.title,
		description: statements[0] ?? context.title,
		parts,
		from: [context.lineWith(/\bone page\b|\bsingle\b|\blanding\b/i) ?? context.lines[0] ?? ''],
		access: 'everybody'
	};
}

function severalPages(context: Context, sections: Section[]): PagePlan[] {
	const { words, language } = context;
	const named = namedPages(context);
	const pages: PagePlan[] = [];
	const open = (title: string, from: string): PagePlan => {
		const route = `/${slugOf(title)}`;
		const known = pages.find((other) => other.route === route);
		if (known) return known;
		const page: PagePlan = {
			route,
			title,
			description: `${title} – ${context.title}`,
			parts: [],
			from: [from],
			access: 'everybody'
		};
		pages.push(page);
		return page;
	};
	const home: PagePlan = {
		route: '/',
		title: words.home,
		description: statementsOf(context)[0] ?? context.title,
		parts: [],
		from: [context.lines[0] ?? ''],
		access: 'everybody'
	};
	for (const namedPage of named)
		if (!isHome(namedPage.title)) fill(open(namedPage.title, namedPage.line), namedPage, context, sections);
	for (const section of sections) {
		const place = named.find((page) => fits(page, section));
		const target =
			place && isHome(place.title)
				? home
				: place
					? open(place.title, place.line)
					: section.place === 'home'
						? home
						: open(section.place === 'contact' ? words.contact : section.title, section.part.from[0] ?? '');
		if (!target.parts.includes(section.part)) target.parts.push(section.part);
	}
	const about =
		pages.find((page) => /^(?:about|über|sobre|关于|the (?:order|factory|firm|company|club))/i.test(page.title)) ??
		(language === 'en' && named.length > 3 ? undefined : open(words.about, context.lines[0] ?? ''));
	if (about && !about.parts.some(({ block }) => block === 'prose')) about.parts.unshift(aboutProse(context, about.title));
	// What is shown comes before who shows it, and how to reach them stands last; pages asked for by name keep their order.
	pages.sort((a, b) => rank(a, named) - rank(b, named));
	const contact = pages.find(isContact);
	if (contact && context.says(/\baddress\b|\badresse\b|\bdirección\b|地址/i)) contact.parts.push(addressOf(context));
	home.parts.unshift(
		hero(
			context,
			pages.slice(0, 2).map((page) => ({ label: page.title, href: page.route }))
		)
	);
	if (home.parts.length === 1) home.parts.push(overview(context, pages));
	return [home, ...pages.filter((page) => page.parts.length > 0)];
}

const rank = (page: PagePlan, named: NamedPage[]): number => {
	if (isContact(page)) return 99;
	const at = named.length > 1 ? named.findIndex(({ title }) => `/${slugOf(title)}` === page.route) : -1;
	return at >= 0
		? at
		: page.parts.some(({ block }) => block === 'form')
			? 60
			: page.parts.some(({ block }) => block === 'prose')
				? 50
				: 40;
};
const isHome = (title: string) => /^(?:home(?: ?page)?|start(?:seite)?|inicio|portada|首页)$/i.test(title.trim());
const isContact = (page: PagePlan) => /contact|kontakt|contacto|联系/i.test(page.title);

/** Whether a section is what a named page is for. */
function fits(page: NamedPage, { place, part: sectionPart, title }: Section): boolean {
	if (place === 'contact') return /contact|kontakt|contacto|联系/i.test(page.title);
	if (place === 'offers')
		return /service|what we|our (?!story|team|history|life|rule|order)|leistung|servicio|product|offer|model|服务|产品/i.test(
			page.title
		);
	if (place === 'steps') return /how to/i.test(page.title);
	if (place === 'gallery') return /gallery|galerie|galería|work|portfolio/i.test(page.title);
	return page.title.toLowerCase() === title.toLowerCase() || (sectionPart.block === 'faq' && /faq|question/i.test(page.title));
}

/** What a page's own words say of it: 'explains that ...', 'tells our history since 1911', 'sets out our rule in five articles'. */
function fill(page: PagePlan, { clause, line }: NamedPage, context: Context, sections: Section[]): void {
	const that = /\b(?:explains?|says?|tells?) that (.+)$/i.exec(clause)?.[1];
	const times = sections.find((section) => section.part.block === 'timetable')?.part;
	if (/\b(?:typical|our|a normal) day\b/i.test(clause)) {
		page.parts.push(part('prose', { title: page.title, paragraphs: dayText(context) }, [line]));
		if (times) page.parts.push({ ...times, from: [line] });
	}
	const since = /\bhistory\b[^.;]*?\bsince (\d{4})/i.exec(clause)?.[1];
	if (since || /\bhistory\b/i.test(clause))
		page.parts.push(part('prose', { title: 'Our history', paragraphs: historyText(context, since) }, [line]));
	const principles = /\b(?:articles|rules|principles|values)\b/i.test(clause) ? principlesOf(context) : undefined;
	if (principles) page.parts.push(principles);
	if (that) page.parts.push(part('prose', { title: page.title, paragraphs: whole(that) }, [line]));
}

/** A clause as a sentence, and what follows 'to be' as one of its own. */
function whole(clause: string): string[] {
	const [main = '', manner] = clause.split(/,\s+(?=to be\b)/);
	return [sentence(main), ...(manner ? [sentence(manner.replace(/^to be/i, 'This is'))] : [])];
}

function dayText(context: Context): string[] {
	const times = dailyTimesOf(context);
	const rows = times ? contentOf(times, 'timetable').rows : [];
	const [first, last] = [rows[0], rows.at(-1)];
	const between = rows.slice(1, -1).map((row) => `${row.title} at ${row.time}`);
	return first && last
		? [
				`The day begins with ${first.title} at ${first.time}.`,
				`Work, meals and rest have their place around ${between.join(' and ') || 'these hours'}.`,
				`It ends with ${last.title} at ${last.time}; after that the house is quiet.`
			]
		: ['The day begins early, has its hours for work, meals and rest, and ends quietly.'];
}

function historyText(context: Context, since: string | undefined): string[] {
	context.assumptions.push('The history says only what you told: add names, places and years.');
	return [
		`${context.title.replace(/^(?=Order|Society|Club)/, 'The ')} has been here${since ? ` since ${since}` : ' for a long time'}.`,
		...statementsOf(context).slice(0, 2),
		'Much has changed in that time; what it was begun for has not.'
	];
}

function aboutProse(context: Context, title: string): Part {
	const statements = statementsOf(context);
	const paragraphs = statements.length ? statements : [welcome(context)];
	const more =
		context.language === 'en'
			? [`If you would like to know more about ${context.title}, write to us: we read every message.`]
			: [];
	return part('prose', { title, paragraphs: [...paragraphs, ...(context.says(/contact|form/i) ? more : [])] }, [
		context.lines[0]
	]);
}

export function addressOf(context: Context): Part {
	context.assumptions.push('The address is an example: put in yours.');
	const street = {
		en: ['12 Example Street', 'Exampletown'],
		de: ['Beispielstraße 12', '12345 Beispielstadt'],
		es: ['Calle de Ejemplo 12', '28000 Ciudad'],
		zh: ['示例路12号', '示例市']
	}[context.language];
	return part(
		'contact-details',
		{ title: { en: 'Address', de: 'Adresse', es: 'Dirección', zh: '地址' }[context.language], lines: [context.title, ...street] },
		[context.lineWith(/address|adresse|dirección|地址/i)]
	);
}

/** Where to go from the start page. */
function overview(context: Context, pages: PagePlan[]): Part {
	return part(
		'items',
		{
			title: context.title,
			items: pages.map((page) => ({ title: page.title, text: sentence(firstText(page) ?? page.title) })),
			layout: 'cards'
		},
		context.lines
	);
}
function firstText(page: PagePlan): string | undefined {
	for (const { content } of page.parts) {
		if ('paragraphs' in content) return content.paragraphs[0];
		if ('layout' in content && content.layout === 'numbered') return content.items[0]?.text;
		if ('items' in content && content.items[0] && 'title' in content.items[0])
			return content.items
				.slice(0, 3)
				.map((item) => ('title' in item ? item.title : ''))
				.join(', ');
		if ('fields' in content) return 'title' in content ? content.title : undefined;
	}
	return undefined;
}

/** Where who runs the site reads what came in; no visitor sees a link to it. */
function inboxPages(context: Context, forms: Part[]): PagePlan[] {
	if (forms.length === 0) return [];
	const parts = forms.map((form) => {
		const content = form.content as { title: string; collection: string; fields: never[] };
		return part(
			'inbox',
			{ title: forms.length > 1 ? content.title : context.words.inbox, collection: content.collection, fields: content.fields },
			form.from
		);
	});
	return [
		{
			route: /\bat (\/[a-z-]{2,20})\b/.exec(context.text)?.[1] ?? '/inbox',
			title: context.words.inbox,
			description: context.words.inbox,
			parts,
			from: [],
			access: 'owner',
			isHidden: true
		}
	];
}
