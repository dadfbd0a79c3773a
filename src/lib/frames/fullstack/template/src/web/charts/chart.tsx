import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';

export interface Point {
	label: string;
	value: number;
}
interface Props {
	title: string;
	kind: 'area' | 'bars';
	points: readonly Point[];
	/** Column heads of the same numbers as a table. */
	heads: readonly [string, string];
	format: (value: number) => string;
	formatAxis: (value: number) => string;
	height?: number;
}
const PAD = { top: 12, right: 6, bottom: 26, left: 46 };

/** An SVG chart that follows its width; arrow keys or the pointer read single values. */
export function Chart({ title, kind, points, heads, format, formatAxis, height = 248 }: Props) {
	const box = useRef<HTMLDivElement>(null);
	const width = useWidth(box);
	const [at, setAt] = useState<number>();
	const step = niceStep(Math.max(...points.map((p) => p.value), 1));
	const top = Math.ceil(Math.max(...points.map((p) => p.value), 1) / step) * step;
	const inner = { w: Math.max(width - PAD.left - PAD.right, 1), h: height - PAD.top - PAD.bottom };
	const slot = inner.w / points.length;
	const x = (i: number) => PAD.left + slot * (i + 0.5);
	const y = (value: number) => PAD.top + inner.h * (1 - value / top);
	const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(inner.w / 74))));
	const line = points.map((p, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(p.value).toFixed(1)}`).join('');
	const base = y(0);
	const chosen = at === undefined ? undefined : points[at];

	const onPointer = (event: PointerEvent<SVGSVGElement>) => {
		const place = event.clientX - event.currentTarget.getBoundingClientRect().left - PAD.left;
		setAt(Math.min(points.length - 1, Math.max(0, Math.floor(place / slot))));
	};
	const onKey = (event: KeyboardEvent) => {
		const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
		if (!move) return;
		event.preventDefault();
		setAt((now) => Math.min(points.length - 1, Math.max(0, (now ?? points.length) + move)));
	};

	return (
		<figure className="chart" ref={box} data-kind={kind}>
			<svg
				width={width}
				height={height}
				role="img"
				aria-label={`${title}. Arrow keys read single values.`}
				tabIndex={0}
				onPointerMove={onPointer}
				onPointerDown={onPointer}
				onPointerLeave={() => setAt(undefined)}
				onKeyDown={onKey}
				onBlur={() => setAt(undefined)}
			>
				{Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step).map((value) => (
					<g key={value} className="chart-grid">
						<line x1={PAD.left} x2={width - PAD.right} y1={y(value)} y2={y(value)} />
						<text x={PAD.left - 10} y={y(value)} dy="0.32em" textAnchor="end">
							{formatAxis(value)}
						</text>
					</g>
				))}
				{points.map(
					(p, i) =>
						i % every === 0 && (
							<text key={p.label} className="chart-x" x={x(i)} y={height - 6} textAnchor="middle">
								{p.label}
							</text>
						)
				)}
				{kind === 'area' ? (
					<>
						<path className="chart-fill" d={`${line}L${x(points.length - 1)} ${base}L${x(0)} ${base}Z`} />
						<path className="chart-line" d={line} />
						{at !== undefined && chosen && (
							<>
								<line className="chart-mark" x1={x(at)} x2={x(at)} y1={PAD.top} y2={base} />
								<circle className="chart-dot" cx={x(at)} cy={y(chosen.value)} r={5} />
							</>
						)}
					</>
				) : (
					points.map((p, i) => {
						const w = Math.min(slot * 0.62, 34);
						return (
							<rect
								key={p.label}
								className="chart-bar"
								data-on={i === at || undefined}
								x={x(i) - w / 2}
								width={w}
								y={y(p.value)}
								height={Math.max(base - y(p.value), 0)}
								rx={Math.min(5, w / 3)}
							/>
						);
					})
				)}
			</svg>
			<p
				className="chart-tip"
				role="status"
				data-on={chosen !== undefined || undefined}
				style={{ left: at === undefined ? 0 : Math.min(Math.max(x(at), 72), Math.max(width - 72, 72)) }}
			>
				{chosen && (
					<>
						<span>{chosen.label}</span> <strong>{format(chosen.value)}</strong>
					</>
				)}
			</p>
			<table className="visually-hidden">
				<caption>{title}</caption>
				<thead>
					<tr>
						<th scope="col">{heads[0]}</th>
						<th scope="col">{heads[1]}</th>
					</tr>
				</thead>
				<tbody>
					{points.map((p) => (
						<tr key={p.label}>
							<th scope="row">{p.label}</th>
							<td>{format(p.value)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</figure>
	);
}

/** 1, 2 or 5 times a power of ten, for about four grid lines. */
export function niceStep(max: number): number {
	const raw = max / 4;
	const power = 10 ** Math.floor(Math.log10(raw));
	return Math.max(1, power * ([1, 2, 5].find((n) => n * power >= raw) ?? 10));
}

function useWidth(ref: React.RefObject<HTMLElement | null>): number {
	const [width, setWidth] = useState(640);
	useEffect(() => {
		if (typeof ResizeObserver === 'undefined') return;
		const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
		observer.observe(ref.current!);
		return () => observer.disconnect();
	}, [ref]);
	return width;
}
