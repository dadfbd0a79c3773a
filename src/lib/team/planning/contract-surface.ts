import type { ContractSurface, EndpointSurface, Fields } from '../../domain/contract-surface';
import { insideBrackets, splitAtCommas, untilStatementEnds, withoutComments, withoutLayout } from './source-text';

/** What a contract's source promises, and what changed between two versions of it, in words. */

const PARTS = ['params', 'query', 'body', 'response'];
/** Words of changes that are told; the file has the rest. */
const MAX_CHANGES = 20;
const MAX_EXPRESSION = 160;

/** @param text of a feature's contract.ts */
export function surfaceOf(text: string): ContractSurface {
	const source = withoutComments(text);
	const named = constantsOf(source);
	const endpoints = [...source.matchAll(/\bendpoint\s*\(\s*(?=\{)/g)].flatMap((match) => {
		const fields = membersOf(insideBrackets(source, match.index + match[0].length), named);
		const text = (name: string) => /^(['"`])(.*)\1$/.exec(fields[name] ?? '')?.[2] ?? '';
		const id = text('id');
		if (!id) return [];
		const parts = PARTS.filter((name) => fields[name]).map((name) => [name, fieldsOf(fields[name] ?? '', named)] as const);
		const access = text('access') || (fields.access ?? '');
		return [{ id, method: text('method'), path: text('path'), access, parts: Object.fromEntries(parts) }];
	});
	const isSchema = (value: string) => !/^(?:\{|\[|['"`\d]|\(|endpoint\b)/.test(value);
	const shapes = [...named]
		.filter(([, value]) => isSchema(value))
		.map(([name, value]) => [name, fieldsOf(value, named)] as const);
	return { endpoints, shapes: Object.fromEntries(shapes) };
}

/** What is different in `after`, and whether that may break who builds on `before`. What was only added to answers does not. */
export function contractChanges(before: ContractSurface, after: ContractSurface): { changes: string[]; isBreaking: boolean } {
	const found: Change[] = [];
	for (const endpoint of after.endpoints) {
		const known = before.endpoints.find(({ id }) => id === endpoint.id);
		if (known) found.push(...endpointChanges(known, endpoint));
		else found.push({ text: `${endpoint.id} (${endpoint.method.toUpperCase()} ${endpoint.path}) was added`, isBreaking: false });
	}
	for (const { id, method, path } of before.endpoints)
		if (!after.endpoints.some((endpoint) => endpoint.id === id))
			found.push({ text: `${id} (${method.toUpperCase()} ${path}) was removed`, isBreaking: true });
	for (const name of new Set([...Object.keys(before.shapes), ...Object.keys(after.shapes)])) {
		const users = usersOf(name, after);
		// What no endpoint names is of no interest to others; what is new is told with its endpoint.
		if (!users.length || !before.shapes[name] || !after.shapes[name]) continue;
		const isAnswer = users.every(({ isAnswer }) => isAnswer);
		const where = ` (in ${[...new Set(users.map(({ id }) => id))].slice(0, 5).join(', ')})`;
		for (const change of fieldChanges(name, before.shapes[name], after.shapes[name], isAnswer))
			found.push({ ...change, text: change.text + where });
	}
	const more = found.length > MAX_CHANGES ? [`and ${found.length - MAX_CHANGES} more`] : [];
	return {
		changes: [...found.slice(0, MAX_CHANGES).map(({ text }) => text), ...more],
		isBreaking: found.some(({ isBreaking }) => isBreaking)
	};
}

/**
 * What OpenAPI does not admit, in words: one name or one address twice, parameters of a path that are not declared, a body with a GET.
 * What the source does not say for sure is left to the tests of the frame.
 */
export function contractProblems({ endpoints }: ContractSurface, others: readonly EndpointSurface[] = []): string[] {
	return endpoints.flatMap((endpoint, index) => {
		const { id, method, path, parts } = endpoint;
		const rest = [...endpoints.slice(0, index), ...others];
		const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
		const declared = parts.params && ('' in parts.params ? undefined : Object.keys(parts.params));
		const missing = inPath.filter((name) => declared && !declared.includes(name));
		const extra = declared?.filter((name) => !inPath.includes(name)) ?? [];
		return [
			...(rest.some((other) => other.id === id) ? [`two endpoints are called '${id}'`] : []),
			...(path && rest.some((other) => other.path === path && other.method === method && other.id !== id)
				? [`'${id}' has the address of another: ${method.toUpperCase()} ${path}`]
				: []),
			...(path && !path.startsWith('/api/') ? [`the path of '${id}' must begin with /api/: ${path}`] : []),
			...missing.map((name) => `'${id}' has {${name}} in its path and not among its params`),
			...extra.map((name) => `'${id}' declares the param '${name}', which is not in its path ${path}`),
			...(method === 'get' && parts.body ? [`'${id}' is a GET with a body`] : [])
		];
	});
}

interface Change {
	text: string;
	isBreaking: boolean;
}

function endpointChanges(before: EndpointSurface, after: EndpointSurface): Change[] {
	const { id } = after;
	const changes: Change[] = [];
	for (const name of ['method', 'path', 'access'] as const)
		if (before[name] !== after[name])
			changes.push({
				text: `${id}: ${name} changed from ${before[name] || 'none'} to ${after[name] || 'none'}`,
				isBreaking: true
			});
	for (const part of PARTS)
		changes.push(...fieldChanges(`${id}: ${part}`, before.parts[part] ?? {}, after.parts[part] ?? {}, part === 'response'));
	return changes;
}

function fieldChanges(of: string, before: Fields, after: Fields, isAnswer: boolean): Change[] {
	const nameOf = (field: string) => (field ? `${of}.${field}` : of);
	const short = (text: string) => (text.length > MAX_EXPRESSION ? `${text.slice(0, MAX_EXPRESSION)}...` : text);
	return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field): Change[] => {
		const [was, is] = [before[field], after[field]];
		if (was === is) return [];
		if (is === undefined) return [{ text: `${nameOf(field)} was removed`, isBreaking: true }];
		if (was === undefined) return [{ text: `${nameOf(field)} was added: ${short(is)}`, isBreaking: !isAnswer }];
		return [{ text: `${nameOf(field)} changed from ${short(was)} to ${short(is)}`, isBreaking: true }];
	});
}

/** Endpoints that a named schema is part of, by way of other ones too. */
function usersOf(name: string, { endpoints, shapes }: ContractSurface): { id: string; isAnswer: boolean }[] {
	const holders = new Set([name]);
	for (let isGrowing = true; isGrowing;) {
		isGrowing = false;
		for (const [shape, fields] of Object.entries(shapes)) {
			if (holders.has(shape) || !Object.values(fields).some((text) => mentions(text, holders))) continue;
			holders.add(shape);
			isGrowing = true;
		}
	}
	return endpoints.flatMap(({ id, parts }) =>
		Object.entries(parts)
			.filter(([, fields]) => Object.values(fields).some((text) => mentions(text, holders)))
			.map(([part]) => ({ id, isAnswer: part === 'response' }))
	);
}

function mentions(text: string, names: ReadonlySet<string>): boolean {
	return (text.match(/[A-Za-z_$][\w$]*/g) ?? []).some((word) => names.has(word));
}

type Constants = ReadonlyMap<string, string>;

/** `const NAME = ...` of the file, without layout. */
function constantsOf(source: string): Constants {
	const found = source.matchAll(/^(?:export\s+)?const\s+(\w+)(?:\s*:[^=\n]+)?\s*=\s*/gm);
	return new Map(
		[...found]
			.map((match): [string, string] => [
				match[1] ?? '',
				withoutLayout(untilStatementEnds(source, match.index + match[0].length))
			])
			.filter(([name]) => name !== 'api')
	);
}

/** The members of an object's text; those of what is spread into it, too, as far as the file has it. */
function membersOf(inside: string, named: Constants): Fields {
	const members: Fields = {};
	for (const part of splitAtCommas(withoutLayout(inside))) {
		const spread = /^\.\.\.\s*(.*)$/s.exec(part)?.[1];
		const [, key = '', value = ''] = /^['"]?([\w$-]+)['"]?\s*:\s*(.*)$/s.exec(part) ?? [];
		if (spread) Object.assign(members, spreadOf(spread, named));
		else if (key) members[key] = value;
		else if (/^[\w$]+$/.test(part)) members[part] = part;
	}
	return members;
}

function spreadOf(expression: string, named: Constants): Fields {
	const text = named.get(expression) ?? expression;
	return text.startsWith('{') ? membersOf(insideBrackets(text, 0), named) : {};
}

/** The fields of a schema's text, where it says them: of an object, what is picked from it or added. All else is one nameless field. */
function fieldsOf(expression: string, named: Constants): Fields {
	const text = withoutLayout(expression);
	if (text === 'IdParams') return { id: 'Id' };
	const start = /^z ?\.object\(/.exec(text)?.[0] ?? /^z ?\.strictObject\(/.exec(text)?.[0];
	if (!start) return { '': text };
	const open = start.length - 1;
	const inside = insideBrackets(text, open);
	const rest = text.slice(open + inside.length + 2).replace(/^ ?\.meta\([^()]*\)/, '');
	if (!inside.startsWith('{') || rest) return { '': text };
	const fields = membersOf(insideBrackets(inside, 0), named);
	return Object.keys(fields).length ? fields : { '': text };
}
