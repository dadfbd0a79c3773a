import { words } from './words';

interface GallowsProps {
	word: string;
	guessed: readonly string[];
	wrong: readonly string[];
	tries: number;
	isOver: boolean;
}

/** In the order in which they are drawn: the gallows, then who hangs there. */
const PARTS = [
	'M14 112h56',
	'M28 112V10',
	'M28 10h50',
	'M28 30l20-20',
	'M78 10v14',
	'M78 24a11 11 0 1 0 0 22a11 11 0 1 0 0-22',
	'M78 46v32',
	'M78 54l-16 12m16-12l16 12',
	'M78 78l-14 20m14-20l14 20'
];

/** The word with what is known of it, and a drawing that grows with each wrong letter. */
export function Gallows({ word, guessed, wrong, tries, isOver }: GallowsProps) {
	const shown = Math.ceil((wrong.length / tries) * PARTS.length);
	return (
		<div className="word-guess-gallows">
			<svg viewBox="0 0 110 120" role="img" aria-label={words('wrong-left', { n: wrong.length, all: tries })}>
				{PARTS.map((path, index) => (
					<path key={path} d={path} data-drawn={index < shown || undefined} />
				))}
			</svg>
			<div className="word-guess-known">
				<p className="word-guess-word" role="group" aria-label={words('word')}>
					{[...word].map((letter, at) => {
						const isLetter = /\p{L}/u.test(letter);
						const isSeen = !isLetter || guessed.includes(letter);
						return (
							<span
								key={at}
								role="img"
								aria-label={isSeen ? letter.toUpperCase() : words('hidden')}
								data-gap={isLetter ? undefined : true}
								data-missed={(isOver && !isSeen) || undefined}
							>
								{isSeen || isOver ? letter.toUpperCase() : ''}
							</span>
						);
					})}
				</p>
				<p className="muted">{words('wrong-left', { n: wrong.length, all: tries })}</p>
			</div>
		</div>
	);
}
