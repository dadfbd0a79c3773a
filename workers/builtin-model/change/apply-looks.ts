/** What the app is called, its colours, and whether it is light or dark. */
import { criterionKind, wording } from '../generate/criteria';
import { askedFor } from '../generate/palette';
import type { Draft } from './draft';
import type { Intent } from './intents';

type Of<K extends Intent['do']> = Extract<Intent, { do: K }>;

export function setTitle(draft: Draft, { title }: Of<'set-title'>): void {
	if (title === draft.after.title) return draft.met('the app is called so already');
	dropKind(draft, 'title');
	draft.done(`The app is called “${title}” instead of “${draft.after.title}”.`);
	draft.after = { ...draft.after, title };
	draft.prove(sessionOf(draft), wording.title(title));
}

export function setCurrency(draft: Draft, { currency }: Of<'set-currency'>): void {
	const { design } = draft.after;
	if (design.currency === currency) return draft.met(`amounts are in ${currency} already`);
	dropKind(draft, 'currency');
	draft.after = { ...draft.after, design: { ...design, currency } };
	draft.done(`Amounts are in ${currency} instead of ${design.currency}; the figures stay as they are.`);
	draft.prove(sessionOf(draft), wording.currency(currency));
}

export function setLooks(draft: Draft, { ground, part, mode }: Of<'set-looks'>): void {
	const { design } = draft.after;
	const accent = part || askedFor(design, 'accent');
	const back = ground || askedFor(design, 'ground');
	const colours = [...(accent ? [`accent:${accent}`] : []), ...(back ? [`ground:${back}`] : [])];
	const darkMode = mode || design.darkMode;
	if (String(colours) === String(design.colours) && darkMode === design.darkMode) return draft.met('it looks so already');
	draft.after = {
		...draft.after,
		design: {
			...design,
			palette: accent ?? design.palette,
			colours,
			ground: ground || design.ground,
			part: part || design.part,
			darkMode
		}
	};
	if (ground || part) {
		dropKind(draft, 'colours');
		draft.done(
			`${[part && `Buttons and links are ${part}`, ground && `${part ? 'the' : 'The'} background is ${ground}`].filter(Boolean).join(', ')}; shades are chosen so that text can be read.`
		);
		draft.prove(sessionOf(draft), wording.colours(accent, back));
	}
	if (mode) {
		dropKind(draft, 'mode');
		draft.done(mode === 'system' ? 'Pages are light or dark as each device wants.' : `Pages are ${mode}.`);
		if (mode !== 'system') draft.prove(sessionOf(draft), wording.mode(mode));
	}
}

const sessionOf = (draft: Draft) => draft.after.features.find((feature) => feature.kind === 'session')?.name ?? 'session';

/** A later wish takes the place of an earlier one. */
function dropKind(draft: Draft, kind: string): void {
	draft.dropCriteria(
		draft.after.features.flatMap(({ criteria }) =>
			criteria.filter((id) => criterionKind(draft.criterion(id)?.text ?? '') === kind)
		)
	);
}
