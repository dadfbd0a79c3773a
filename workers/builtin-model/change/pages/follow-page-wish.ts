/** Reads a wish about an app that is made of pages and blocks, and applies what is understood to the blueprint. */
import { clausesOf, type Clause } from '../clauses';
import type { Draft } from '../draft';
import { looksIn, setTitle } from '../read-looks';
import { NO_WISH } from '../small-talk';
import { setPageLooks, setPageTitle } from './page-looks';
import { addEntry, addQuestion, removeEntry } from './read-entries';
import { changeForm } from './read-forms';
import { addSection, removeSection, renameSection } from './read-sections';
import { changeText } from './read-texts';
import { whyNotOnPages } from './why-not';

export interface PageContext {
	draft: Draft;
	requirement: string;
}
/** Follows a clause; false where it is about something else. */
export type PageReader = (clause: string, context: PageContext) => boolean;

const READERS: PageReader[] = [changeForm, removeSection, renameSection, changeText, addEntry, removeEntry, addSection];

export function followPageWish(draft: Draft, wish: string, requirement: string): void {
	const context = { draft, requirement };
	const left = addQuestion(wish, context);
	for (const { quote, clauses } of clausesOf(left)) {
		draft.ask(quote);
		const looks = looksIn(quote);
		for (const intent of looks.intents) {
			if (intent.do === 'set-looks') setPageLooks(draft, intent);
			else if (intent.do === 'refuse') draft.refuse(intent.quote, intent.why);
		}
		const rest = looks.intents.length ? (looks.rest ? (clausesOf(looks.rest)[0]?.clauses ?? []) : []) : clauses;
		for (const clause of rest) follow(clause, context);
	}
}

function follow({ quote, text }: Clause, context: PageContext): void {
	const { draft } = context;
	if (!text || NO_WISH.test(text)) return;
	draft.clause = quote;
	const title = setTitle(text, { blueprint: draft.after, last: undefined })?.[0];
	if (title?.do === 'set-title') return setPageTitle(draft, title.title);
	if (READERS.some((read) => read(text, context))) return;
	draft.refuse(quote, whyNotOnPages(text));
}
