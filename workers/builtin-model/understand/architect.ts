/** From a requirement in plain words to a blueprint: what was understood, what was assumed, what will not be built. */
import nlp from 'compromise';
import type { Blueprint, BlueprintInput, Chart, Entity, Requirement } from '../../../src/lib/domain/blueprint';
import { blueprintSchema } from '../../../src/lib/domain/blueprint';
import { filterFields } from '../generate/backend';
import { bookingOf, takenName } from '../generate/bookings';
import { criterionKind, wording, type CriterionKind } from '../generate/criteria';
import { accessOf, childrenOf, namesOf, parentField, rolesOf, someoneWhoMayNot } from '../generate/names';
import { askedFor } from '../generate/palette';
import { overdueSql, scaledField, startField, stateField } from '../generate/specials';
import { ownerPair } from '../generate/tests';
import { findCharts } from './charts';
import { findColours } from './colours';
import { isBackground, unbuiltParts, type Plan } from './coverage';
import { findThings, type FoundThing } from './entities';
import { BUSINESSES } from './lexicon';
import { findRoles, type Roles } from './roles';

type FeatureInput = NonNullable<BlueprintInput['features']>[number];

/** @throws ZodError when the blueprint would not be valid, which is a defect of this model. */
export function architect(requirement: string): Blueprint {
	const text = requirement.trim() || 'an app';
	const sentences = (nlp(text).sentences().out('array') as string[]).map((one) => one.trim()).filter(Boolean);
	const roles = findRoles(text);
	const found = findThings(text, sentences, roles);
	const entities = found.things.map((one) => one.entity);
	givePermissions(found.things, roles, text);
	const charts = findCharts(text, entities);
	const colours = findColours(text);
	const title = titleOf(text, entities);
	const draft: Blueprint = blueprintSchema.parse({
		title,
		slug:
			title
				.toLowerCase()
				.replace(/[^a-z0-9]+/g, '-')
				.replace(/^[^a-z]+|-$/g, '') || 'app',
		summary: `Keeps ${listWords(entities.slice(0, 4).map((one) => namesOf(one).all))}.`,
		stack: ['TypeScript', 'React', 'Vite', 'Hono', 'PostgreSQL (PGlite)', 'Vitest'],
		design: {
			palette: colours.palette,
			colours: colours.colours,
			darkMode: colours.darkMode,
			currency: /\$|\bdollars?\b|\busd\b/i.test(text) ? 'USD' : /£|\bpounds?\b|\bgbp\b/i.test(text) ? 'GBP' : 'EUR'
		},
		roles: roles.roles,
		requirements: [{ id: 'R1', text: 'The app shall exist.' }],
		entities,
		features: [{ name: 'session', kind: 'session' }]
	} satisfies BlueprintInput);
	const plan = planFeatures(draft, { roles, charts, sentences, found: found.things });
	return blueprintSchema.parse({
		...draft,
		requirements: plan.requirements,
		features: plan.features,
		assumptions: [
			...roles.assumptions,
			...found.assumptions,
			...plan.background.map((one) => `Taken as background, not as a wish: “${one}”`),
			...(text.split(/\s+/).length < 25
				? ['The requirement is short: this is the smallest app that helps; say more and it grows.']
				: [])
		],
		questions: questionsFor(text, roles),
		notUnderstood: plan.notUnderstood,
		journeys: journeysOf(draft, charts)
	} satisfies BlueprintInput);
}

const listWords = (words: string[]) =>
	words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : (words[0] ?? 'things');

function titleOf(text: string, entities: Entity[]): string {
	const named =
		/\b(?:build|make|create|want|need)?\s*(?:me )?an? ([a-z]+ (?:dashboard|manager|tracker|board|planner|[a-z]*shop|community|portal))\b/i.exec(
			text
		)?.[1] ?? /^(job board|[a-z]+ (?:board|tracker|planner|dashboard))\b/i.exec(text)?.[1];
	const business = BUSINESSES.find(
		(one) => one.words.test(text) && one.things.some((name) => entities.some((entity) => entity.name === name))
	)?.title;
	const title = named ?? business ?? `${entities[0] ? namesOf(entities[0]).all : 'My'} app`;
	return title.charAt(0).toUpperCase() + title.slice(1).toLowerCase();
}

function givePermissions(things: FoundThing[], roles: Roles, text: string): void {
	const all = roles.roles.map((role) => role.name);
	const writers = all.filter((name) => !roles.readOnly.includes(name));
	for (const { thing, entity } of things) {
		const makers = roles.roles.filter((role) => makesIt(role.name, role.label, thing.words, text)).map((role) => role.name);
		const create =
			thing.name === 'application' && all.includes('candidate')
				? ['candidate']
				: thing.name.startsWith('candidate') || thing.name === 'saved-job'
					? all.filter((name) => name === 'candidate')
					: makers.length
						? makers
						: writers;
		const owned = roles.isOpen && thing.name !== 'application';
		entity.permissions = {
			read: thing.isPrivate
				? ['owner']
				: thing.name === 'application' && all.includes('company')
					? ['owner', 'company']
					: roles.isPublic
						? ['public']
						: all,
			create,
			update:
				owned || thing.isPrivate
					? ['owner', ...create]
					: thing.name === 'application'
						? ['company'].filter((name) => all.includes(name))
						: writers,
			delete:
				owned || thing.isPrivate
					? ['owner', ...create]
					: thing.name === 'application'
						? ['company'].filter((name) => all.includes(name))
						: writers
		};
	}
}

function makesIt(name: string, label: string, words: RegExp, text: string): boolean {
	const plural = label.toLowerCase().endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`;
	const match = new RegExp(
		`\\b(?:${plural}|${name}s?)\\s+(?:can\\s+|may\\s+)?(?:post|create|add|write|publish|offer)\\s+([^.]{0,30})`,
		'i'
	).exec(text);
	return match?.[1] !== undefined && words.test(match[1]);
}

interface PlanInput {
	roles: Roles;
	charts: { chart: Chart; quote: string }[];
	sentences: string[];
	found: FoundThing[];
}

/** Requirements follow the person's sentences; what nobody said but the app needs comes last, without a quote. */
function planFeatures(
	draft: Blueprint,
	input: PlanInput
): { requirements: Requirement[]; features: FeatureInput[]; notUnderstood: string[]; background: string[] } {
	const book = new RequirementBook(input.sentences);
	const features: FeatureInput[] = [];
	const { roles, found } = input;

	const session: FeatureInput = {
		name: 'session',
		kind: 'session',
		pages: [{ route: '/sign-in', title: 'Sign in', kind: 'form' }]
	};
	session.criteria = book.add(
		'Somebody who signs in shall get to the app, and nobody else.',
		(one) => /\bsign|\bregist|\blog ?in\b/i.test(one),
		[wording.signIn(), ...(roles.isOpen ? [wording.signUp()] : [])]
	);
	const { colours, darkMode } = draft.design;
	const looks = [
		...(colours.length ? [wording.colours(askedFor(draft.design, 'accent'), askedFor(draft.design, 'ground'))] : []),
		...(darkMode === 'system' ? [] : [wording.mode(darkMode)])
	];
	if (looks.length) book.add('The app shall look as asked.', () => false, looks, session.criteria);
	features.push(session);
	if (draft.roles.length > 1) {
		const users: FeatureInput = {
			name: 'users',
			kind: 'users',
			needs: ['session'],
			pages: [{ route: '/users', title: 'Users', kind: 'list' }]
		};
		users.criteria = book.add(
			'An administrator shall manage who may sign in, and as what.',
			(one) => /\binvite|user management|users\b|deactivate/i.test(one),
			[wording.invite(), wording.role(), wording.deactivate(), wording.usersRefuse()]
		);
		features.push(users);
	}
	for (const { thing, entity } of found) features.push(entityFeature(draft, entity, (one) => thing.words.test(one), book, input));
	const wantsDashboard = input.charts.length > 0;
	if (wantsDashboard) {
		const dashboard: FeatureInput = {
			name: 'dashboard',
			kind: 'dashboard',
			needs: features.filter((one) => one.entity).map((one) => one.name),
			charts: input.charts.map((one) => one.chart),
			pages: [{ route: '/', title: 'Dashboard', kind: 'dashboard' }]
		};
		const ids: string[] = [];
		for (const { chart, quote } of input.charts) {
			const criterion =
				chart.kind === 'ranking' ? wording.ranking(chart.title.toLowerCase()) : wording.series(chart.title.toLowerCase());
			book.add('The dashboard shall give an overview.', (one) => quote !== '' && one.includes(quote), [criterion], ids);
		}
		dashboard.criteria = ids;
		features.unshift(dashboard);
	}
	const pages = features.flatMap((one) => one.pages ?? []);
	const finished = book.finish({
		draft,
		found,
		chartQuotes: input.charts.map((one) => one.quote),
		hasBoard: pages.some((page) => page.kind === 'board'),
		hasCalendar: pages.some((page) => page.kind === 'calendar'),
		hasColours: colours.length > 0
	});
	return { features, ...finished };
}

function entityFeature(
	draft: Blueprint,
	entity: Entity,
	speaksOf: (sentence: string) => boolean,
	book: RequirementBook,
	input: PlanInput
): FeatureInput {
	const { one, all, route } = namesOf(entity);
	const isTop = entity.ownedBy === null;
	const filters = filterFields(entity);
	const outsider = someoneWhoMayNot(draft, entity, 'create');
	const children = childrenOf(draft, entity).filter((child) => parentField(child));
	const spoken = input.sentences.join(' ');
	const wantsBoard =
		!!stateField(entity)?.required &&
		/move (them|it|cards|tasks)|kanban|columns/i.test(spoken) &&
		['application', 'card', 'task', 'ticket'].includes(entity.name);
	const wantsCalendar = !!startField(entity);
	const texts = [
		wording.list(all),
		wording.create(one),
		wording.invalid(one),
		wording.change(one),
		wording.remove(one),
		...(outsider
			? [
					wording.refuse(
						rolesOf(draft)
							.find((role) => role.name === outsider)
							?.label.toLowerCase() ?? outsider,
						all
					)
				]
			: []),
		...(filters.length ? [wording.filter(all, filters.map((field) => field.label.toLowerCase()).join(' or '))] : []),
		...(ownerPair(draft, entity).length === 2 && ownerPair(draft, entity)[1] ? [wording.own(one)] : []),
		...(overdueSql(entity) ? [wording.overdue(one)] : []),
		...(scaledField(entity) ? [wording.scale(one)] : []),
		...(wantsBoard ? [wording.board(one)] : []),
		...(wantsCalendar ? [wording.calendar(all)] : []),
		...(bookingOf(entity) ? [wording.booked(one, takenName(draft, entity))] : []),
		...children.map((child) => wording.panel(one, namesOf(child).all)),
		...(isTop && accessOf(draft, entity, 'read') === 'public' ? [wording.visitor(all)] : []),
		...(isTop && entity === input.found[0]?.entity ? [wording.live()] : [])
	];
	return {
		name: entity.plural === 'session' || entity.plural === 'users' ? `${entity.plural}-list` : entity.plural,
		kind: 'crud',
		entity: entity.name,
		needs: [
			'session',
			...entity.fields
				.flatMap((field) =>
					field.reference && field.reference !== entity.name
						? [input.found.find((other) => other.entity.name === field.reference)?.entity.plural]
						: []
				)
				.filter((name) => name !== undefined)
		],
		pages: [
			...(wantsCalendar ? [{ route: `${route}/calendar`, title: 'Calendar', kind: 'calendar' as const }] : []),
			...(wantsBoard ? [{ route: `${route}/board`, title: `Board of ${all}`, kind: 'board' as const }] : []),
			...(isTop
				? [
						{ route, title: all.charAt(0).toUpperCase() + all.slice(1), kind: 'list' as const },
						{ route: `${route}/:id`, title: one.charAt(0).toUpperCase() + one.slice(1), kind: 'detail' as const }
					]
				: [])
		],
		criteria: book.add(`The app shall keep ${all}.`, speaksOf, texts)
	};
}

/** Words by which a person asks for a kind of criterion: it is filed under that sentence. */
const SPOKEN: Partial<Record<CriterionKind, RegExp>> = {
	list: /\bsearch|\bsort/i,
	filter: /\bfilter/i,
	refuse: /\bnot change|\bcannot|\bonly\b.*\b(may|can)\b|\b(may|can) only\b|read.only/i,
	panel: /\bsee its|\bopen one|\bsee\b.*\bper\b/i,
	overdue: /\boverdue\b/i,
	'sign-in': /\b(nobody|no one) but\b|\bsign(ed|s)? ?in\b|\blog ?in\b|\bpassword\b/i,
	scale: /\bservings\b/i,
	board: /\bmove\b|\bcolumns\b|kanban/i,
	calendar: /\bcalendar\b|\bappointments?\b/i,
	booked: /\bdouble.?book|\boverlap|\b(never|not|no) two\b|\bat once\b|\btwice\b/i,
	live: /\blive\b|without reloading|real.?time/i,
	invite: /\binvite/i,
	role: /\brole/i,
	deactivate: /\bdeactivate/i,
	'users-refuse': /\badministrators?\b|\badmins?\b/i,
	colours: /\bcolou?rs?\b|\bbackground\b|\bbuttons?\b|\btheme\b|\bcomponents\b/i,
	mode: /\b(dark|light) (mode|theme|design)\b/i
};
/** Kinds whose sentence must also name the thing. */
const NEEDS_NAME = new Set<CriterionKind>(['list', 'panel']);

/** Criteria filed under the sentence they come from. */
class RequirementBook {
	readonly #entries: { quote: string; text: string; criteria: string[][] }[];
	readonly #implied = new Map<string, string[][]>();
	readonly #slots: string[][] = [];

	constructor(sentences: string[]) {
		this.#entries = sentences.map((quote) => ({ quote, text: '', criteria: [] }));
	}

	/** Files criteria; the ids it answers with are filled in by `finish`. */
	add(text: string, fits: (sentence: string) => boolean, criteria: string[], ids: string[] = []): string[] {
		this.#slots.push(ids);
		const home = this.#entries.find((one) => fits(one.quote));
		for (const one of criteria) {
			const words = SPOKEN[criterionKind(one)];
			const own =
				words &&
				this.#entries.find((entry) => words.test(entry.quote) && (fits(entry.quote) || !NEEDS_NAME.has(criterionKind(one))));
			const entry = own ?? home;
			const list = entry ? entry.criteria : (this.#implied.get(text) ?? this.#implied.set(text, []).get(text) ?? []);
			if (entry && !entry.text.includes(text)) entry.text = [entry.text, text].filter(Boolean).join(' ');
			const slot = [one];
			list.push(slot);
			this.#pending.push({ slot, ids });
		}
		return ids;
	}
	readonly #pending: { slot: string[]; ids: string[] }[] = [];

	/** Every sentence becomes a requirement with criteria or one that is not built; what else is unbuilt is named part by part. */
	finish(plan: Plan): { requirements: Requirement[]; notUnderstood: string[]; background: string[] } {
		const background = this.#entries.filter((one) => one.criteria.length === 0 && isBackground(one.quote));
		const entries = this.#entries.filter((one) => !background.includes(one));
		const unbuilt = new Map(entries.map((one) => [one, unbuiltParts(one.quote, plan)]));
		for (const one of entries) if (one.criteria.length === 0 && unbuilt.get(one)?.length === 0) this.#fileUnder(one);
		const all = [...entries, ...[...this.#implied].map(([text, criteria]) => ({ quote: '', text, criteria }))].filter(
			(one) => one.quote !== '' || one.criteria.length > 0
		);
		const requirements = all.map((one, index): Requirement => {
			const id = `R${index + 1}`;
			const isPlanned = one.criteria.length > 0;
			return {
				id,
				text: isPlanned ? one.text : 'Not understood: nothing is built for this.',
				quote: one.quote,
				status: isPlanned ? 'planned' : 'not-understood',
				criteria: one.criteria.map((slot, at) => {
					const criterion = `${id}.${at + 1}`;
					this.#pending.find((entry) => entry.slot === slot)?.ids.push(criterion);
					return { id: criterion, text: slot[0] ?? '' };
				})
			};
		});
		const notUnderstood = entries.flatMap((one) =>
			one.criteria.length === 0 ? [one.quote.replace(/[.!?]$/, '')] : (unbuilt.get(one) ?? [])
		);
		return { requirements, notUnderstood: [...new Set(notUnderstood)], background: background.map((one) => one.quote) };
	}

	/** A sentence that only says more about what is planned takes over the criteria that it speaks of. */
	#fileUnder(entry: { quote: string; text: string; criteria: string[][] }): void {
		const homes = [
			...this.#entries.filter((one) => one !== entry).map((one) => ({ text: one.text, list: one.criteria, least: 1 })),
			...[...this.#implied].map(([text, list]) => ({ text, list, least: 0 }))
		];
		for (const { text, list, least } of homes) {
			for (const slot of [...list]) {
				const words = SPOKEN[criterionKind(slot[0] ?? '')];
				if (!words?.test(entry.quote) || list.length <= least) continue;
				list.splice(list.indexOf(slot), 1);
				entry.criteria.push(slot);
				if (!entry.text.includes(text)) entry.text = [entry.text, text].filter(Boolean).join(' ');
			}
		}
	}
}

const EVERYBODY_MAY = /\b(every(one|body)|any(one|body)) (may|can) (edit|change|do|delete)\b/i;
const ONLY_SOME_MAY = /\b(nobody|no one) but\b|\bonly (the )?\w+ (may|can) (edit|change|do|delete)\b/i;

function questionsFor(text: string, roles: Roles) {
	const questions: { question: string; default: string }[] = [];
	if (EVERYBODY_MAY.test(text) && ONLY_SOME_MAY.test(text))
		questions.push({
			question: 'Who may edit? The text says both that everybody may and that only some may.',
			default: 'Those who are signed in, each as their role allows.'
		});
	if (roles.assumptions.length)
		questions.push({ question: 'Who will use the app, and may everybody do everything?', default: roles.assumptions[0] ?? '' });
	if (!/€|\$|£|euro|dollar|pound|currency/i.test(text)) questions.push({ question: 'Which currency?', default: 'Euro.' });
	if (/appointment|calendar|booking/i.test(text))
		questions.push({
			question: 'Should the app refuse two appointments at the same time?',
			default: 'Yes, those of one doctor, room or place; cancelled ones do not count.'
		});
	return questions.map((one, index) => ({ id: `Q${index + 1}`, ...one }));
}

function journeysOf(draft: Blueprint, charts: unknown[]) {
	const role = draft.roles.find((one) => one.permissions.includes('*:write'))?.name ?? 'admin';
	const first = draft.entities.find((entity) => entity.ownedBy === null);
	const journeys = [];
	if (first) {
		const { all, one } = namesOf(first);
		journeys.push({
			id: 'J1',
			title: `Look up a ${one}`,
			steps: [
				{ role, action: 'sign in' },
				{ role, action: 'open', target: all },
				{ role, action: 'search', target: all },
				{ role, action: 'open', target: one }
			]
		});
	}
	if (charts.length)
		journeys.push({
			id: 'J2',
			title: 'Read the figures',
			steps: [
				{ role, action: 'sign in' },
				{ role, action: 'open', target: 'Dashboard' }
			]
		});
	return journeys;
}
