import { languageOf } from '../../understand/reading/language';
import { FOREIGN } from '../why-not';

/** Why a wish about pages is not built, where more can be said than that it was not understood. */
const REASONS: [RegExp, string][] = [
	[/\b(?:sign|log)[- ]?(?:in|on|up)\b|\bpasswords?\b|\baccounts?\b|\broles?\b/i, 'who signs in is decided when an app is made'],
	[/\b(?:payment|pay|stripe|paypal|checkout)\b/i, 'nothing is paid in the app'],
	[/\b(?:e-?mails?|sms|remind|notif)\w*/i, 'nothing is sent from the app'],
	[/\b(?:translat|languages?|german|spanish|french|chinese|bilingual)\w*/i, 'the words of an app are in one language'],
	[/\b(?:upload|file)\w*/i, 'there are no uploads'],
	[
		/\b(?:move|reorder|swap|bigger|smaller|larger|font|align|width|animation|sound|music)\b/i,
		'rules change what stands on a page, not how it moves or where it stands'
	],
	[/\b(?:map|google|instagram|facebook|twitter|youtube|embed|integration|api)\b/i, 'nothing of other services is built in']
];

export const whyNotOnPages = (clause: string): string =>
	REASONS.find(([words]) => words.test(clause))?.[1] ?? (languageOf(clause) === 'en' ? 'this was not understood' : FOREIGN);
