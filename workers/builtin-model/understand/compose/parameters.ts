/** What the reader has to say as the parameters that blocks take: here the two meet, and nowhere else. */
import { appParameters } from './app-parameters';
import type { Parameters } from './field-values';
import type { Part } from './parts';
import type { Phrases } from './phrases';
import { siteParameters } from './site-parameters';

const ADAPTERS = { ...siteParameters, ...appParameters };

/** The parameters of a part's block, without what is left out: schemas are strict. */
export function parametersOf(part: Part, words: Phrases): Parameters {
	const adapter = ADAPTERS[part.block] as (content: unknown, words: Phrases) => Parameters;
	return JSON.parse(JSON.stringify(adapter(part.content, words))) as Parameters;
}
