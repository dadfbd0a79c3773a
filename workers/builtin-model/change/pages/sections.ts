/** The sections of pages by what people call them, and new ones as the first run composes them. */
import type { Context } from '../../understand/compose/context';
import { contextOf } from '../../understand/compose/context';
import { addressOf } from '../../understand/compose/kinds/site';
import { parametersOf } from '../../understand/compose/parameters';
import { part, type Part } from '../../understand/compose/parts';
import { countdownOf, placeOf, programmeOf } from '../../understand/compose/sections/events';
import { faqOf } from '../../understand/compose/sections/faq';
import { formsOf } from '../../understand/compose/sections/forms';
import { galleryOf } from '../../understand/compose/sections/gallery';
import { featuresOf, pricingOf, teamOf } from '../../understand/compose/sections/offers';
import { carouselOf, namedGroupOf, offersOf, openingHoursOf, progressOf } from '../../understand/compose/sections/shown';
import { readRequirement } from '../../understand/reading/reading';
import type { Draft } from '../draft';
import type { Use } from './page-draft';

export interface SectionKind {
	/** The block that it is. */
	block: string;
	words: RegExp;
	/** What it is called in a clause that composers read. */
	canonical: string;
	compose: (context: Context) => Part | undefined;
}

const kind = (block: string, words: RegExp, canonical: string, compose: SectionKind['compose']): SectionKind => ({
	block,
	words,
	canonical,
	compose
});

/** The first that fits. */
export const SECTIONS: SectionKind[] = [
	kind(
		'faq',
		/\bfaqs?\b|\bfrequent(?:ly asked)? questions\b|\bquestions and answers\b|\bq ?& ?a\b|häufige fragen|preguntas frecuentes|常见问题|问答/i,
		'FAQ',
		(context) => faqOf(context, [])
	),
	kind(
		'opening-hours',
		/\bopening (?:hours|times)\b|\b(?:business|working|office|shop) hours\b|öffnungszeiten|\bhorarios?\b|营业时间/i,
		'opening hours',
		openingHours
	),
	kind('form', /\bnewsletter\b|\bmailing list\b|\bwaiting list\b|订阅/i, 'newsletter', (context) => formsOf(context)[0]?.part),
	kind(
		'form',
		/\b(?:contact|registration|sign-?up|enquiry|inquiry|request|booking|order|volunteer)(?: us)?[ -]?form\b|\bform\b|\bkontakt(?:formular)?\b|formular|\bcontacto\b|formulario|\bcontact\b(?! details| data| info)|联系表/i,
		'contact form',
		(context) => formsOf(context)[0]?.part
	),
	kind(
		'carousel',
		/\btestimonials?\b|\bcarousel\b|\bslider\b|\bslide ?show\b|\bwhat (?:people|customers|clients) say\b|karussell|carrusel|轮播/i,
		'carousel',
		carouselOf
	),
	kind(
		'pricing',
		/\bpricing\b|\bprices?\b|\bprice list\b|\bplans\b|\bmemberships?\b|\bpreise\b|\bprecios\b|\btarifas\b|价格/i,
		'pricing',
		pricingOf
	),
	kind('team', /\b(?:our |the )?team\b|\bstaff\b|\bcrew\b|\bequipo\b|团队/i, 'team', teamOf),
	kind('gallery', /\bgaller(?:y|ies)\b|\bphotos?\b|\bpictures?\b|\bgalerie\b|\bgalería\b|图库/i, 'gallery', galleryOf),
	kind('countdown', /\bcount ?down\b|倒计时/i, 'countdown', countdownOf),
	kind(
		'timetable',
		/\bprogramme\b|\bprogram\b|\bschedule\b|\btimetable\b|\bagenda\b|\bprogramm\b|\bprograma\b|日程/i,
		'programme',
		programmeOf
	),
	kind('progress', /\bprogress bar\b|\bdonation goal\b|\bgoal\b|spendenziel/i, 'donation goal with a progress bar', progressOf),
	kind('items', /\bsponsors?\b|\bpartners?\b/i, 'sponsors', namedGroupOf),
	kind(
		'items',
		/\b(?:services?|offers?|products?|courses?|treatments?|what we (?:do|offer))\b|leistungen|servicios|服务/i,
		'services',
		(context) => offersOf(context)?.part
	),
	kind('items', /\b(?:features|benefits|advantages|reasons)\b|vorteile|ventajas/i, 'features', featuresOf),
	kind(
		'site-plan',
		/\bhow to (?:get|come|find)\b|\bdirections\b|\bsite plan\b|\banfahrt\b|cómo llegar/i,
		'how to get there',
		placeOf
	),
	kind(
		'contact-details',
		/\baddress\b|\bcontact (?:details|data|info(?:rmation)?)\b|\badresse\b|\bdirección\b|地址/i,
		'address',
		address
	)
];

/** Hours that nobody gave are examples, and it is said. */
function openingHours(context: Context): Part | undefined {
	const given = openingHoursOf(context);
	if (given) return given;
	const line = {
		en: 'Opening hours: Monday to Friday 9:00 to 17:00',
		de: 'Öffnungszeiten: Montag bis Freitag 9:00 bis 17:00',
		es: 'Horario: lunes a viernes 9:00 a 17:00',
		zh: '营业时间:星期一到星期五 9:00 到 17:00'
	}[context.language];
	context.assumptions.push('The opening hours are examples: put in yours.');
	return openingHoursOf({ ...context, lineWith: (words) => (words.test(line) ? line : undefined) });
}

function address(context: Context): Part {
	const said = /(?:address|adresse|dirección|地址)[^:：]{0,20}(?:[:：]|\bis\b)\s*(.+)$/i.exec(context.lines.at(-1) ?? '')?.[1];
	if (!said) return addressOf(context);
	const title = { en: 'Address', de: 'Adresse', es: 'Dirección', zh: '地址' }[context.language];
	return part('contact-details', { title, lines: said.replace(/[.!]+$/, '').split(/\s*,\s*/) }, []);
}

/** The kind of section that words speak of. */
export const sectionIn = (words: string): SectionKind | undefined => SECTIONS.find((section) => section.words.test(words));

/** A context of the wish alone, with what the requirement says of the subject before it where a section tells of that. */
export function contextFor(draft: Draft, clause: string, requirement = ''): Context {
	const reading = readRequirement(`${requirement}\n${clause}`);
	const { language } = draft.after.design;
	const context = contextOf({ ...reading, language }, draft.after.title);
	return { ...context, title: draft.after.title, assumptions: [] };
}

/** A new section from the words that ask for it; undefined where they say too little. */
export function composed(
	draft: Draft,
	section: SectionKind,
	clause: string,
	requirement: string
): { use: Use; assumptions: string[] } | undefined {
	const alone = section.block === 'faq' || section.block === 'countdown' ? requirement : '';
	const context = contextFor(draft, clause, alone);
	const made = section.compose(context) ?? section.compose(contextFor(draft, `${clause} ${section.canonical}`, alone));
	if (!made) return undefined;
	const title = 'title' in made.content && typeof made.content.title === 'string' ? made.content.title : '';
	return {
		use: { block: made.block, parameters: parametersOf(made, context.words), menu: (made.menu ?? title).slice(0, 40) },
		assumptions: context.assumptions
	};
}
