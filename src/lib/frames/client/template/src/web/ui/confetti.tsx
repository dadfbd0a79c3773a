import { useMemo, type CSSProperties } from 'react';
import './confetti.css';

const PIECES = 70;
const COLOURS = ['var(--part)', 'var(--good)', 'var(--wait)', 'var(--bad)', 'var(--part-ink)'];

/** Paper in the app's colours that falls once over the page; not where less motion is wanted. */
export function Confetti() {
	const pieces = useMemo(() => Array.from({ length: PIECES }, (_, index) => pieceOf(index)), []);
	return (
		<div className="confetti" aria-hidden="true">
			{pieces.map((style, index) => (
				<i key={index} style={style} />
			))}
		</div>
	);
}

function pieceOf(index: number): CSSProperties {
	return {
		insetInlineStart: `${Math.random() * 100}%`,
		background: COLOURS[index % COLOURS.length],
		width: `${6 + Math.random() * 6}px`,
		animationDelay: `${Math.random() * 0.7}s`,
		animationDuration: `${2 + Math.random() * 1.8}s`,
		rotate: `${Math.random() * 360}deg`
	};
}
