import type { CSSProperties } from 'react';
import { marksOf } from './logic';
import { words } from './words';

interface RowsProps {
	word: string;
	guesses: readonly string[];
	/** What is being typed. */
	draft: string;
	tries: number;
	isOpen: boolean;
}

/** One row for each word that may be guessed, its letters marked once it is. */
export function Rows({ word, guesses, draft, tries, isOpen }: RowsProps) {
	const length = [...word].length;
	const lines = Array.from({ length: tries }, (_, row) => {
		const guess = guesses[row];
		const text = guess ?? (row === guesses.length && isOpen ? draft : '');
		return { letters: Array.from({ length }, (_, at) => [...text][at] ?? ''), marks: guess ? marksOf(guess, word) : [] };
	});
	return (
		<ol className="word-guess-rows" aria-label={words('board')} style={{ '--letters': length } as CSSProperties}>
			{lines.map(({ letters, marks }, row) => (
				<li key={row}>
					{letters.map((letter, at) => {
						const mark = marks[at];
						const said = mark ? words(mark, { letter: letter.toUpperCase() }) : letter.toUpperCase() || words('empty');
						return (
							<span
								key={at}
								role="img"
								aria-label={said}
								className="word-guess-letter"
								data-mark={mark}
								data-filled={letter ? true : undefined}
								style={{ '--at': at } as CSSProperties}
							>
								{letter.toUpperCase()}
							</span>
						);
					})}
				</li>
			))}
		</ol>
	);
}
