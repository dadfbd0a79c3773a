import { languageOf } from '../understand/reading/language';

/** Why a wish is not built, where more can be said than that it was not understood. */
const REASONS: [RegExp, string][] = [
	[/\bundo\b|\bprevious version\b|\bgo back\b|\brevert\b|\broll ?back\b/i, 'the history has the earlier versions'],
	[
		/\bsort(?:ed|ing)?\b|\border(?:ed)? by\b/i,
		'lists can be sorted by every column already; another order to begin with is not built'
	],
	[/\bpages?\b/i, 'apps of records have a page for each kind of record, and no other ones'],
	[/\b(?:e-?mail|sms|remind|notif|push|newsletter)\w*/i, 'nothing is sent from the app'],
	[/\b(?:export|import|csv|excel|pdf|print)\w*/i, 'there is no export, import or print'],
	[/\b(?:upload|attach|files?)\w*/i, 'there are no uploads'],
	[/\b(?:sign|log)[- ]?(?:in|on|up)\b|\bpasswords?\b|\baccounts?\b/i, 'records belong to people who sign in, and that stays'],
	[/\b(?:payment|pay|stripe|paypal)\b/i, 'nothing is paid in the app'],
	[/\b(?:translat|languages?|german|spanish|french|chinese)\w*/i, 'the pages of these apps are in English'],
	[/\b(?:calculat|automatic|comput|formula|sum of)\w*/i, 'nothing is calculated but what the lists add up'],
	[
		/\b(?:hide|move|reorder|swap|bigger|smaller|font|logo|icon|layout|align|width|header|footer|menu)\b/i,
		'the layout is that of all these apps'
	]
];

export const whyNot = (clause: string): string => {
	const reason = REASONS.find(([words]) => words.test(clause))?.[1];
	return reason ?? (languageOf(clause) === 'en' ? 'this was not understood' : FOREIGN);
};

export const FOREIGN = 'this was not understood; of other languages than English only simple wishes are: add, remove, rename';
