import type { HistoryForm } from './history';
import { providerOf, type ModelEndpoint } from './providers';

/** What one model behind one server takes: begun with a guess, learned from what it refuses. */

export interface ModelForm extends HistoryForm {
	hasStreamUsage: boolean;
}

const learned = new Map<string, ModelForm>();

/** The form of a model, the same object for as long as this realm lives. */
export function formOf(endpoint: ModelEndpoint): ModelForm {
	const origin = originOf(endpoint);
	const form = learned.get(origin) ?? {
		origin,
		hasTools: true,
		hasImages: true,
		refusedFields: new Set<string>(),
		hasShortIds: endpoint.providerId === 'mistral' || /mistral|ministral|codestral|devstral|magistral|pixtral/i.test(origin),
		hasStreamUsage: providerOf(endpoint.providerId)?.hasStreamUsage ?? true
	};
	learned.set(origin, form);
	return form;
}

/** Server and model, as conversations keep them: without what a key may stand in. */
export function originOf({ baseUrl, model }: ModelEndpoint): string {
	const plain = baseUrl.replace(/\/\/[^/@]*@/, '//').replace(/[?#].*$/, '');
	return `${plain.replace(/\/+$/, '')} ${model}`;
}

const NO_TOOLS = [
	/\b(do(es)? not|don't|doesn't|cannot|no endpoints found that) support (the use of )?(tool|function)/i,
	/\b(tools?|tool use|tool[ _-]calls?|tool[ _-]calling|tool[ _-]choice|function[ _-]calling)\b.{0,40}\b(not supported|unsupported|not available|not enabled)/i,
	/enable-auto-tool-choice|tool-call-parser|requires --jinja|supports tools.{0,20}: ?false/i
];
const NO_IMAGES =
	/image|picture|vision|multi-?modal|mmproj|content type|content must be a string|invalid type.*(sequence|array)/i;
const NO_FIELD =
	/unknown|unsupported|unrecogni[sz]ed|unexpected|not (supported|permitted|allowed|recogni[sz]ed)|extra (inputs|fields)|additional propert|extra_forbidden|invalid (field|property)/i;

/**
 * Whether a refusal tells what to leave out, so that asking again helps. The form is changed then.
 * @param sent what the refused request had: of pictures, and fields of the server's own
 */
export function learnFrom(
	form: ModelForm,
	words: string,
	sent: { hasTools: boolean; hasImages: boolean; fields: string[] }
): boolean {
	if (form.hasStreamUsage && /stream_options|include_usage/i.test(words)) {
		form.hasStreamUsage = false;
		return true;
	}
	if (form.hasTools && sent.hasTools && NO_TOOLS.some((pattern) => pattern.test(words))) {
		form.hasTools = false;
		return true;
	}
	const named = sent.fields.filter((field) => words.includes(field) && !form.refusedFields.has(field));
	const isField = NO_FIELD.test(words);
	if (isField && named.length) {
		form.refusedFields = new Set([...form.refusedFields, ...named]);
		return true;
	}
	if (form.hasImages && sent.hasImages && NO_IMAGES.test(words)) {
		form.hasImages = false;
		return true;
	}
	if (isField && sent.fields.length && !form.refusedFields.has('*')) {
		form.refusedFields = new Set(['*']);
		return true;
	}
	return false;
}
