/** Reads a wish about an app of records, sentence by sentence, and applies what is understood; what is not stays in the person's words. */
import { apply } from './apply';
import { clausesOf, type Clause } from './clauses';
import type { Draft } from './draft';
import { foreignClauses } from './foreign';
import type { Intent, Reader } from './intents';
import { addChart, removeChart } from './read-charts';
import { addEntity, removeEntity, renameEntity } from './read-entities';
import { addFields } from './read-fields';
import { removeField, setRequired } from './read-field-marks';
import { renameField } from './read-field-names';
import { setOptions } from './read-options';
import { looksIn, setCurrency, setTitle } from './read-looks';
import { addRole, removeRole, renameRole, setRights, signsIn } from './read-roles';
import { NO_WISH } from './small-talk';
import { whyNot } from './why-not';

/** The first that reads a clause has it: what is said in fewer ways comes first. */
const READERS: Reader[] = [
	...[setTitle, setCurrency, signsIn, addRole, renameRole, removeRole, removeChart, addChart, setRights, setRequired],
	...[renameField, renameEntity, setOptions, removeEntity, removeField, addFields, addEntity]
];

export function followWish(draft: Draft, wish: string): void {
	for (const { quote, clauses } of clausesOf(wish)) {
		draft.ask(quote);
		for (const clause of foreignClauses(quote, true) ?? clauses) follow(draft, clause);
	}
}

function follow(draft: Draft, { quote, text }: Clause): void {
	if (!text || NO_WISH.test(text)) return;
	draft.clause = quote;
	const looks = looksIn(text);
	for (const intent of looks.intents) apply(draft, intent);
	const rest = looks.intents.length ? looks.rest : text;
	if (rest === undefined) return;
	const intents = read(rest, draft);
	if (!intents) return draft.refuse(rest === text ? quote : rest, whyNot(rest));
	for (const intent of intents) apply(draft, intent);
}

function read(text: string, draft: Draft): Intent[] | undefined {
	const context = { blueprint: draft.after, last: draft.last };
	for (const reader of READERS) {
		const intents = reader(text, context);
		if (intents?.length) return intents;
	}
	return undefined;
}
