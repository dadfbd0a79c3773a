/** The criteria this model writes and tests: one wording per kind, so that a test can be found for every sentence. */
export type CriterionKind =
	| 'list'
	| 'create'
	| 'invalid'
	| 'change'
	| 'remove'
	| 'refuse'
	| 'filter'
	| 'own'
	| 'panel'
	| 'live'
	| 'series'
	| 'ranking'
	| 'invite'
	| 'role'
	| 'deactivate'
	| 'users-refuse'
	| 'sign-in'
	| 'sign-up'
	| 'visitor'
	| 'colours'
	| 'mode'
	| 'overdue'
	| 'scale'
	| 'board'
	| 'calendar'
	| 'booked'
	| 'field'
	| 'required'
	| 'optional'
	| 'options'
	| 'unique'
	| 'gone'
	| 'called'
	| 'rights'
	| 'title'
	| 'role-name'
	| 'no-longer'
	| 'currency'
	| 'no-role'
	| 'no-chart'
	| 'unknown';

const KINDS: [RegExp, CriterionKind][] = [
	[/^When somebody opens the list of .* searched and sorted/, 'list'],
	[/^When somebody saves a new .* with valid fields/, 'create'],
	[/^If a required field of .* is empty/, 'invalid'],
	[/^When somebody changes the number of servings/, 'scale'],
	[/^When somebody changes an? /, 'change'],
	[/^When somebody deletes an? /, 'remove'],
	[/^If an? .* tries to (add|change) .* 403/, 'refuse'],
	[/^When somebody narrows the list of/, 'filter'],
	[/^While .* belongs to somebody else/, 'own'],
	[/^When somebody opens an? .* the app shall show its/, 'panel'],
	[/^While a page is open/, 'live'],
	[/^The dashboard shall rank/, 'ranking'],
	[/^The dashboard shall show/, 'series'],
	[/^When an administrator invites/, 'invite'],
	[/^When an administrator changes a user's role/, 'role'],
	[/^When an administrator deactivates/, 'deactivate'],
	[/^If somebody who is no administrator/, 'users-refuse'],
	[/^While nobody is signed in, the app shall show the sign-in page/, 'sign-in'],
	[/^When a visitor registers/, 'sign-up'],
	[/^While nobody is signed in, the app shall still show/, 'visitor'],
	[/^While an? .* after its due date/, 'overdue'],
	[/^When somebody moves an? /, 'board'],
	[/^When somebody opens the calendar/, 'calendar'],
	[/^If an? .* overlaps/, 'booked'],
	[/^When somebody gives an? .* the app shall keep and show it/, 'field'],
	[/^If the .* is left out/, 'required'],
	[/^When somebody leaves out the /, 'optional'],
	[/^The .* shall be one of: /, 'options'],
	[/^If the .* is in use already/, 'unique'],
	[/^The app shall not ask for the /, 'gone'],
	[/^The pages shall call these records /, 'called'],
	[/^While an? .* is signed in, the app shall /, 'rights'],
	[/^The app shall be called /, 'title'],
	[/^The app shall call a role /, 'role-name'],
	[/^The app shall keep no /, 'no-longer'],
	[/^Amounts shall be in /, 'currency'],
	[/^Nobody shall have the role /, 'no-role'],
	[/^The app shall show no chart /, 'no-chart'],
	[/^The app shall show .* mode\.$/, 'mode'],
	[/^The app shall show (buttons|the background) /, 'colours']
];

export const criterionKind = (text: string): CriterionKind => KINDS.find(([words]) => words.test(text))?.[1] ?? 'unknown';

/** With the indefinite article. */
export const a = (word: string) => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;

export const wording = {
	list: (all: string) =>
		`When somebody opens the list of ${all}, the app shall show them page by page, searched and sorted as asked.`,
	create: (noun: string) => `When somebody saves a new ${noun} with valid fields, the app shall store and show it.`,
	invalid: (noun: string) => `If a required field of ${a(noun)} is empty, then the app shall refuse it and mark the field.`,
	change: (noun: string) => `When somebody changes ${a(noun)}, the app shall show the new values.`,
	remove: (noun: string) => `When somebody deletes ${a(noun)}, the app shall no longer show it.`,
	refuse: (role: string, all: string) =>
		`If ${a(role)} tries to add ${all}, then the app shall refuse with 403 and not offer it.`,
	filter: (all: string, fields: string) =>
		`When somebody narrows the list of ${all} by ${fields}, the app shall show only those that fit.`,
	own: (noun: string) => `While ${a(noun)} belongs to somebody else, the app shall refuse to change it.`,
	panel: (noun: string, children: string) => `When somebody opens ${a(noun)}, the app shall show its ${children}.`,
	live: () => 'While a page is open, when its data change, the app shall show the new data without a reload.',
	series: (title: string) => `The dashboard shall show ${title}, with the same numbers as a table.`,
	ranking: (title: string) => `The dashboard shall rank ${title}, best first.`,
	invite: () => 'When an administrator invites somebody, the app shall give a link that works once and activates the user.',
	role: () => "When an administrator changes a user's role, the app shall apply it to the next request.",
	deactivate: () => 'When an administrator deactivates a user, the app shall end their sessions and refuse sign-in.',
	usersRefuse: () => 'If somebody who is no administrator asks for the users, then the app shall refuse with 403.',
	signIn: () => 'While nobody is signed in, the app shall show the sign-in page and answer requests for data with 401.',
	signUp: () => 'When a visitor registers, the app shall create an account and sign in.',
	visitor: (all: string) => `While nobody is signed in, the app shall still show the ${all}.`,
	overdue: (noun: string) => `While ${a(noun)} is open after its due date, the app shall mark it as overdue.`,
	scale: (noun: string) =>
		`When somebody changes the number of servings on ${a(noun)}, the app shall recalculate the ingredients.`,
	board: (noun: string) =>
		`When somebody moves ${a(noun)} on the board, the app shall keep its new state and show it in that column.`,
	calendar: (all: string) => `When somebody opens the calendar, the app shall show the ${all} of one week by day.`,
	booked: (noun: string, taken: string | undefined) =>
		`If ${a(noun)} overlaps another one${taken ? ` of the same ${taken}` : ''}, then the app shall refuse it and keep the first.`,
	field: (noun: string, label: string) => `When somebody gives ${a(noun)} its ${label}, the app shall keep and show it.`,
	required: (noun: string, label: string) =>
		`If the ${label} of ${a(noun)} is left out, then the app shall refuse it and mark the field.`,
	optional: (noun: string, label: string) =>
		`When somebody leaves out the ${label} of ${a(noun)}, the app shall save it all the same.`,
	options: (noun: string, label: string, options: readonly string[]) =>
		`The ${label} of ${a(noun)} shall be one of: ${options.join(', ')}.`.slice(0, 500),
	unique: (noun: string, label: string) => `If the ${label} of ${a(noun)} is in use already, then the app shall refuse it.`,
	gone: (noun: string, label: string) => `The app shall not ask for the ${label} of ${a(noun)} any more.`,
	called: (all: string) => `The pages shall call these records ${all}.`,
	rights: (role: string, all: string, { may, mayNot }: { may: readonly string[]; mayNot: readonly string[] }) =>
		`While ${a(role)} is signed in, the app shall ${[may.length ? `let them ${orList(may, 'and')} ${all}` : '', mayNot.length ? `refuse to let them ${orList(mayNot, 'or')} ${may.length ? 'any' : all}` : ''].filter(Boolean).join(', and ')}.`,
	title: (title: string) => `The app shall be called ${title}.`,
	noRole: (label: string) => `Nobody shall have the role ${label} any more.`,
	noChart: (title: string) => `The app shall show no chart called ${title} any more.`,
	currency: (currency: string) => `Amounts shall be in ${currency}.`,
	noLonger: (all: string, folder: string) =>
		`The app shall keep no ${all} any more, and answer requests to /api/${folder} with 404.`,
	roleName: (label: string) => `The app shall call a role ${label}.`,
	colours: (accent: string | undefined, ground: string | undefined) =>
		`The app shall show ${[accent && `buttons and links in ${accent}`, ground && `the background in ${ground}`].filter(Boolean).join(' and ')}.`,
	mode: (mode: string) => `The app shall show its pages in ${mode} mode.`
};

function orList(words: readonly string[], joint: 'and' | 'or'): string {
	return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1) ?? ''}` : (words[0] ?? '');
}
