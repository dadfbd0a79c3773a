/** Helpers that answer: questions and answers with a chat, and advisors that ask and then recommend. */
import { symbolFor } from '../../content/symbols';
import { itemsOf, listsOf } from '../../reading/lists';
import { countOf } from '../../reading/numbers';
import { fieldFrom } from '../../reading/form-fields';
import { singular } from '../../reading/subject';
import { app, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan, type Faq, type Step } from '../parts';
import { capital, listWords } from '../phrases';
import { statementsOf } from '../statements';

export function composeAssistant(context: Context): AppPlan | undefined {
	if (context.language !== 'en') return undefined;
	const groups = context.lines
		.flatMap(listsOf)
		.find(({ head }) => /\bgroups?|topics?|categor|questions and answers\b/i.test(head))?.items ??
		aboutList(context) ?? ['general', 'orders', 'visits'];
	const total = countOf(context.text, 'questions(?: and answers)?')?.count ?? groups.length * 5;
	const each = Math.max(1, Math.round(total / groups.length));
	const number = /\b(?:number|call)\s+(\+?[\d][\d ]{5,18}\d)/i.exec(context.text)?.[1];
	const urgentGroup = groups.find((group) => /emergency|urgent/i.test(group));
	const filled = groups.map((name) => ({
		name: capital(name),
		items: answersFor(name, each, context, name === urgentGroup ? number : undefined)
	}));
	context.assumptions.push('The answers are examples in the words of your groups: check each before people rely on it.');
	const line = (words: RegExp) => context.lines.filter((sentence) => words.test(sentence));
	const urgent = number && urgentGroup ? { words: URGENT, number, text: `In an emergency call ${number} first.` } : undefined;
	const parts = [
		part(
			'hero',
			{
				title: context.title,
				text: [statementsOf(context)[0], `Answers for its customers: ${listWords(groups, 'en')}.`].filter(Boolean).join(' '),
				symbol: symbolFor(context.text)
			},
			context.lines.slice(0, 1)
		),
		part(
			'faq',
			{
				title: 'Questions and answers',
				groups: filled,
				search: true,
				...(urgent ? { urgent: { group: capital(urgentGroup ?? ''), number: urgent.number, text: urgent.text } } : {})
			},
			line(/\bsearch\b|\bquestions and answers\b|\bemergency\b/i)
		),
		part(
			'assistant',
			{
				name: `${context.title} helper`,
				greeting: 'Ask me something. I answer from the questions on this page; I am a program, not a person.',
				answers: filled.flatMap(({ name, items }) => items.map((item) => ({ ...item, group: name }))),
				action: /\bcall ?back\b/i.test(context.text) ? 'Ask for a call back' : 'Ask a person',
				noAnswer: 'I have no answer to that. Leave your number and a message, and somebody will call you back.',
				fields: [fieldFrom('phone number'), fieldFrom('message')],
				thanks: 'Thank you. Somebody will call you back.',
				collection: 'call-backs',
				...(urgent ? { urgent } : {}),
				corner: /\bbottom right\b|\bcorner\b|\blittle chat\b/i.test(context.text)
			},
			line(/\bchat\b|\breplies\b|\bcall ?back\b/i)
		)
	];
	const inbox = page(
		'/inbox',
		'Call backs',
		[
			part(
				'inbox',
				{ title: 'Call backs', collection: 'call-backs', fields: [fieldFrom('phone number'), fieldFrom('message')] },
				[]
			)
		],
		{ access: 'owner', isHidden: true }
	);
	return app(context, [page('/', context.title, parts, { from: context.lines.slice(0, 1) }), inbox], {
		summary: `Questions and answers of ${context.title}, with a helper that finds them.`,
		isShared: true,
		layout: 'site'
	});
}

/** 'questions about prices, opening hours and repairs'. */
function aboutList({ text }: Context): string[] | undefined {
	const list = /\bquestions about ([^.;:]+)/i.exec(text)?.[1];
	const items = list ? itemsOf(list.replace(/\s+and hands? over .*/i, '')) : [];
	return items.length > 1 ? items : undefined;
}

const URGENT = ['emergency', 'gas', 'smell', 'leak', 'fire', 'smoke', 'flood', 'burst', 'carbon monoxide', 'danger'];

/** What people ask about anything that goes by such a name. */
function answersFor(group: string, count: number, { title }: Context, urgentNumber: string | undefined): Faq[] {
	const thing = group.toLowerCase();
	if (urgentNumber) {
		const call = `Call ${urgentNumber} at once.`;
		return [
			{
				question: 'I smell gas or burning. What do I do?',
				answer: `${call} Open the windows, touch no switch and leave the house.`
			},
			{
				question: 'Something is leaking. What do I do?',
				answer: `${call} Close the valve if you can reach it safely, and keep away from what has run out.`
			},
			{
				question: 'There is smoke. What do I do?',
				answer: `${call} Leave the house, close the doors behind you, and stay outside.`
			},
			{
				question: 'It has gone out in the middle of winter. Is that an emergency?',
				answer: `${call} When it is freezing and nothing works, it is.`
			},
			{ question: 'Whom do I call at night?', answer: `${urgentNumber}, at any hour.` },
			{ question: 'An alarm is sounding. What do I do?', answer: `${call} Leave the house first and wait outside.` }
		].slice(0, count);
	}
	const one = singular(thing);
	const known = Object.entries(ANSWERS).find(([words]) => new RegExp(words, 'i').test(thing))?.[1];
	const general: Faq[] = [
		{
			question: `How do I ask about ${thing}?`,
			answer: `Leave your phone number and a message on this page: ${title} calls you back about ${thing}.`
		},
		{
			question: `What do you need to know about my ${one}?`,
			answer: `Your name, your address and what you see or hear. A photograph of the ${one} helps.`
		},
		{ question: `How often should the ${one} be looked at?`, answer: `Once a year is a good rule. Ask for a visit in time.` },
		{
			question: `My ${one} does not work. What can I check myself?`,
			answer: `Look whether it is switched on and whether a message is shown, and write the message down before you ask for a call back.`
		},
		{
			question: `May I repair my ${one} myself?`,
			answer: `Please do not open it. Ask for a call back and let somebody who is trained look at it.`
		},
		{ question: `Who tells me news about ${thing}?`, answer: `This page does: what changes is written here first.` }
	];
	return (known ?? general).slice(0, count);
}

const ANSWERS: Record<string, Faq[]> = {
	'deliver|shipping': [
		{
			question: 'When will my delivery come?',
			answer: 'We tell you the day when you order, and call you when the driver is on the way.'
		},
		{ question: 'Do I have to be at home for a delivery?', answer: 'Yes, please: somebody must open the door and sign.' },
		{
			question: 'Can I change the day of my delivery?',
			answer: 'Yes. Leave your phone number and the new day, and we call you back.'
		},
		{ question: 'Can you deliver when the road is narrow?', answer: 'Tell us before: we then send a smaller vehicle.' },
		{
			question: 'How do I see that the right amount was delivered?',
			answer: 'The delivery note states it. Compare it before you sign.'
		},
		{
			question: 'What if nobody came on the day that was promised?',
			answer: 'Leave your number here: we find out and call you back.'
		}
	],
	'invoice|bill|pay': [
		{ question: 'Where do I find my invoice?', answer: 'It comes by post or by e-mail after each delivery or visit.' },
		{
			question: 'My invoice seems wrong. What do I do?',
			answer: 'Leave your phone number and the number of the invoice: we check it and call you back.'
		},
		{ question: 'Until when do I have to pay an invoice?', answer: 'The date stands at the bottom of the invoice.' },
		{
			question: 'Can I pay an invoice in parts?',
			answer: 'Ask us before the date on the invoice has passed: we then look for a way together.'
		},
		{ question: 'Can I get my invoice a second time?', answer: 'Yes. Leave your name and the month, and we send it again.' },
		{ question: 'Can the invoice go to another address?', answer: 'Yes. Tell us the address by a call back.' }
	],
	'return|refund|order': [
		{
			question: 'How do I return something?',
			answer: 'Leave your number and the number of your order: we tell you how to send it back.'
		},
		{ question: 'Where is my order?', answer: 'Leave the number of your order and we look it up and call you back.' },
		{ question: 'Can I change my order?', answer: 'As long as it has not left us, yes. Tell us quickly.' },
		{
			question: 'Something arrived broken. What now?',
			answer: 'Keep it and take a photograph. Leave your number and we call you back.'
		},
		{ question: 'May I collect my order myself?', answer: 'Yes. Tell us when you come.' }
	]
};

/** An advisor: it asks for what the text names, then recommends some of as many results as were named. */
export function composeAdvisor(context: Context): AppPlan | undefined {
	const steps = stepsOf(context);
	const noun = context.subject?.all ?? '';
	if (steps.length < 2 || context.language !== 'en' || !noun) return undefined;
	const line = context.lineWith(/\bhelper\b|\bwizard\b|\bwhich\b/i);
	const kinds = context.lines
		.flatMap(listsOf)
		.find(({ head }) => new RegExp(`\\b${noun}`, 'i').test(head))
		?.items.map((item) => item.replace(/\s+[–—-].*/, '')) ?? [capital(singular(noun))];
	const count = countOf(context.text, `(?:our )?${noun}`)?.count ?? 8;
	const results = resultsFor(kinds, count, steps, noun);
	context.assumptions.push(
		`Names, sizes and loads of the ${count} ${noun} are examples: put in the true ones before people rely on them.`
	);
	const about = capital(context.subject?.phrase ?? noun);
	const title = context.name ?? about;
	const advisor = part(
		'advisor',
		{
			title: `Find the right ${singular(noun)}`,
			intro: `Answer ${steps.length} questions, and see which of our ${count} ${noun} fit.`,
			steps,
			results,
			all: `All ${count} ${noun}`,
			most: 2
		},
		context.lines
	);
	const pages = [page('/', title, [advisor], { from: [line ?? '', context.lineWith(new RegExp(`\\b${noun}`, 'i')) ?? ''] })];
	const faq = context.lineWith(/\bFAQ\b/i);
	if (faq)
		pages.push(
			page(
				'/faq',
				'Questions',
				[part('faq', { title: 'Questions', groups: [{ items: advisorFaq(noun, steps) }], search: false }, [faq])],
				{ from: [faq] }
			)
		);
	return app({ ...context, title }, pages, {
		summary: `A helper that asks ${steps.length} questions and names the ${noun} that fit.`,
		layout: 'site',
		isShared: false
	});
}

/** 'what wall (brick, wood), how deep is the shelf, how long, what goes on it (books, plates)'. */
function stepsOf(context: Context): Step[] {
	const line = context.lines.find((sentence) => /:\s*(?:what|which|how|where|who)\b/i.test(sentence));
	const list = line?.slice(line.search(/:\s*(?:what|which|how|where|who)\b/i) + 1).replace(/[.!?]\s*$/, '');
	if (!list) return [];
	let thing = '';
	return itemsOf(list).map((item): Step => {
		const options = itemsOf(/\(([^)]+)\)/.exec(item)?.[1] ?? '');
		const words = item.replace(/\s*\([^)]*\)/, '').trim();
		thing = /\b(?:is|are) (the \w+)/i.exec(words)?.[1] ?? thing;
		const isSize = /^how (?:deep|long|wide|high|tall|heavy|far|old|many)\b/i.test(words);
		const measure = /^how (\w+)/i.exec(words)?.[1]?.toLowerCase() ?? '';
		const question =
			isSize && !/\bis|are\b/.test(words)
				? `How ${measure} is ${thing || 'it'}?`
				: /^what wall|^what \w+$/i.test(words)
					? `What kind of ${words.replace(/^what\s+/i, '')} is it?`
					: `${capital(words)}?`;
		const name = isSize
			? ({
					deep: 'depth',
					long: 'length',
					wide: 'width',
					high: 'height',
					tall: 'height',
					heavy: 'weight',
					far: 'distance',
					old: 'age',
					many: 'number'
				}[measure] ?? measure)
			: (words.split(/\s+/).find((word) => !/^(?:what|which|goes|is|on|it|the|of|do|you)$/i.test(word)) ?? 'use').toLowerCase();
		return isSize
			? { name, question, kind: 'number', unit: UNITS[name] ?? '', min: 1, max: LIMITS[name] ?? 1000 }
			: { name: name === 'goes' ? 'use' : name, question, kind: 'choice', options: options.length ? options : ['yes', 'no'] };
	});
}
const UNITS: Record<string, string> = {
	depth: 'cm',
	length: 'cm',
	width: 'cm',
	height: 'cm',
	weight: 'kg',
	distance: 'km',
	age: 'years'
};
const LIMITS: Record<string, number> = { depth: 80, length: 400, width: 400, height: 400, weight: 500, age: 120 };

/** Results that between them suit every answer: each takes part of the first choice and half of the last. */
function resultsFor(kinds: string[], count: number, steps: Step[], noun: string) {
	const choices = steps.filter((step) => step.kind === 'choice');
	const size = steps.find((step) => step.kind === 'number');
	const qualities = ['Light', 'Heavy', 'Long', 'Slim', 'Strong', 'Hidden', 'Broad', 'Simple', 'Double', 'Angled'];
	return Array.from({ length: count }, (_, at) => {
		const kind = singular(kinds[at % kinds.length] ?? noun);
		const load = 10 + ((at * 17) % 50);
		const suits: Record<string, string[] | { min?: number; max?: number }> = {};
		for (const [place, { name, options = [] }] of choices.entries())
			suits[name] = options.filter((_option, option) => (option + at + place) % 2 === 0 || options.length < 3);
		if (size) suits[size.name] = at % 2 ? { max: Math.round((size.max ?? 100) / 2) } : { max: size.max ?? 100 };
		const name = `${qualities[at % qualities.length] ?? ''} ${kind}`;
		return {
			name: capital(name),
			word: noun,
			symbol: symbolFor(noun, '🔩'),
			text: `${capital(name)}: carries up to ${load} kg.`,
			facts: [{ label: 'Largest load', value: `${load} kg` }],
			suits,
			spacing: 40 + (at % 4) * 10,
			load
		};
	});
}

const advisorFaq = (noun: string, steps: Step[]): Faq[] => [
	{
		question: `How do I find the right ${singular(noun)}?`,
		answer: `Answer the ${steps.length} questions of the helper: it names what fits and says why.`
	},
	{ question: `How many ${noun} do I need?`, answer: 'The helper says how many, from the length that you enter.' },
	{ question: 'Can I change an answer?', answer: 'Yes: go back, change it, and the advice changes with it.' },
	{ question: `Where do I see all ${noun}?`, answer: 'Below the helper.' }
];
