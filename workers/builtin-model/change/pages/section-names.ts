/** Which section or page of the app a phrase names. */
import type { Draft } from '../draft';
import { bare } from '../look-up';
import { placesIn, type Place } from './page-draft';
import { SECTIONS } from './sections';

const NOISE = /\s*\b(?:sections?|blocks?|parts?|areas?|pages?|box|boxes|the|our|my|your|a|an|whole|entire|link|to)\b\s*/gi;

/** The place that a phrase names: by its heading, its menu, or the kind of section it is. */
export function sectionCalled(phrase: string, draft: Draft): Place | undefined {
	const said = bare(phrase).replace(NOISE, ' ').trim();
	if (!said) return undefined;
	const places = placesIn(draft);
	const words = ({ use }: Place) =>
		[use.menu, use.parameters['heading'], use.parameters['title']].map((text) =>
			typeof text === 'string' ? text.toLowerCase().replace(NOISE, ' ').trim() : ''
		);
	const exact = places.find((place) => words(place).includes(said));
	if (exact) return exact;
	const tokens = tokensOf(said).filter((word) => !GENERIC.test(word));
	const named = places.find((place) => {
		const own = [...words(place), String(place.use.parameters['collection'] ?? '')].flatMap(tokensOf);
		return tokens.length > 0 && tokens.every((token) => own.includes(token));
	});
	if (named) return named;
	const kinds = SECTIONS.filter((kind) => kind.words.test(said));
	const ofKind = places.filter(({ use }) => kinds.some(({ block }) => block === use.block));
	// 'Newsletter' is a form, but not every form is one.
	const isSpecial = /\bnewsletter|waiting list|mailing list|sponsors?|partners?|services?|features|benefits/.test(said);
	if (ofKind[0] && !isSpecial && (ofKind.length === 1 || tokens.length === 0)) return ofKind[0];
	const block = { hero: /^(?:hero|headline|opening|banner|intro(?:duction)?)$/, prose: /^about(?: us)?$/ };
	return places.find(
		({ use }) => (block.hero.test(said) && use.block === 'hero') || (block.prose.test(said) && use.block === 'prose')
	);
}

const tokensOf = (text: string): string[] =>
	(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/(?:[^s])s$/, (end) => end.charAt(0)));
/** What a section may be besides its name. */
const GENERIC = /^(?:form|formular|formulario|section|list|box|part|block|bar|sign|up)$/;

/** The page that a phrase names. */
export function pageCalled(phrase: string, draft: Draft): Place['feature'] | undefined {
	const said = bare(phrase)
		.replace(/\s*\b(?:page|the|site)\b\s*/g, ' ')
		.trim();
	if (/^(?:home|start|main|front|first|landing|index)(?: ?page)?$|^home ?page$|^(?:startseite|inicio|首页)$/.test(said))
		return draft.after.features.find(({ pages }) => pages[0]?.route === '/');
	return draft.after.features.find(
		({ name, pages }) => name.replace(/-/g, ' ') === said || pages.some((page) => page.title.toLowerCase() === said)
	);
}

/** 'on the home page' at the end of a wish. */
export const ON =
	/\s+(?:to|on|onto|in|into|at (?:the (?:end|bottom|top) of))\s+(?:the\s+)?((?:home|start|main|front|landing|about|contact)[\s-]?page|site|website|app|page|[\w\s]{2,30}\s+page|home)$/i;
