import { useId, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import * as format from '../../core/format';
import './charts.css';

/** Charts as drawings in the app's colours, without a library: lines or bars over time, and bars of shares. */

export interface Series {
	name: string;
	/** One value for each label; null where there is none. */
	values: readonly (number | null)[];
}

interface TimeChartProps {
	/** What is shown, read out in place of the drawing. */
	label: string;
	kind: 'line' | 'bars';
	/** One below each value; as many as there is room for are shown. */
	labels: readonly string[];
	/** At most two; the second differs by its dashes, not by colour alone. */
	series: readonly Series[];
	unit?: string;
	decimals?: number;
	/** Beyond these a value is marked. */
	limit?: { above?: number; below?: number; word: string } | undefined;
}

const LEFT = 52;
const RIGHT = 10;
const TOP = 22;
const BOTTOM = 30;

/** Values over time with axes, a legend for more than one series, and marks beyond a limit. */
export function TimeChart({ label, kind, labels, series, unit = '', decimals = 0, limit }: TimeChartProps) {
	const box = useRef<HTMLElement>(null);
	const width = useWidth(box);
	const height = Math.max(220, Math.min(340, width * 0.42));
	const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
	const edges = [limit?.above, limit?.below].filter((one) => one !== undefined);
	const ticks = ticksOf(kind === 'bars' ? [0, ...all, ...edges] : [...all, ...edges]);
	const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
	const x = (index: number) => {
		const room = width - LEFT - RIGHT;
		if (kind === 'bars') return LEFT + ((index + 0.5) / labels.length) * room;
		return LEFT + (labels.length > 1 ? index / (labels.length - 1) : 0.5) * room;
	};
	const y = (value: number) => TOP + (1 - (value - low) / (high - low || 1)) * (height - TOP - BOTTOM);
	const isBeyond = (value: number) => Boolean(limit) && beyond(value, limit);
	const digits = Math.max(decimals, decimalsOf(ticks));
	return (
		<figure className="chart" ref={box}>
			<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
				{ticks.map((tick) => (
					<g key={tick}>
						<line className="chart-grid" x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
						<text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
							{format.number(tick, digits > 3 ? 3 : digits)}
						</text>
					</g>
				))}
				<text x={LEFT - 8} y={10} textAnchor="end">
					{unit}
				</text>
				{shownLabels(labels.length, width).map((index) => (
					<text key={index} x={x(index)} y={height - 8} textAnchor={anchorOf(index, labels.length, kind)}>
						{labels[index]}
					</text>
				))}
				{series.map((one, place) =>
					kind === 'line' ? (
						<Line key={one.name} {...{ one, place, x, y, isBeyond, isAlone: series.length === 1, floor: y(low) }} />
					) : (
						<Bars key={one.name} {...{ one, place, x, y, isBeyond, of: series.length, step: (width - LEFT) / labels.length }} />
					)
				)}
				{edges.map((edge) => (
					<g key={edge}>
						<line className="chart-limit" x1={LEFT} x2={width - RIGHT} y1={y(edge)} y2={y(edge)} />
						<text className="chart-limit-text" x={width - RIGHT} y={y(edge) - 6} textAnchor="end">
							{`${limit?.word} ${format.number(edge, decimals)} ${unit}`}
						</text>
					</g>
				))}
			</svg>
			{series.length > 1 && (
				<ul className="chart-legend">
					{series.map(({ name }, place) => (
						<li key={name}>
							<svg viewBox="0 0 34 12" aria-hidden="true">
								<line className="chart-line" data-series={place} x1="1" x2="33" y1="6" y2="6" />
							</svg>
							{name}
						</li>
					))}
				</ul>
			)}
		</figure>
	);
}

/** Whether a value is beyond a limit; one that is at it is not. */
export const beyond = (value: number, limit: { above?: number; below?: number } | undefined): boolean =>
	(limit?.above !== undefined && value > limit.above) || (limit?.below !== undefined && value < limit.below);

interface DrawnProps {
	one: Series;
	place: number;
	x: (index: number) => number;
	y: (value: number) => number;
	isBeyond: (value: number) => boolean;
}

function Line({ one, place, x, y, isBeyond, isAlone, floor }: DrawnProps & { isAlone: boolean; floor: number }) {
	const points = one.values.flatMap((value, index) => (value === null ? [] : [{ left: x(index), top: y(value), value }]));
	const path = points.map(({ left, top }, index) => `${index ? 'L' : 'M'}${left.toFixed(1)} ${top.toFixed(1)}`).join('');
	const [first, last] = [points[0], points.at(-1)];
	return (
		<>
			{isAlone && first && last && <path className="chart-area" d={`${path}L${last.left} ${floor}L${first.left} ${floor}Z`} />}
			<path className="chart-line" data-series={place} d={path} />
			{points.length === 1 && first && <circle cx={first.left} cy={first.top} r="4" />}
			{points
				.filter(({ value }) => isBeyond(value))
				.map(({ left, top }) => (
					<circle key={left} className="chart-mark" cx={left} cy={top} r="4.5" />
				))}
		</>
	);
}

function Bars({ one, place, x, y, isBeyond, of, step }: DrawnProps & { of: number; step: number }) {
	const wide = Math.max(1, Math.min(48, (step * 0.7) / of));
	return one.values.map(
		(value, index) =>
			value !== null && (
				<rect
					key={index}
					className="chart-bar"
					data-series={place}
					data-marked={isBeyond(value) || undefined}
					x={x(index) + (place - of / 2) * wide}
					y={Math.min(y(value), y(0))}
					width={wide}
					height={Math.max(1, Math.abs(y(0) - y(value)))}
					rx={Math.min(4, wide / 4)}
				/>
			)
	);
}

const START_WIDTH = 720;
function useWidth(box: RefObject<HTMLElement | null>): number {
	const [width, setWidth] = useState(START_WIDTH);
	useLayoutEffect(() => {
		const element = box.current;
		if (!element) return;
		const measure = () => setWidth(element.clientWidth || START_WIDTH);
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		return () => observer.disconnect();
	}, [box]);
	return width;
}

/** About five round numbers that span the values. */
export function ticksOf(values: readonly number[]): number[] {
	if (!values.length) return [0, 1];
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const span = most - least || Math.abs(most) || 1;
	const rough = span / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
	const first = Math.floor(least / step);
	const count = Math.max(1, Math.ceil(most / step - 1e-9) - first);
	return Array.from({ length: count + 1 }, (_, index) => Number(((first + index) * step).toFixed(10)));
}

const decimalsOf = (ticks: readonly number[]) => Math.max(...ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0));

function shownLabels(count: number, width: number): number[] {
	const room = Math.max(2, Math.floor((width - LEFT) / 84));
	const step = Math.max(1, Math.ceil(count / room));
	return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

const anchorOf = (index: number, count: number, kind: 'line' | 'bars') =>
	kind === 'line' && index === 0 ? 'start' : kind === 'line' && index === count - 1 ? 'end' : 'middle';

/** Bars of shares, each with what it stands for: `{ label: 'Bus', value: 12 }`. */
export function RankChart({ rows, say = (value) => format.number(value) }: RankChartProps) {
	const id = useId();
	const most = Math.max(...rows.map(({ value }) => value), 0) || 1;
	return (
		<ul className="ranks">
			{rows.map(({ label, value }, index) => (
				<li key={`${id}-${index}`}>
					<span className="ranks-label">
						{label} <b>{say(value)}</b>
					</span>
					<span className="bar" aria-hidden="true">
						<span style={{ width: `${(value / most) * 100}%` }} />
					</span>
				</li>
			))}
		</ul>
	);
}

interface RankChartProps {
	rows: readonly { label: string; value: number }[];
	/** How a value is written; as a number unless said otherwise. */
	say?: (value: number) => string;
}
