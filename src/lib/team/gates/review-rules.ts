import type { Blueprint } from '../../domain/blueprint';
import { endpointsOf } from '../planning/contract-source';

/** What a reviewer looks for in every file, as far as code can see it. Each finding has a line and says what to do instead. */

export interface Finding {
	code: string;
	message: string;
	file: string;
	/** 1-based. */
	lineNumber: number;
}

export interface ReviewedFile {
	path: string;
	text: string;
}

interface LineRule {
	code: string;
	paths: RegExp;
	pattern: RegExp;
	message: string;
}

const CODE = /^src\/.*\.tsx?$/;
const ANY = /./;
/** What a caller sends, as handlers and pages name it. */
const INPUT = String.raw`(?:body|params|query|input|req|request|args|form|search)\b(?:\?)?[.[]`;

const LINE_RULES: readonly LineRule[] = [
	{
		code: 'SECRET',
		paths: ANY,
		pattern:
			/AKIA[0-9A-Z]{16}|\bgh[pousr]_[A-Za-z0-9]{36}|\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{24,}|\bsk_live_[A-Za-z0-9]{16,}|\bxox[baprs]-[A-Za-z0-9-]{10,}|\bAIza[0-9A-Za-z_-]{35}|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\bglpat-[A-Za-z0-9_-]{20}/,
		message: 'A secret stands in the code. Read it from the environment (src/server/config.ts) and remove it here.'
	},
	{
		code: 'SECRET',
		paths: CODE,
		pattern:
			/\b(?:password|passwd|secret|token|api_?key)\b['"]?\s*[:=]\s*(['"`])(?=[^'"`\s]*\d)(?=[^'"`\s]*[A-Za-z])[^'"`\s${}]{20,}\1/i,
		message: 'What looks like a secret stands in the code. Read it from the environment and remove it here.'
	},
	{
		code: 'SQL_FROM_STRINGS',
		paths: CODE,
		pattern: new RegExp(
			String.raw`(['"\x60])\s*(?:select|insert\s+into|update|delete\s+from)\b.*(?:\$\{\s*${INPUT}|\1\s*\+\s*${INPUT})`,
			'i'
		),
		message: 'SQL is put together from what a caller sends. Pass it as a parameter: $1, $2 and the list of values.'
	},
	{
		code: 'UNSAFE_HTML',
		paths: CODE,
		pattern: /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=(?!=)|\binsertAdjacentHTML\s*\(|\bdocument\.write(?:ln)?\s*\(/,
		message: 'HTML is made from text, so that what a person typed could run as a script. Render elements instead.'
	},
	{
		code: 'EVAL',
		paths: CODE,
		pattern: /(?<![\w.])eval\s*\(|\bnew Function\s*\(/,
		message: 'Text is run as code, which the content security policy of production forbids. Write the code itself.'
	},
	{
		code: 'POLICY',
		paths: /^src\/.*\.tsx$/,
		pattern: /<style\b|createElement\(\s*['"](?:style|script)['"]/,
		message:
			'The content security policy of production blocks styles and scripts in the page: the layout would be lost. Write a .css file beside the page and import it.'
	},
	{
		code: 'POLICY',
		paths: /^(?:src\/.*\.(?:tsx?|css)|index\.html)$/,
		pattern:
			/<(?:script|link|iframe)\b[^>]*\b(?:src|href)=["']https?:|@import\s+(?:url\()?["']?https?:|\bfetch\(\s*["'`]https?:|\bnew (?:WebSocket|EventSource)\(\s*["'`](?:wss?|https?):/,
		message:
			'The content security policy of production blocks what other sites serve. Bring it into the project, or ask the own server.'
	},
	{
		code: 'ACCESS',
		paths: /^src\/features\/.*\/routes\.ts$/,
		pattern: /\bapp\s*\.\s*(?:get|post|put|patch|delete|all|on|use)\s*\(/,
		message: 'A route without mount() checks neither who asks nor what they send. Declare it in contract.ts and use mount().'
	},
	{
		code: 'LOST_ERROR',
		paths: CODE,
		pattern: /\bcatch\s*(?:\([^)]*\)\s*)?\{\s*\}/,
		message: 'An error is dropped without a word. Handle it, or say in a comment why it does not matter.'
	}
];

const IS_TEST = /\.test\.tsx?$|^src\/testing\//;

/** Findings in one file. Tests are only searched for secrets. */
export function findingsIn({ path, text }: ReviewedFile): Finding[] {
	const rules = LINE_RULES.filter(({ code, paths }) => paths.test(path) && (code === 'SECRET' || !IS_TEST.test(path)));
	if (rules.length === 0) return [];
	return text.split('\n').flatMap((line, index) => {
		const isComment = /^\s*(?:\/\/|\*|\/\*)/.test(line);
		return rules
			.filter(({ code, pattern }) => (code === 'SECRET' || !isComment) && pattern.test(line))
			.map(({ code, message }) => ({ code, message, file: path, lineNumber: index + 1 }));
	});
}

/** Endpoints that anybody may call though the blueprint says otherwise. */
export function openEndpoints(contract: ReviewedFile, blueprint: Blueprint): Finding[] {
	const name = /^src\/features\/([^/]+)\//.exec(contract.path)?.[1];
	const feature = blueprint.features.find((candidate) => candidate.name === name);
	const entity = blueprint.entities.find((candidate) => candidate.name === feature?.entity);
	if (!feature) return [];
	const mayAnybody = (action: 'read' | 'create' | 'update' | 'delete') =>
		entity ? entity.permissions[action].includes('public') : action === 'read';
	return endpointsOf(contract.text).flatMap(({ id, method, access, lineNumber }) => {
		const action = ({ get: 'read', post: 'create', patch: 'update', delete: 'delete' } as const)[method];
		if (access !== 'public' || mayAnybody(action)) return [];
		const who = entity?.permissions[action].join(', ') || 'members';
		const message = `Anybody may call '${id}' (${action}), without signing in; the blueprint allows it to: ${who}. Set its access so.`;
		return [{ code: 'ACCESS', message, file: contract.path, lineNumber }];
	});
}
