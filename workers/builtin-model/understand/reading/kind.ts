/** Which kind of app a requirement asks for, and how sure that is. */
import { KIND_WORDS, KINDS, type Kind } from './kind-words';

export interface KindGuess {
	kind: Kind;
	/** From 0 (no word speaks for it) to 1 (nothing else comes near). */
	confidence: number;
	/** All kinds that anything speaks for, best first. */
	scores: { kind: Kind; score: number }[];
}

/** A word that stands early says what the whole is; one in the middle says what a part is. */
const EARLY_CHARACTERS = 160;
const EARLY_WEIGHT = 1.5;
/** A kind that is named outright by one clear word. */
const SURE = 6;

export function kindOf(text: string): KindGuess {
	const scores = KINDS.map((kind) => ({ kind, score: scoreOf(text, kind) }))
		.filter(({ score }) => score > 0)
		.sort((one, other) => other.score - one.score);
	const [best, second] = scores;
	if (!best) return { kind: 'management', confidence: 0, scores };
	const lead = (best.score - (second?.score ?? 0)) / best.score;
	const strength = Math.min(1, best.score / SURE);
	return { kind: best.kind, confidence: Math.round(strength * (0.6 + 0.4 * lead) * 100) / 100, scores };
}

function scoreOf(text: string, kind: Kind): number {
	return KIND_WORDS[kind].reduce((sum, [words, weight]) => {
		const at = text.search(words);
		if (at < 0) return sum;
		return sum + weight * (weight > 1 && at < EARLY_CHARACTERS ? EARLY_WEIGHT : 1);
	}, 0);
}
