/** Wishes about the fields of forms and lists on pages. */
import { cleanName, removedIn, renameIn } from '../phrases';
import { addFormFields, fieldNamed, formCalled, removeFormFields, renameFormField, requireFormField } from './form-fields';
import type { PageReader } from './follow-page-wish';

const ADD =
	/^(?:add|include|put|ask for|i want|we want|i need|we need)\s+(?:also\s+)?(.+?)\s+(?:to|in|into|on|for)\s+(?:the\s+|our\s+|each\s+|every\s+)?([^,]+)$/i;
const SHOULD =
	/^(?:the\s+|each\s+|every\s+|all\s+)?(.+?)\s+(?:should|must|shall)?\s*(?:also\s+)?(?:asks?(?: for)?|have|has|needs?|contain|include)\s+(.+)$/i;
const REMOVE = /^(.+?)\s+(?:from|in|of|on)\s+(?:the\s+|our\s+)?(.+)$/i;
const MUST =
	/^(?:make\s+)?(?:the\s+)?(.+?)\s+(?:(?:in|of|on)\s+(?:the\s+)?(.+?)\s+)?(?:(?:should|must|is|are|shall)\s+(?:be\s+)?)?(mandatory|required|obligatory|optional)(?:\s+(?:in|of|on)\s+(?:the\s+)?(.+))?$/i;

/** 'Add a phone field to the contact form', 'remove message from the form', 'make phone mandatory'. */
export const changeForm: PageReader = (clause, { draft }) => {
	const add = ADD.exec(clause) ?? flipped(SHOULD.exec(clause));
	const target = add && formCalled(add[2] ?? '', draft);
	if (add && target && !/\b(?:section|page|form)\b/i.test(add[1] ?? ''))
		return addFormFields(draft, target, (add[1] ?? '').replace(/^(?:the|an?)\s+/i, ''));
	const what = removedIn(clause);
	const from = what ? REMOVE.exec(what) : null;
	const source = from && formCalled(from[2] ?? '', draft);
	if (from && source) return removeFormFields(draft, source, from[1] ?? '');
	const lone = what && /\bfields?\b/i.test(what) ? formCalled('', draft) : undefined;
	if (what && lone) return removeFormFields(draft, lone, what);
	const must = MUST.exec(clause);
	const form = must && formCalled(must[2] ?? must[4] ?? '', draft);
	if (must && form && fieldNamed(form, must[1] ?? ''))
		return requireFormField(draft, form, must[1] ?? '', !/optional/i.test(must[3] ?? ''));
	const pair = renameIn(clause);
	const of = pair && REMOVE.exec(pair.from);
	const place = pair && (formCalled(of?.[2] ?? '', draft) ?? formCalled('form', draft));
	const name = of && place && fieldNamed(place, of[1] ?? '') ? (of[1] ?? '') : (pair?.from ?? '');
	return Boolean(
		pair &&
		place &&
		fieldNamed(place, name) &&
		renameFormField(draft, place, name, cleanName(pair.to.replace(/\s+in\s+the\s+[\w\s]*form$/i, '')))
	);
};

const flipped = (match: RegExpExecArray | null) => (match ? [match[0], match[2] ?? '', match[1] ?? ''] : null);
