/** The plan of an app as a blueprint: its pages, what each part of them must do, and what was not understood. */
import { blueprintSchema, type Blueprint, type BlueprintInput } from '../../../../src/lib/domain/blueprint';
import { parametersOf } from '../compose/parameters';
import type { AppPlan, PagePlan, Part } from '../compose/parts';
import { capital, PHRASES, slugOf, type Phrases } from '../compose/phrases';
import { currencyOf } from '../content/prices';
import { KIND_WORDS, type Kind } from '../reading/kind-words';
import type { Language } from '../reading/language';
import type { Reading } from '../reading/reading';
import type { Offer } from './coverage';
import { fileRequirements, type Filed, type Wanted } from './requirements';

/** What is known of a block: whether it takes these parameters, and what it does with them. */
export interface KnownBlock {
	frames: readonly string[];
	problemsOf: (parameters: Record<string, unknown>) => string[];
	criteria: (parameters: Record<string, unknown>) => { check: string; text: string }[];
}
export type KnownBlocks = (name: string) => KnownBlock | undefined;

export interface Written {
	blueprint: Blueprint;
	share: number;
	/** Parts that no block takes, each with why. */
	dropped: { block: string; problems: string[] }[];
}

interface LaidPage {
	page: PagePlan;
	parts: { part: Part; parameters: Record<string, unknown>; criteria: { check: string; text: string }[] }[];
}

/**
 * Undefined when what the app is for has no block: an opening alone is no app.
 * @throws ZodError when the blueprint would not be valid, which is a defect of this model.
 */
export function writeBlueprint(reading: Reading, plan: AppPlan, known: KnownBlocks): Written | undefined {
	const frame = plan.isShared ? 'site' : 'client';
	const language: Language = reading.language === 'other' ? 'en' : reading.language;
	const dropped: Written['dropped'] = [];
	const pages = plan.pages
		.map((page): LaidPage => ({
			page,
			parts: page.parts.flatMap((part) => laid(part, { frame, words: PHRASES[language] }, known, dropped))
		}))
		.filter((page) => page.parts.length > 0);
	if (!isWhole(pages, dropped)) return undefined;
	const offer = offerOf(pages, plan, { kind: reading.guess.kind, language });
	const filed = fileRequirements(reading.sentences, wantedOf(pages, reading), offer);
	const { style } = reading;
	const blueprint = blueprintSchema.parse({
		title: plan.title,
		slug: latinSlug(plan.title),
		summary: plan.summary.slice(0, 1000),
		frame,
		stack:
			frame === 'client'
				? ['TypeScript', 'React', 'Vite', 'Vitest']
				: ['TypeScript', 'React', 'Vite', 'Hono', 'PostgreSQL (PGlite)', 'Vitest'],
		design: {
			...{
				palette: style.ground || style.part ? 'custom' : 'ocean',
				ground: style.ground,
				part: style.part,
				darkMode: style.mode,
				language
			},
			...{
				locale: { en: 'en', de: 'de', es: 'es', zh: 'zh' }[language],
				currency: currencyOf(reading.text, language),
				layout: plan.layout,
				icon: plan.icon,
				tagline: plan.tagline
			}
		},
		requirements: filed.requirements.length ? filed.requirements : [{ id: 'R1', text: 'The app shall exist.' }],
		assumptions: assumptionsOf(reading, plan, filed),
		notUnderstood: [...filed.notUnderstood, ...style.unknown.map((name) => `the colour “${name}”`)],
		features: featuresOf(pages, filed)
	} satisfies BlueprintInput);
	return { blueprint, share: filed.share, dropped };
}

/** Something besides the opening, and more than half of what was planned. */
function isWhole(pages: LaidPage[], dropped: Written['dropped']): boolean {
	const kept = pages.flatMap(({ parts }) => parts).filter(({ part }) => part.block !== 'hero').length;
	const lost = dropped.filter(({ block }) => block !== 'hero' && block !== 'inbox').length;
	const [first] = pages;
	const hasFirst =
		first?.page.parts.every(({ block }) => block === 'hero') || first?.parts.some(({ part }) => part.block !== 'hero');
	return first?.page.route === '/' && hasFirst === true && kept > 0 && kept >= lost;
}

function laid(
	part: Part,
	{ frame, words }: { frame: string; words: Phrases },
	known: KnownBlocks,
	dropped: Written['dropped']
): LaidPage['parts'] {
	const block = known(part.block);
	const parameters = parametersOf(part, words);
	const problems = !block
		? ['There is no such block.']
		: block.frames.includes(frame)
			? block.problemsOf(parameters)
			: [`The frame '${frame}' has no such block.`];
	if (!block || problems.length) {
		dropped.push({ block: part.block, problems });
		return [];
	}
	return [{ part, parameters, criteria: block.criteria(parameters) }];
}

function wantedOf(pages: LaidPage[], reading: Reading): Wanted[] {
	const ofBlocks = pages.flatMap(({ page, parts }, index) =>
		parts.flatMap(({ part, criteria }, at) =>
			criteria.map(({ check, text }): Wanted => ({
				text,
				check: { block: part.block, at, name: check },
				page: index,
				from: [...part.from, ...page.from]
			}))
		)
	);
	const first = pages[0]?.page;
	const { ground, part } = reading.style;
	const colours: Wanted[] =
		ground || part
			? [
					{
						text: `The app shall show ${[ground && `the background in ${ground}`, part && `its components in ${part}`].filter(Boolean).join(' and ')}.`,
						check: { name: 'shows-colours' },
						page: 0,
						from: []
					}
				]
			: [];
	const menu: Wanted[] =
		pages.filter(({ page }) => !page.isHidden).length > 1
			? [
					{
						text: 'When somebody chooses a page in the menu, the app shall open it.',
						check: { name: 'menu-opens-pages' },
						page: 0,
						from: first?.from ?? []
					}
				]
			: [];
	return [...ofBlocks, ...colours, ...menu];
}

/** One feature for each page. */
function featuresOf(pages: LaidPage[], { ofPage }: Filed): NonNullable<BlueprintInput['features']> {
	const names = new Set<string>();
	return pages.map(({ page, parts }, index) => {
		const base = page.route === '/' ? 'home' : latinSlug(page.route);
		let name = base;
		for (let more = 2; names.has(name); more++) name = `${base}-${more}`;
		names.add(name);
		return {
			name,
			kind: 'page',
			pages: [
				{
					route: latinRoute(page.route, name),
					title: page.title.slice(0, 90),
					kind: 'content' as const,
					name,
					description: page.description.slice(0, 300),
					audience: page.access,
					blocks: parts.map(({ part, parameters }) => ({ block: part.block, parameters, menu: (part.menu ?? '').slice(0, 40) }))
				}
			],
			criteria: ofPage[index] ?? []
		};
	});
}

function offerOf(pages: LaidPage[], plan: AppPlan, { kind, language }: { kind: Kind; language: Language }): Offer {
	const parts = pages.flatMap((page) => page.parts);
	const texts = [plan.title, plan.summary, ...pages.flatMap(({ page }) => [page.title, page.description])];
	for (const { parameters, criteria } of parts) {
		collect(parameters, texts);
		texts.push(...criteria.map((criterion) => criterion.text));
	}
	return {
		blocks: new Set(parts.map(({ part }) => part.block)),
		checks: new Set(parts.flatMap(({ part, criteria }) => criteria.map(({ check }) => `${part.block}.${check}`))),
		texts,
		language,
		kindWords: KIND_WORDS[kind].filter(([, weight]) => weight > 1).map(([words]) => words)
	};
}

/** All texts of parameters, labels and values alike. */
function collect(value: unknown, into: string[]): void {
	if (typeof value === 'string') into.push(value);
	else if (Array.isArray(value)) for (const item of value) collect(item, into);
	else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) collect(item, into);
}

function assumptionsOf({ style, access }: Reading, plan: AppPlan, { background }: Filed): string[] {
	return [
		...plan.assumptions,
		...style.assumed,
		...(access.contradicts
			? ['It is said that nobody needs an account, and that somebody has one: nobody needs one to look around.']
			: []),
		...background.map((quote) => `Kept in mind, nothing is built for it alone: “${quote}”`)
	].map((assumption) => capital(assumption));
}

/** Blueprint names are of Latin letters. */
function latinSlug(text: string): string {
	const plain = slugOf(text)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+|-+$/g, '')
		.slice(0, 50)
		.replace(/-+$/, '');
	return plain || 'app';
}
function latinRoute(route: string, name: string): string {
	return /^\/[a-z0-9/-]*$/.test(route) ? route : `/${name}`;
}
