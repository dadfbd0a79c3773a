import { Icon } from '../../web/ui/icon';
import type { Mark } from './logic';
import { words } from './words';

interface KeyboardProps {
	letters: readonly string[];
	marks: ReadonlyMap<string, Mark>;
	/** Whether what is typed is sent by a key of its own. */
	hasEnter: boolean;
	/** A letter in lower case, 'Enter' or 'Backspace'. */
	onPress: (key: string) => void;
}

/** The keys on the screen, with what is known of each letter. */
export function Keyboard({ letters, marks, hasEnter, onPress }: KeyboardProps) {
	return (
		<div
			className="word-guess-keys"
			role="group"
			aria-label={words('letters')}
			// The focus stays where it is, so that real keys go on typing.
			onMouseDown={(event) => event.preventDefault()}
		>
			{letters.map((line, row) => {
				const isLast = row === letters.length - 1;
				return (
					<div key={row} className="word-guess-line">
						{isLast && hasEnter && (
							<button type="button" className="word-guess-key" data-wide onClick={() => onPress('Enter')}>
								{words('enter')}
							</button>
						)}
						{[...line.toLowerCase()].map((letter) => {
							const mark = marks.get(letter);
							return (
								<button
									key={letter}
									type="button"
									className="word-guess-key"
									data-mark={mark}
									disabled={!hasEnter && mark !== undefined}
									aria-label={mark ? words(mark, { letter: letter.toUpperCase() }) : letter.toUpperCase()}
									onClick={() => onPress(letter)}
								>
									{letter.toUpperCase()}
								</button>
							);
						})}
						{isLast && hasEnter && (
							<button
								type="button"
								className="word-guess-key"
								data-wide
								aria-label={words('delete-letter')}
								onClick={() => onPress('Backspace')}
							>
								<Icon name="back" />
							</button>
						)}
					</div>
				);
			})}
		</div>
	);
}
