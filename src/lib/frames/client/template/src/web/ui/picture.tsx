import { Icon } from './icon';

/** A picture by its address; without one, a drawing of its own for each label. */
export interface PictureData {
	/** What it shows, read out. */
	label: string;
	/** The name of an icon, large in the drawing. */
	icon?: string;
	/** '/pictures/oven.jpg' */
	src?: string;
}

/** Fills the width that it has, in the shape that its place asks for (4 : 3 unless `--shape` says otherwise). */
export function Picture({ picture: { label, icon, src } }: { picture: PictureData }) {
	if (src) return <img className="picture" src={src} alt={label} loading="lazy" />;
	const seed = hashOf(label);
	return (
		<span className="picture picture-drawn" role="img" aria-label={label} data-tone={seed % 5}>
			<svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
				{SCENES[Math.floor(seed / 5) % SCENES.length]?.(seed)}
			</svg>
			{icon ? <Icon name={icon} /> : <span className="picture-letter">{[...label.trim()][0]?.toUpperCase()}</span>}
		</span>
	);
}

/** The same for the same text, everywhere. */
function hashOf(text: string): number {
	let hash = 2166136261;
	for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619) >>> 0;
	return hash;
}

const from = (seed: number, step: number, low: number, high: number) => low + ((seed >>> (step * 3)) % 97) * ((high - low) / 96);

/** Grounds of drawings: hills, circles, waves, an arch, rays. Colours are in the style sheet. */
const SCENES: readonly ((seed: number) => React.ReactNode)[] = [
	(seed) => (
		<>
			<circle className="tint-2" cx={from(seed, 1, 60, 340)} cy={from(seed, 2, 50, 120)} r="46" />
			<path className="tint-1" d={`M0 ${from(seed, 3, 170, 210)} Q110 ${from(seed, 4, 90, 150)} 230 210 T400 180 V300 H0Z`} />
			<path className="tint-3" d={`M0 250 Q120 ${from(seed, 5, 190, 230)} 240 256 T400 ${from(seed, 6, 214, 250)} V300 H0Z`} />
		</>
	),
	(seed) => (
		<>
			<circle className="tint-1" cx={from(seed, 1, 40, 150)} cy={from(seed, 2, 60, 240)} r={from(seed, 3, 90, 140)} />
			<circle className="tint-3" cx={from(seed, 4, 250, 370)} cy={from(seed, 5, 40, 260)} r={from(seed, 6, 70, 120)} />
		</>
	),
	(seed) =>
		[0, 1, 2, 3, 4].map((row) => (
			<path
				key={row}
				className={row % 2 ? 'tint-1' : 'tint-3'}
				d={`M0 ${row * 62 + from(seed, row, 20, 40)} q50 -34 100 0 t100 0 t100 0 t100 0 v40 h-400Z`}
			/>
		)),
	(seed) => (
		<>
			<path className="tint-1" d="M90 300 V160 a110 110 0 0 1 220 0 V300Z" />
			<path className="tint-3" d="M138 300 V170 a62 62 0 0 1 124 0 V300Z" />
			<circle className="tint-2" cx={from(seed, 1, 30, 370)} cy={from(seed, 2, 36, 80)} r="24" />
		</>
	),
	(seed) =>
		Array.from({ length: 9 }, (_, ray) => (
			<path
				key={ray}
				className={ray % 2 ? 'tint-1' : 'tint-3'}
				d={`M${from(seed, 1, 120, 280)} 330 L${ray * 90 - 180} -20 h60Z`}
			/>
		))
];
