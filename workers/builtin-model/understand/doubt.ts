/** When this model stops before it builds: what it did not understand, and what nobody should build. */
import type { Blueprint, Doubt } from '../../../src/lib/domain/blueprint';
import { LEAST_CONFIDENCE } from './compose/compose';
import type { AppPlan } from './compose/parts';
import type { Reading } from './reading/reading';

/**
 * The share of a requirement's words that must be understood. Measured on 36 requirements of 16 kinds: those whose apps did what was asked
 * had 0.6 and more, those that were another app in green had less than half.
 */
export const LEAST_SHARE = 0.5;
/** Of records somebody gets what was named of them, with the rest listed: those are an app long before pages are. */
const LEAST_SHARE_OF_RECORDS = 0.15;

const HARMFUL =
	/\b(?:phishing|malware|ransomware|key ?logger|botnet|ddos|spyware|stolen (?:cards?|data|accounts?|goods)|credit card numbers of others|fake (?:ids?|passports?|diplomas?|reviews|prescriptions?|news site)|counterfeit|money laundering|sell(?:ing)? (?:drugs|cocaine|heroin|weapons|guns|explosives|organs|people)|(?:drug|weapon|gun) (?:shop|store|market)|hitman|contract killer|child porn\w*|revenge porn|doxx?ing|hack (?:into|my|someone|accounts?|a bank|facebook|instagram)|crack passwords?|spy on (?:my|someone|a|her|his)|stalk(?:ing|er)?|track (?:my )?(?:wife|husband|girlfriend|boyfriend|ex|partner) (?:secretly|without)|secretly record|bomb(?:s|-making)?|make a bomb|hate speech against|list of (?:jews|muslims|gays|immigrants))\b/i;
const DEVICE =
	/\b(?:native (?:\w+ )?app|(?:ios|android|iphone|ipad) app|app for (?:ios|android|iphone)|app store|in (?:swift|kotlin|java|flutter)|desktop (?:app|program)|windows (?:app|program)|bluetooth|arduino|raspberry pi|esp32|firmware|drone|robot arm|3d print(?:er)? a|circuit|device driver|browser extension|chrome extension|smart ?watch|alexa skill|excel macro|wordpress plugin)\b/i;
const SOFTWARE =
	/\b(?:app|apps|site|website|web|page|tool|software|program|system|game|quiz|shop|store|blog|build|make|create|track|keep|manage|list|calendar|book(?:ing)?|dashboard|search|users?|form|survey|sign)\b|seite|spiel|tienda|página|sitio|系统|网站|应用|网店|游戏|做|页面/i;

interface Judged {
	reading: Reading;
	plan: AppPlan | undefined;
	/** What would be built. */
	blueprint: Blueprint | undefined;
	share: number;
}

/** Why not to build, undefined when nothing speaks against it. */
export function doubtOf({ reading, plan, blueprint, share }: Judged): Doubt | undefined {
	const doubt = (code: Doubt['code'], message: string, isBuildable = false): Doubt => ({ code, message, isBuildable, share });
	const { text, language, guess } = reading;
	if (HARMFUL.test(text)) return doubt('HARMFUL', 'This would harm somebody or break the law, so nothing is built for it.');
	if (language === 'other')
		return doubt(
			'LANGUAGE_UNKNOWN',
			'The built-in model reads English, German, Spanish and Chinese. For other languages connect a language model.'
		);
	const isDevice = DEVICE.test(text);
	const isOnlyItems =
		blueprint !== undefined && plan === undefined && blueprint.entities.every((entity) => entity.name === 'item');
	const isNothing =
		!blueprint || isOnlyItems || (plan === undefined && guess.confidence < LEAST_CONFIDENCE && !SOFTWARE.test(text));
	if (isDevice && (isNothing || share < LEAST_SHARE))
		return doubt(
			'NOT_FOR_THE_WEB',
			'This asks for a device or for an app outside the browser. What is built here runs in a browser, on phones as well.',
			!isNothing
		);
	if (isNothing && guess.confidence >= LEAST_CONFIDENCE && guess.kind !== 'management')
		return doubt(
			'SUBJECT_UNKNOWN',
			`This asks for ${KINDS[guess.kind] ?? 'an app'}, but the built-in model knows too little of its subject to fill it${language === 'en' ? '' : ', or not in this language'}. A language model can.`
		);
	if (isNothing && language !== 'en')
		return doubt(
			'LANGUAGE_UNKNOWN',
			'The built-in model cannot read this kind of app in this language yet: write it in English, or connect a language model.'
		);
	if (isNothing)
		return doubt(
			'NOTHING_UNDERSTOOD',
			SOFTWARE.test(text) ? 'What the app is about did not become clear.' : 'This does not say what an app should do.'
		);
	if (reading.access.contradicts)
		return doubt(
			'CONTRADICTION',
			'It says both that nobody has an account and that somebody signs in. The blueprint shows what would be built; say which of the two holds.',
			true
		);
	if (share < (plan ? LEAST_SHARE : LEAST_SHARE_OF_RECORDS))
		return doubt(
			'LITTLE_UNDERSTOOD',
			`Of what you wrote, about ${Math.round(share * 100)} % was understood. The blueprint shows what would be built, and what would be missing.`,
			true
		);
	return undefined;
}

const KINDS: Partial<Record<Reading['guess']['kind'], string>> = {
	game: 'a game',
	tool: 'a tool that calculates',
	quiz: 'a quiz',
	lessons: 'lessons',
	survey: 'a survey',
	shop: 'a shop',
	booking: 'bookings',
	directory: 'a directory',
	readings: 'a dashboard of readings',
	social: 'a community',
	media: 'a site of recordings',
	assistant: 'an assistant',
	advisor: 'an advisor'
};
