import { useRef, useState } from 'react';
import { defineBlock } from '../../core/block';
import { useStored } from '../../core/stored';
import { Button } from '../../web/ui/button';
import { Confetti } from '../../web/ui/confetti';
import { GameBar } from '../../web/ui/game';
import { Heading } from '../../web/ui/heading';
import { Scores } from '../../web/ui/scores';
import { useKeys } from '../../web/ui/use-keys';
import { Gallows } from './gallows';
import { Keyboard } from './keyboard';
import { knownLetters, nextWord, outcomeOfLetters, outcomeOfRows, wrongOf, type Mark, type Outcome } from './logic';
import type { WordGuessParameters } from './parameters';
import { Rows } from './rows';
import './word-guess.css';
import { words } from './words';

/** A word that is guessed, as whole words in rows or letter by letter. */
export const wordGuess = defineBlock<WordGuessParameters>({ name: 'word-guess', Component: WordGuess });

function WordGuess({ parameters }: { parameters: WordGuessParameters }) {
	const { title, intro, kind, letters, tries, hints = {} } = parameters;
	const { word, guesses, draft, note, outcome, tally, press, next } = useGame(parameters);
	const area = useRef<HTMLDivElement>(null);
	const known = letters.join('').toLowerCase();
	useKeys(area, (key) => {
		if (outcome !== 'open') return false;
		const letter = key.toLowerCase();
		const isOurs = key === 'Enter' || key === 'Backspace' || ([...letter].length === 1 && known.includes(letter));
		if (isOurs) press(letter === 'enter' || letter === 'backspace' ? key : letter);
		return isOurs;
	});
	const marks: Map<string, Mark> =
		kind === 'rows' ? knownLetters(guesses, word) : new Map(guesses.map((one) => [one, word.includes(one) ? 'right' : 'not']));
	const hint = Object.entries(hints).find(([of]) => of.toLowerCase() === word)?.[1];
	return (
		<div className="word-guess narrow">
			<Heading title={title} text={intro} align="center" />
			<div className="stack" ref={area}>
				<GameBar>
					<Scores
						items={[
							{ label: words('won-count'), value: tally.won },
							{ label: words('wins-streak'), value: tally.streak }
						]}
					/>
					{hint && <p className="word-guess-hint">{words('hint', { hint })}</p>}
				</GameBar>
				{kind === 'rows' ? (
					<Rows word={word} guesses={guesses} draft={draft} tries={tries} isOpen={outcome === 'open'} />
				) : (
					<Gallows word={word} guessed={guesses} wrong={wrongOf(guesses, word)} tries={tries} isOver={outcome !== 'open'} />
				)}
				<div className="word-guess-says" role="status">
					{outcome === 'open' ? note : <strong>{outcome === 'won' ? words('won') : words('lost')}</strong>}
					{outcome !== 'open' && <p>{words('was', { word: word.toUpperCase() })}</p>}
				</div>
				{outcome === 'open' ? (
					<Keyboard letters={letters} marks={marks} hasEnter={kind === 'rows'} onPress={press} />
				) : (
					<div className="row word-guess-next">
						<Button look="primary" size="large" icon="arrow" onClick={next}>
							{words('next')}
						</Button>
					</div>
				)}
			</div>
			{outcome === 'won' && <Confetti />}
		</div>
	);
}

interface Tally {
	won: number;
	/** Won one after the other. */
	streak: number;
}
const NOTHING: Tally = { won: 0, streak: 0 };

function useGame({ title, kind, words: all, tries }: WordGuessParameters) {
	const [word, setWord] = useState(() => nextWord(all, undefined, Math.random()));
	const [guesses, setGuesses] = useState<string[]>([]);
	const [draft, setDraft] = useState('');
	const [note, setNote] = useState('');
	const [tally, setTally] = useStored<Tally>(`word-guess-${title}`, NOTHING);
	const outcomeOf = (guesses: readonly string[]): Outcome =>
		kind === 'rows' ? outcomeOfRows(guesses, word, tries) : outcomeOfLetters(guesses, word, tries);

	const guess = (one: string) => {
		const next = [...guesses, one];
		setGuesses(next);
		setDraft('');
		const outcome = outcomeOf(next);
		if (outcome === 'won') setTally(({ won, streak }) => ({ won: won + 1, streak: streak + 1 }));
		if (outcome === 'lost') setTally(({ won }) => ({ won, streak: 0 }));
	};
	const press = (key: string) => {
		const length = [...word].length;
		setNote('');
		if (outcomeOf(guesses) !== 'open') return;
		if (kind === 'gallows') {
			if (key.length === 1 && !guesses.includes(key)) guess(key);
		} else if (key === 'Backspace') setDraft([...draft].slice(0, -1).join(''));
		else if (key === 'Enter') {
			if ([...draft].length < length) setNote(words('short', { n: length }));
			else guess(draft);
		} else if ([...draft].length < length) setDraft(draft + key);
	};
	return {
		...{ word, guesses, draft, note, tally, press },
		outcome: outcomeOf(guesses),
		next: () => {
			setWord(
				nextWord(
					all,
					all.find((one) => one.toLowerCase() === word),
					Math.random()
				)
			);
			setGuesses([]);
		}
	};
}
