/** Questions about the app, answered from its blueprint and from nothing else. */
import type { AppRole, Blueprint, Entity } from '../../../src/lib/domain/blueprint';
import { frameNamed } from '../../../src/lib/frames';
import { accessOf, isOwned, isPrivate, namesOf, rolesOf, type Action } from '../generate/names';
import { polite } from './clauses';
import { entityCalled, roleCalled } from './look-up';
import { exampleFor, WHAT_CAN_CHANGE } from './what-can-change';

const QUESTION =
	/^(?:what|who|whom|whose|how|where|when|which|why|does|do|is|are|can|may|could|will|was|tell me|explain|show me what|describe|wie|was|wer|wo|welche|kann|gibt es|qué|quién|cómo|dónde|cuál|puede|hay)\b|^(?:什么|谁|怎么|如何|哪|这个应用)/iu;
/** A wish in the form of a question: 'can you add a birthday?' */
const WISH =
	/\b(?:add|remove|delete (?:the|a)|rename|change (?:the|it)|make (?:it|the)|create a|have an?|get an?|put an?|track|manage|keep|store|use (?:a|the)|show (?:the|a)|let|allow)\b/i;

/** The answer; undefined where this is no question. */
export function answerTo(words: string, blueprint: Blueprint): string | undefined {
	const text = words.trim();
	const isAsked = /[?？]\s*$/.test(text) || QUESTION.test(text);
	if (!isAsked || (!QUESTION.test(text) && !/[?？]\s*$/.test(text))) return undefined;
	if (isWish(text)) return undefined;
	const asked = text.replace(/[?？.!]+\s*$/, '');
	for (const answer of ANSWERS) {
		const found = answer(asked, blueprint);
		if (found) return found;
	}
	return QUESTION.test(asked) ? `The blueprint does not say. What it says: ${aboutApp(blueprint)}` : undefined;
}

function isWish(text: string): boolean {
	const plain = polite(text.replace(/[?？]\s*$/, ''));
	const asksYou = /^(?:can|could|would|will) (?:you|we|i)\b|^(?:how|what) about\b|^is it possible\b/i.test(text);
	return (
		(asksYou && WISH.test(text)) ||
		(/^(?:add|remove|rename|make|change|delete|show|call|create)\b/i.test(plain) && !/^(?:show me what|how|what|who)/i.test(text))
	);
}

type Answer = (asked: string, blueprint: Blueprint) => string | undefined;

const ANSWERS: Answer[] = [
	(asked, blueprint) =>
		/\bwhat (?:can|could) (?:you|i|we) (?:change|do|ask)\b|\bhelp\b/i.test(asked)
			? `${WHAT_CAN_CHANGE(blueprint)} For example: ${exampleFor(blueprint)}.`
			: undefined,
	(asked, blueprint) =>
		/\b(?:sign|log)(?:ged|ging|ning|s)?[ -]?(?:in|on)\b|\bpasswords?\b|\blog-?in\b|\baccounts?\b|anmelden|einloggen|iniciar sesión|登录/i.test(
			asked
		)
			? signIn(blueprint)
			: undefined,
	whoMay,
	mayRole,
	(asked, blueprint) => (/\broles?\b|\bwho (?:can|may|uses?)\b.*\b(?:it|app|this)\b/i.test(asked) ? roles(blueprint) : undefined),
	(asked, blueprint) =>
		/\b(?:missing|not (?:built|understood|done)|left out|unbuilt|can(?:no|')t it)\b/i.test(asked)
			? missing(blueprint)
			: undefined,
	(asked, blueprint) => (/\bcolou?rs?\b|\btheme\b|\bdark mode\b|\bbackground\b/i.test(asked) ? looks(blueprint) : undefined),
	(asked, blueprint) =>
		/\b(?:stack|technolog\w+|language|framework|database|built with|made with|stored?|data(?:base)?)\b/i.test(asked) &&
		!entityIn(asked, blueprint)
			? stack(blueprint)
			: undefined,
	(asked, blueprint) => (/\bcharts?\b|\bdashboard\b|\bstatistics\b/i.test(asked) ? charts(blueprint) : undefined),
	(asked, blueprint) => (/\bpages?\b|\bscreens?\b|\bsections?\b|\bmenu\b/i.test(asked) ? pages(blueprint) : undefined),
	(asked, blueprint) => {
		const entity = entityIn(asked, blueprint);
		return entity &&
			/\bfields?\b|\bwhat\b.*\b(?:store|keep|save|has|have|know|of|contain)\b|\bwhich\b|\bhas\b|\bhave\b/i.test(asked)
			? fields(entity)
			: undefined;
	},
	(asked, blueprint) =>
		/\bwhat\b.*\b(?:app|it|this|site|do|does|for|about|can)\b|\bdescribe\b|\bexplain\b|\btell me\b|\bwas (?:macht|kann)\b|qué hace|做什么|是什么/i.test(
			asked
		)
			? aboutApp(blueprint)
			: undefined
];

const entityIn = (asked: string, blueprint: Blueprint): Entity | undefined => {
	const words = asked.toLowerCase().match(/\p{L}+/gu) ?? [];
	for (const size of [2, 1])
		for (let at = 0; at + size <= words.length; at++) {
			const entity = entityCalled(words.slice(at, at + size).join(' '), blueprint);
			if (entity) return entity;
		}
	return undefined;
};

const list = (words: readonly string[], joint = 'and') =>
	words.length > 1 ? `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1) ?? ''}` : (words[0] ?? 'nothing');

function aboutApp(blueprint: Blueprint): string {
	const { title, summary, entities, features, roles: all } = blueprint;
	if (frameNamed(blueprint.frame).isMadeOfPages) {
		const open = features.flatMap((feature) => feature.pages);
		return `“${title}”: ${summary} It has ${open.length === 1 ? 'one page' : `${open.length} pages: ${list(open.map((page) => page.title))}`}, made of ${list([...new Set(open.flatMap((page) => page.blocks.map(({ block }) => block.replace(/-/g, ' '))))])}.`;
	}
	const charts = features.flatMap((feature) => feature.charts.map((chart) => chart.title.toLowerCase()));
	return `“${title}” keeps ${list(entities.map((entity) => namesOf(entity).all))}.${charts.length ? ` Its dashboard shows ${list(charts)}.` : ''} ${all.length > 1 ? `It is used by ${list(rolesOf(blueprint).map((role) => role.label.toLowerCase()))}.` : 'One person uses it, signed in.'}`;
}

function signIn(blueprint: Blueprint): string {
	const isOfPages = frameNamed(blueprint.frame).isMadeOfPages;
	if (isOfPages && !frameNamed(blueprint.frame).hasAccounts) return 'Nobody signs in: every page is open to everybody.';
	if (isOfPages) {
		const closed = blueprint.features.flatMap((feature) => feature.pages).filter((page) => page.audience !== 'everybody');
		return closed.length
			? `Only ${list(closed.map((page) => `“${page.title}” (${page.route})`))} ask for a sign-in; everything else is open. The README names the account.`
			: 'No page asks for a sign-in.';
	}
	const open = rolesOf(blueprint).filter((role) => role.permissions.includes('session:create'));
	const accounts = rolesOf(blueprint).map((role) => `${role.name}@example.com`);
	return `The sign-in page is /sign-in. With example data there is an account for each role: ${list(accounts)}, password demo-password. ${
		open.length
			? `Anybody may register as ${list(
					open.map((role) => role.label.toLowerCase()),
					'or'
				)}.`
			: 'Others are invited by an administrator on the page Users.'
	}`;
}

const VERBS: [RegExp, Action, string][] = [
	[/\b(?:delete|remove|erase|löschen|borrar|eliminar)\b/i, 'delete', 'delete'],
	[/\b(?:add|create|enter|make|post|write|anlegen|crear)\b/i, 'create', 'add'],
	[/\b(?:change|edit|update|modify|ändern|cambiar|editar)\b/i, 'update', 'change'],
	[/\b(?:see|read|view|look|open|access|sehen|ver)\b/i, 'read', 'see']
];
const verbIn = (asked: string) => VERBS.find(([words]) => words.test(asked));

/** 'Who may delete orders?' */
function whoMay(asked: string, blueprint: Blueprint): string | undefined {
	if (!/^(?:who|which (?:roles?|users?)|wer|quién)\b/i.test(asked)) return undefined;
	const [entity, verb] = [entityIn(asked, blueprint), verbIn(asked)];
	if (!entity || !verb) return undefined;
	return ruleInWords(blueprint, entity, verb);
}

function ruleInWords(blueprint: Blueprint, entity: Entity, [, action, word]: (typeof VERBS)[number]): string {
	const rule = accessOf(blueprint, entity, action);
	const { all } = namesOf(entity);
	const label = (name: string) => rolesOf(blueprint).find((role) => role.name === name)?.label ?? name;
	const who =
		rule === 'public' ? 'Everybody, signed in or not,' : rule === 'member' ? 'Everybody who is signed in' : list(rule.map(label));
	const own = action === 'read' ? isPrivate(entity) : action !== 'create' && isOwned(entity);
	return `${who} may ${word} ${all}${own ? '; only their own, but for administrators' : ''}.`;
}

/** 'Can viewers edit orders?' */
function mayRole(asked: string, blueprint: Blueprint): string | undefined {
	const [entity, verb, role] = [entityIn(asked, blueprint), verbIn(asked), roleIn(asked, blueprint)];
	if (!role) return undefined;
	if (!entity || !verb) return /\b(?:may|can|do|allowed)\b/i.test(asked) ? rightsOfRole(blueprint, role) : undefined;
	const rule = accessOf(blueprint, entity, verb[1]);
	const may = typeof rule === 'string' || rule.includes(role.name);
	return `${may ? 'Yes' : 'No'}: ${ruleInWords(blueprint, entity, verb)}`;
}

const roleIn = (asked: string, blueprint: Blueprint): AppRole | undefined =>
	(asked.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => roleCalled(word, blueprint) ?? [])[0];

function rightsOfRole(blueprint: Blueprint, role: AppRole): string {
	const lines = blueprint.entities.map((entity) => {
		const may = VERBS.filter(([, action]) => {
			const rule = accessOf(blueprint, entity, action);
			return typeof rule === 'string' || rule.includes(role.name);
		}).map(([, , word]) => word);
		return `${namesOf(entity).all}: ${may.length ? list(may.reverse()) : 'nothing'}`;
	});
	return `“${role.label}” may do this. ${lines.join('; ')}.${role.name === 'admin' ? ' And manage users.' : ''}`;
}

const roles = (blueprint: Blueprint): string | undefined =>
	frameNamed(blueprint.frame).isMadeOfPages
		? undefined
		: `There are these roles: ${list(rolesOf(blueprint).map((role) => `${role.label}${role.description ? ` (${role.description.toLowerCase()})` : ''}`))}.`;

const missing = ({ notUnderstood }: Blueprint) =>
	notUnderstood.length
		? `Not built: ${notUnderstood.map((part) => `“${part}”`).join('; ')}.`
		: 'Nothing of what was asked for is known to be missing.';

function looks({ design }: Blueprint): string {
	const asked = [
		...design.colours.map((colour) => colour.replace(/^accent:/, 'buttons and links ').replace(/^ground:/, 'background ')),
		...(design.colours.length ? [] : [design.ground && `background ${design.ground}`, design.part && `components ${design.part}`])
	].filter(Boolean);
	return `${asked.length ? `Asked for: ${asked.join(', ')}.` : 'No colours were asked for; it has the standard ones.'} ${design.darkMode === 'system' ? 'It is light or dark as each device wants.' : `It is always ${design.darkMode}.`}`;
}

const stack = ({ stack: parts }: Blueprint) => `It is made with ${list(parts)}.`;

function charts({ features }: Blueprint): string | undefined {
	const found = features.flatMap((feature) => feature.charts);
	const hasDashboard = features.some((feature) => feature.kind === 'dashboard');
	return hasDashboard
		? `The dashboard shows ${list(found.map((chart) => `“${chart.title}”`))}.`
		: 'There is no dashboard, and no chart.';
}

const pages = ({ features }: Blueprint) =>
	`Pages: ${list(
		features
			.flatMap((feature) => feature.pages)
			.filter((page) => !page.route.includes(':'))
			.map((page) => `“${page.title}” (${page.route})`)
	)}.`;

const fields = (entity: Entity) =>
	`${namesOf(entity).all.replace(/^./, (letter) => letter.toUpperCase())} have ${list(entity.fields.map((field) => `${field.label}${field.required ? ' (mandatory)' : ''}`))}.`;
