import { foreignPackages, isTest, titleRules, type Rule, type RuleFacts } from '../rules';

/**
 * Rules of the frame that its tests, its production server and the gates enforce, checked on the text of a file as it is written:
 * whoever wrote it hears at once what would fail an hour later. Each finding says what to do. It reads text, not syntax trees: a rule
 * that cannot be told for sure from the text is left to the tests.
 */

/** What rules a file breaks, in words; empty when none. @param path relative to the app's root */
export function brokenRules(path: string, text: string, facts: RuleFacts): string[] {
	const rules: Rule[] = [];
	if (/\.tsx?$/.test(path)) rules.push(foreignPackages);
	if (/^src\/features\/.*\.tsx$/.test(path) && !isTest(path)) rules.push(contentPolicy);
	if (/^src\/.*\.css$/.test(path)) rules.push(stylePolicy);
	if (/^src\/features\/[^/]+\/contract\.ts$/.test(path)) rules.push(contractRules);
	if (/^src\/features\/[^/]+\/seed\.ts$/.test(path)) rules.push(seedRules);
	if (path === 'src/core/roles.ts') rules.push(roleRules);
	if (isTest(path)) rules.push(titleRules);
	return rules.flatMap((rule) => rule(text, facts)).map((words) => `${path}: ${words}`);
}

const POLICY = 'the content security policy of the production server forbids it, though the dev server does not';
const FORBIDDEN: readonly [RegExp, string][] = [
	[
		/<style[\s>]|createElement\(\s*['"]style['"]/,
		"a <style> element: move the rules to a .css file of the feature and import it ('./x.css')"
	],
	[/\beval\s*\(|new Function\s*\(/, 'eval'],
	[/<script[\s>]|createElement\(\s*['"]script['"]/, 'a <script> element'],
	[/\b(?:fetch|EventSource|WebSocket)\s*\(\s*['"`](?:https?|wss?):/, 'a request to another host'],
	[/<(?:iframe|embed|object)\b[^>]*\bsrc=["'{`]+https?:/, 'a frame of another host']
];
const contentPolicy: Rule = (text) =>
	FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${what}; ${POLICY}.`);

const stylePolicy: Rule = (text) =>
	/@import\s+(?:url\()?["']?https?:/.test(text) || /@font-face[^}]*url\(["']?https?:/.test(text)
		? [`a style sheet or font of another host; ${POLICY}.`]
		: [];

const contractRules: Rule = (text) => {
	const endpoints = endpointsIn(text);
	const lists = new Map(endpoints.filter(({ method }) => method === 'get').map((endpoint) => [endpoint.path, endpoint]));
	const broken: string[] = [];
	for (const { id, method, path, access, tag, query, body, hasParams } of endpoints) {
		const list = lists.get(path.replace('/{id}', ''));
		if (method === 'patch' && body && path.endsWith('/{id}') && list && isArray(list.response, text))
			broken.push(
				`'${list.id}' (GET ${list.path}) answers a plain list beside '${id}' (PATCH): a frozen test reads its \`rows\`. Answer with listOf(...), or { rows: z.array(...) }.`
			);
		if (method !== 'get' && access === "'public'" && tag !== 'Session')
			broken.push(`'${id}' changes something and is open to the public: a frozen test wants 401 without a session.`);
		if (method === 'get' && query && !hasParams && !hasPage(query, text))
			broken.push(
				`'${id}' has a query without listQuery(...): a frozen test sends page=99999999 and wants 422. Use listQuery(...).extend(...).`
			);
	}
	const ids = endpoints.map(({ id }) => id);
	const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
	return [...broken, ...[...twice].map((id) => `two endpoints are called '${id}'.`)];
};

interface EndpointText {
	id: string;
	method: string;
	path: string;
	access: string;
	tag: string;
	query: string | undefined;
	body: string | undefined;
	response: string;
	hasParams: boolean;
}

/** The `endpoint({ ... })` calls of a contract, their parts as source text. */
function endpointsIn(text: string): EndpointText[] {
	return text
		.split(/\bendpoint\(\{/)
		.slice(1)
		.map((block) => {
			const string = (name: string) => new RegExp(`\\b${name}:\\s*'([^']*)'`).exec(block)?.[1] ?? '';
			const source = (name: string) => new RegExp(`\\b${name}:\\s*([^\\n]+)`).exec(block)?.[1];
			return {
				...{ id: string('id'), method: string('method'), path: string('path'), tag: string('tag') },
				access: /\baccess:\s*('[^']*'|\[[^\]]*\])/.exec(block)?.[1] ?? '',
				query: source('query'),
				body: source('body'),
				response: source('response') ?? '',
				hasParams: /\bparams:/.test(block)
			};
		});
}

function isArray(response: string, text: string): boolean {
	return /^z\s*\.array\(/.test(response) || /^z\s*\.array\(/.test(definitionOf(response, text));
}
function hasPage(query: string, text: string): boolean {
	const source = `${query} ${definitionOf(query, text)}`;
	// What is defined elsewhere is left to the test.
	return /listQuery|\bpage\b/.test(source) || !/z\s*\.object/.test(source);
}
/** What a name stands for, when the file says so. */
function definitionOf(source: string, text: string): string {
	const name = /^\w+/.exec(source)?.[0];
	return name && name !== 'z' ? (new RegExp(`\\bconst ${name} =\\s*([\\s\\S]{0,300})`).exec(text)?.[1] ?? '') : '';
}

const seedRules: Rule = (text) => [
	...(/\bexport const seed\b/.test(text) ? [] : ['it exports no `seed`; the frame reads just that.']),
	...(/\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)/.test(text)
		? ['example data is the same each time: use `demo` and `demo.today`, not the clock or Math.random.']
		: [])
];

const roleRules: Rule = (text) => {
	const names =
		/\bROLES = \[([^\]]*)\]/
			.exec(text)?.[1]
			?.match(/[\w-]+/g)
			?.map(String) ?? [];
	if (!names.includes('admin')) return ["ROLES has no 'admin': the frame's own pages and tests are for that role. Put it last."];
	return names.at(-1) === 'admin' ? [] : ["'admin' stands last in ROLES: the order is from the least to the most powerful."];
};
