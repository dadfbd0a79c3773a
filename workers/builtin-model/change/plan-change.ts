/** What the architect makes of a wish about an app that is there: a change, an answer, or why neither. */
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { diffBlueprints, isEmptyPatch, patchBlueprint } from '../../../src/lib/domain/blueprint-patch';
import type { ChangePlanInput, ChangeStep } from '../../../src/lib/domain/change-plan';
import { frameNamed } from '../../../src/lib/frames';
import { answerTo } from './answers';
import { bare, Draft } from './draft';
import { stepsOf, writtenPaths } from './file-steps';
import { followWish } from './follow-wish';
import { followPageWish } from './pages/follow-page-wish';
import { isOtherApp, otherAppReply } from './other-app';
import { exampleFor, WHAT_CAN_CHANGE } from './what-can-change';

export interface Wish {
	words: string;
	blueprint: Blueprint;
	/** The first requirement. */
	requirement: string;
	/** Paths of the files that the project has; undefined where nobody said. */
	paths: readonly string[] | undefined;
}

export function planChange(wish: Wish): ChangePlanInput {
	const { blueprint, paths } = wish;
	const words = wish.words.trim();
	if (!/[\p{L}\p{N}]/u.test(words)) return nothing(blueprint, 'There is no wish in this.');
	if (isOtherApp(words, blueprint)) return { kind: 'another-app', reply: otherAppReply(blueprint), notBuilt: [] };
	const answer = answerTo(words, blueprint);
	if (answer) return { kind: 'answer', reply: answer };
	const isOfPages = frameNamed(blueprint.frame).isMadeOfPages;
	const missing = isOfPages ? [] : missingFiles(blueprint, paths);
	if (missing.length)
		return nothing(
			blueprint,
			`This app was not written by the built-in model (there is no ${missing[0] ?? 'such file'}), so rules cannot change it. A language model can: choose one in Settings.`
		);
	const draft = new Draft(blueprint);
	if (isOfPages) followPageWish(draft, words, wish.requirement);
	else followWish(draft, words);
	return planOf(draft, paths, isOfPages);
}

/** Files that the rules would build on and that are not there. */
function missingFiles(blueprint: Blueprint, paths: readonly string[] | undefined): string[] {
	if (!paths?.length) return [];
	const known = new Set(paths);
	return writtenPaths(blueprint).filter((path) => !known.has(path) && /\/(?:contract|repo|routes)\.ts$/.test(path));
}

function planOf(draft: Draft, paths: readonly string[] | undefined, isOfPages: boolean): ChangePlanInput {
	const notBuilt = [...new Set(draft.asks.flatMap(({ refused }) => refused.map(({ quote }) => bare(quote))))].filter(Boolean);
	const done = draft.asks.flatMap((ask) => ask.done);
	if (done.length === 0) return nothing(draft.before, '', draft, notBuilt);
	draft.file();
	const changed: Blueprint = {
		...draft.after,
		notUnderstood: [...new Set([...draft.before.notUnderstood, ...notBuilt])]
	};
	const patch = diffBlueprints(draft.before, changed);
	if (isEmptyPatch(patch)) return nothing(draft.before, '', draft, notBuilt);
	// As whoever applies the patch has it: what is new comes last.
	const after = patchBlueprint(draft.before, patch);
	const steps = isOfPages ? [] : stepsOf({ before: draft.before, after, renames: draft.renames, paths, what: done.join(' ') });
	return {
		kind: 'change',
		reply: [done.join(' '), ...restOf(draft), touched(steps)].filter(Boolean).join('\n\n').slice(0, 4000),
		notBuilt,
		blueprint: patch,
		steps
	};
}

/** What is so already, and what is not built, each with why. */
function restOf(draft: Draft): string[] {
	const met = draft.asks.flatMap((ask) => ask.met);
	const assumed = draft.asks.flatMap((ask) => ask.assumed);
	const refused = draft.asks.flatMap((ask) => ask.refused);
	return [
		...(assumed.length ? [`Assumed: ${assumed.join(' ')}`] : []),
		...(met.length ? [`As it is: ${met.join('; ')}.`] : []),
		...(refused.length ? [`Not built: ${refused.map(({ quote, why }) => `“${bare(quote)}” (${why})`).join('; ')}.`] : [])
	];
}

function touched(steps: readonly ChangeStep[]): string {
	const files = new Set(steps.flatMap((step) => step.files));
	const migrations = [...files].filter((path) => path.startsWith('migrations/'));
	if (files.size === 0) return '';
	return `This touches ${files.size} files${migrations.length ? `, of which ${migrations.length === 1 ? 'one is a new migration: records stay' : `${migrations.length} are new migrations: records stay`}` : ''}.`;
}

function nothing(blueprint: Blueprint, why: string, draft?: Draft, notBuilt: string[] = []): ChangePlanInput {
	const rest = draft ? restOf(draft) : [];
	const said = [why, ...rest].filter(Boolean).join('\n\n') || 'There is no wish in this.';
	const can = `The built-in model is rule-based, no AI. ${WHAT_CAN_CHANGE(blueprint)} For example: ${exampleFor(blueprint)}. For anything else, choose an AI model in Settings.`;
	return { kind: 'nothing', reply: `${said}\n\n${can}`.slice(0, 4000), notBuilt };
}
