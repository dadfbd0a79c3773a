/** A wish that is no change but another app altogether. */
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { kindOf } from '../understand/reading/kind';

const MAKE =
	/^(?:(?:please|pls|now|ok(?:ay)?|hey|hi|forget (?:it|this|that|about (?:it|this|that))|never ?mind|actually|no)[\s,.!:]+)*(?:(?:can|could|would) you\s+)?(?:build|make|create|program|write|develop|code|generate|give)\s+(?:me\s+|us\s+)?(?:instead\s+)?(?:an?|another|the)\s+(.+)$/i;
const WANT =
	/^(?:(?:forget (?:it|this|that)|never ?mind|actually|no)[\s,.!:]+)*(?:i|we)(?: now)?(?:'d like| want| need| would like)(?: to have| to build| to make)?\s+(?:an?|another)\s+(?:completely\s+|totally\s+|whole\s+)?(?:new\s+|different\s+|other\s+)?(.+)$/i;
const APP =
	/\b(?:apps?|application|games?|web ?site|web ?shop|shop|store|blog|quiz|portfolio|landing page|tool|calculator|tracker|forum|platform|portal|clone|system|software|homepage)\b/i;
/** Parts of an app, which the word 'app' may stand beside. */
const PART =
	/\b(?:fields?|columns?|charts?|graphs?|pages?(?! builder)|roles?|sections?|buttons?|list of|tables?|mode|background|colou?rs?|menu|for the (?:app|site|shop)|to the (?:app|site|shop)|in the (?:app|site|shop))\b/i;

export function isOtherApp(words: string, blueprint: Blueprint): boolean {
	const said =
		words
			.replace(/\s+/g, ' ')
			.trim()
			.split(/(?<=[.!?])\s+(?=\p{Lu})/u)[0]
			?.replace(/[.!]+$/, '') ?? '';
	if (
		/\b(?:start|open|new) (?:a |over with a )?(?:new|different|another) (?:project|app)\b|\b(?:another|different) app\b|\bstart over\b/i.test(
			said
		)
	)
		return true;
	const thing = (MAKE.exec(said) ?? WANT.exec(said))?.[1];
	if (!thing || PART.test(thing)) return false;
	const isInstead = /\binstead\b/i.test(said) && (APP.test(thing) || kindOf(thing).confidence > 0.5);
	const isWhole = APP.test(thing) && !/^(?:app|site|tool|shop)\s+(?:called|named)/i.test(thing) && !isThis(thing, blueprint);
	return isInstead || isWhole;
}

/** 'make the shop ...' may be about this very one. */
const isThis = (thing: string, { title }: Blueprint) => thing.toLowerCase().startsWith(title.toLowerCase());

export const otherAppReply = ({ title }: Blueprint): string =>
	`This is a wish for another app, and “${title}” would be lost to it. Start a new project with these words: this one stays as it is. If you meant a part of “${title}”, say what to add to it.`;
