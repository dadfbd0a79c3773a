/** Reads a wish about an app that is made of pages and blocks, and applies what is understood to the blueprint. */
import { asksFor, clausesOf, type Clause, type WishSentence } from '../clauses';
import type { Draft } from '../draft';
import { foreignClauses } from '../foreign';
import { looksIn, setTitle } from '../read-looks';
import { NO_WISH } from '../small-talk';
import { setPageLooks, setPageTitle } from './page-looks';
import { addEntry, addQuestion, removeEntry } from './read-entries';
import { changeForm } from './read-forms';
import { addSection } from './add-sections';
import { removeSection, renameSection } from './read-sections';
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
	for (const { quote, clauses } of wholeTexts(clausesOf(left))) {
		draft.ask(quote);
		for (const clause of foreignClauses(quote, false) ?? clauses) follow(clause, context);
	}
}

/** 'Add a page about X: one sentence. Another one.': what asks for nothing belongs to the text before it. */
function wholeTexts(sentences: readonly WishSentence[]): WishSentence[] {
	const whole: WishSentence[] = [];
	for (const sentence of sentences) {
		const before = whole.at(-1);
		const last = before?.clauses.at(-1);
		const isText =
			last && /\b(?:page|section|text|paragraph|notice|note)\b[^:：]*(?:[:：]|\b(?:saying|says?|reads?)\b)\s*\S/i.test(last.text);
		if (!before || !last || !isText || asksFor(sentence.quote)) whole.push(sentence);
		else
			whole[whole.length - 1] = {
				quote: `${before.quote} ${sentence.quote}`,
				clauses: [
					...before.clauses.slice(0, -1),
					{ quote: `${last.quote} ${sentence.quote}`, text: `${last.text}. ${sentence.quote}` }
				]
			};
	}
	return whole;
}

function follow({ quote, text }: Clause, context: PageContext): void {
	const { draft } = context;
	if (!text || NO_WISH.test(text)) return;
	draft.clause = quote;
	const looks = looksIn(text);
	for (const intent of looks.intents) {
		if (intent.do === 'set-looks') setPageLooks(draft, intent);
		else if (intent.do === 'refuse') draft.refuse(intent.quote, intent.why);
	}
	const rest = looks.intents.length ? looks.rest : text;
	if (rest === undefined) return;
	const title = setTitle(rest, { blueprint: draft.after, last: undefined })?.[0];
	if (title?.do === 'set-title') return setPageTitle(draft, title.title);
	if (READERS.some((read) => read(rest, context))) return;
	draft.refuse(rest === text ? quote : rest, whyNotOnPages(rest));
}
