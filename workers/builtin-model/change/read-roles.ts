/** Wishes about roles: added, renamed, removed, and what each may do. */
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { rolesOf } from '../generate/names';
import type { Grant, Intent, Reader, Verb } from './intents';
import { bare, entitiesCalled, entityCalled, roleCalled, singular } from './look-up';
import { cleanName, removedIn, renameIn } from './phrases';

const MAY =
	'(?:may|can|could|should be able to|shall be able to|(?:is|are) allowed to|has the right to|is able to|should|shall|must)';
const NEW =
	/^(?:add|create|introduce|include|make|we need|i need|i want|we want|we also need|i also need|there should be)\s+(?:also\s+)?(?:an?\s+|the\s+|another\s+)?(?:new\s+|additional\s+)?/i;

/** 'Add a role warehouse that may only read orders', 'add an intern role'. */
export const addRole: Reader = (words, { blueprint }) => {
	const clause = words.replace(/^(?:an?\s+)?new (?:user )?role:?\s+/i, 'add role ');
	if (!NEW.test(clause)) return undefined;
	const rest = clause.replace(NEW, '');
	const rights = new RegExp(
		`^(.+?)[\\s,:;(]+(?:(?:that|which|who|they|it)\\s+)?((?:only\\s+)?${MAY}(?:\\s+not|not|n't)?\\s+.+?|(?:with\\s+)?read[- ]?only(?: access)?.*?|that (?:only )?(?:reads?|sees?|views?).+?)\\)?$`,
		'i'
	).exec(rest);
	const head = (rights?.[1] ?? rest).trim();
	const named =
		/^(?:user\s+)?roles?\s+(?:called\s+|named\s+|for\s+(?:the\s+)?|of\s+)?["'“‘]?([\p{L}][\p{L} -]{1,30}?)["'”’]?$/iu.exec(
			head
		) ?? /^["'“‘]?([\p{L}][\p{L} -]{1,30}?)["'”’]?\s+(?:user\s+)?role$/iu.exec(head);
	const label = named?.[1]?.trim();
	if (!label) return undefined;
	if (roleCalled(label, blueprint)) return [{ do: 'met', why: `there is a role ${label} already` }];
	const grants = rights?.[2] ? grantsIn(rights[2], blueprint) : [];
	if (!grants) return undefined;
	return [{ do: 'add-role', label, grants }];
};

/** 'Add a login': who uses the app signs in already. */
export const signsIn: Reader = (clause) =>
	/^(?:add|create|i want|we need|i need|there should be)\s+(?:an?\s+|the\s+)?(?:log-?in|sign-?in|user accounts?|password protection|authentication|user management)(?:\s+page)?$/i.test(
		clause
	)
		? [{ do: 'met', why: 'who uses the app signs in already, and administrators manage users' }]
		: undefined;

/** 'Rename the role manager to coordinator'. */
export const renameRole: Reader = (clause, { blueprint }) => {
	const pair = renameIn(clause);
	const role = pair && roleCalled(pair.from, blueprint);
	const isRole = /\broles?\b/i.test(clause) || (pair && !entityCalled(pair.from, blueprint));
	if (!pair || !role || !isRole) return undefined;
	const label = singular(cleanName(pair.to).replace(/\s+role$/i, ''));
	return /^\p{L}[\p{L} -]{1,30}$/u.test(label) ? [{ do: 'rename-role', role: role.name, label }] : undefined;
};

/** 'Remove the viewer role'. */
export const removeRole: Reader = (clause, { blueprint }) => {
	const what = removedIn(clause);
	const role = what && (/\brole\b/i.test(what) || !entityCalled(what, blueprint)) ? roleCalled(what, blueprint) : undefined;
	if (!role) return undefined;
	return role.name === 'admin'
		? [{ do: 'refuse', quote: clause, why: 'somebody has to manage the users' }]
		: [{ do: 'remove-role', role: role.name }];
};

/** 'Viewers may add notes', 'managers may not delete customers', 'only admins may delete orders'. */
export const setRights: Reader = (words, { blueprint }) => {
	const clause = words.replace(
		/^(?:let|allow)\s+(.+?)\s+(?:to\s+)?(?=(?:only\s+)?(?:see|read|view|add|create|edit|change|update|delete|remove|manage)\b)/i,
		'$1 may '
	);
	const match = new RegExp(
		`^(only\\s+)?(.+?)\\s+((?:only\\s+)?(?:${MAY}(?:\\s+not|not|n't)?|cannot|can't|mustn't|may never)\\s+.+)$`,
		'i'
	).exec(clause);
	if (!match) return undefined;
	const others = rolesOf(blueprint).filter((role) => role.name !== 'admin');
	const names = bare(match[2] ?? '').split(/\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+/i);
	const isAll = /^(?:everybody|everyone|all users|anybody|anyone|every user|users|all roles)$/i.test(bare(match[2] ?? ''));
	const roles = isAll ? others : names.map((name) => roleCalled(name, blueprint));
	if (roles.some((role) => role === undefined)) return undefined;
	const meant = roles.filter((role) => role !== undefined && role.name !== 'admin').map((role) => role?.name ?? '');
	const grants = grantsIn(match[3] ?? '', blueprint);
	if (!grants?.length) return undefined;
	const intents: Intent[] = meant.length ? [{ do: 'set-rights', roles: meant, grants }] : [];
	if (match[1]) {
		const rest = others.map((role) => role.name).filter((name) => !meant.includes(name));
		if (rest.length)
			intents.push({
				do: 'set-rights',
				roles: rest,
				grants: grants.map((grant) => ({ ...grant, isDenied: true, isOnly: false }))
			});
	}
	return intents.length
		? intents
		: [{ do: 'refuse', quote: clause, why: 'administrators may do everything, and nobody else is there' }];
};

const VERB_WORDS: [RegExp, Verb[]][] = [
	[/^(?:read[- ]?only(?: access)?(?: to)?|see|read|view|look(?: at)?|list|search|browse|open|access)$/i, ['read']],
	[/^(?:add|create|enter|make|post|book|insert|place)$/i, ['create']],
	[/^(?:edit|change|update|modify|alter|correct)$/i, ['update']],
	[/^(?:delete|remove|erase)$/i, ['delete']],
	[/^(?:write|maintain)$/i, ['create', 'update', 'delete']],
	[
		/^(?:manage|administer|do (?:everything|anything|all)(?: with)?|handle|work with|have (?:full )?access(?: to)?|full access(?: to)?)$/i,
		['read', 'create', 'update', 'delete']
	]
];
const VERB =
	'(?:read[- ]?only(?: access)?(?: to)?|have (?:full )?access(?: to)?|do (?:everything|anything|all)(?: with)?|work with|look(?: at)?|see|read|view|list|search|browse|open|access|add|create|enter|make|post|book|insert|place|edit|change|update|modify|alter|correct|delete|remove|erase|write|maintain|manage|administer|handle)';

/** What somebody may do: 'may only read orders', 'can see everything but not change anything'; undefined where a part is not understood. */
export function grantsIn(text: string, blueprint: Blueprint): Grant[] | undefined {
	const parts = text
		.trim()
		.replace(/^(?:with|that|who|which)\s+/i, '')
		.split(
			new RegExp(
				`\\s*,?\\s+(?:but|and)\\s+(?=(?:only\\s+|not\\s+|cannot\\s+|can't\\s+|never\\s+|nothing\\b|${MAY}\\s+|no\\b))|\\s*[;,]\\s+(?=(?:but\\s+)?(?:not|only|cannot|${MAY})\\s)|\\s+and\\s+(?=${VERB}\\s+(?!and\\b|or\\b))`,
				'i'
			)
		)
		.map((part) => part.trim())
		.filter(Boolean);
	const grants: Grant[] = [];
	let isOnly = false;
	for (const part of parts) {
		if (/^nothing(?: else)?$|^no (?:other|more)\b/i.test(part)) {
			isOnly = true;
			continue;
		}
		const match = new RegExp(
			`^(?:but\\s+)?(?:only\\s+)?(?:they\\s+)?(?:${MAY})?\\s*(not\\b|cannot|can't|never|n't)?\\s*(only\\s+|just\\s+)?(${VERB}(?:(?:\\s*,\\s*|\\s+and\\s+|\\s+or\\s+|\\s*/\\s*|,\\s*and\\s+)${VERB})*)(?:s|es)?(\\s+only)?(?:\\s+(.+))?$`,
			'i'
		).exec(part);
		if (!match) return undefined;
		const verbs = (match[3] ?? '')
			.split(/\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*\/\s*/i)
			.flatMap((verb) => VERB_WORDS.find(([words]) => words.test(verb.trim()))?.[1] ?? []);
		const only = /\bonly\b/i.test(part) || /read-?only/i.test(part);
		const entities = targetOf(match[5] ?? '', grants.at(-1)?.entities ?? 'all', blueprint);
		if (!entities || verbs.length === 0) return undefined;
		grants.push({ entities, verbs: [...new Set(verbs)], isOnly: only, isDenied: match[1] !== undefined });
	}
	return grants.map((grant) => (isOnly && !grant.isDenied ? { ...grant, isOnly: true } : grant));
}

function targetOf(phrase: string, before: Grant['entities'], blueprint: Blueprint): Grant['entities'] | undefined {
	const said = bare(phrase.replace(/^only\s+/i, '').replace(/\s+(?:only|and nothing else|nothing else|any ?more)$/i, ''));
	if (said === '' || /^(?:them|it|those|these|that)$/.test(said)) return before;
	if (/^(?:everything|anything|all|all records|all data|records|data|everything else|the app|nothing)$/.test(said)) return 'all';
	const entities = entitiesCalled(said.replace(/\bonly\b/g, '').trim(), blueprint);
	return entities?.map((entity) => entity.name);
}

/** 'warehouse staff' as the name of a role in code. */
export const roleName = (label: string): string =>
	singular(label.toLowerCase())
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+|-+$/g, '');
