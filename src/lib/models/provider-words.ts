import { fieldsOf, listOf, parseJson, textOf } from './json-value';

/** What a server says went wrong, in its own words, out of whatever shape it puts them in. */

export interface ProviderFault {
	words: string;
	/** Its own name of the fault, such as 'insufficient_quota'; empty when it gives none. */
	code: string;
	/** What the model wrote when it called a tool in a form that the server could not read (Groq). */
	failedGeneration?: string;
}

const MAX_WORDS = 600;

/** @param body the text of an answer that is no reply, or a parsed piece of it */
export function faultOf(body: unknown): ProviderFault {
	const value = typeof body === 'string' ? (parseJson(body) ?? body) : body;
	if (typeof value === 'string') return { words: cut(withoutMarkup(value)), code: '' };
	if (Array.isArray(value)) {
		const faults = listOf(value).map(faultOf);
		return { ...faults[0], words: cut(faults.map(({ words }) => words).join('; ')), code: faults[0]?.code ?? '' };
	}
	const fields = fieldsOf(value);
	if (typeof fields.error === 'object' && fields.error !== null) return faultOf(fields.error);
	const nested = fieldsOf(fields.metadata).raw;
	const inner = nested === undefined ? '' : faultOf(nested).words;
	const own = textOf(fields.message) || textOf(fields.error) || wordsOfDetail(fields.detail) || textOf(fields.msg);
	const words = [own, inner && !own.includes(inner) ? inner : ''].filter(Boolean).join(': ');
	const code = [fields.code, fields.type, fields.status].find((candidate) => typeof candidate === 'string');
	const failed = fields.failed_generation;
	return {
		words: cut(words || (Object.keys(fields).length ? JSON.stringify(fields) : '')),
		code: textOf(code),
		...(failed === undefined ? {} : { failedGeneration: typeof failed === 'string' ? failed : JSON.stringify(failed) })
	};
}

/** FastAPI's form: a text, or a list of `{loc, msg}`. */
function wordsOfDetail(detail: unknown): string {
	if (typeof detail === 'string') return detail;
	return listOf(detail)
		.map(fieldsOf)
		.map(({ loc, msg }) => [listOf(loc).join('.'), textOf(msg)].filter(Boolean).join(': '))
		.join('; ');
}

/** Gateways answer with pages; their words are between the tags. */
function withoutMarkup(text: string): string {
	if (!text.trimStart().startsWith('<')) return text.trim();
	return text
		.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
function cut(words: string): string {
	return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words;
}
