import * as format from '../../core/format';
import { beyond, TimeChart } from '../../web/ui/charts';
import { statisticOf, type Reading } from './logic';
import type { ReadingsMeasure, ReadingsParameters } from './parameters';
import { words } from './words';

interface MeasureCardProps {
	parameters: ReadingsParameters;
	measure: ReadingsMeasure;
	/** Place of the measure. */
	index: number;
	/** One or two sources. */
	found: readonly { source: string; readings: readonly Reading[] }[];
	from: string;
	to: string;
}

/** One measure: its chart, or one beside the other, and its figures. */
export function MeasureCard({ parameters, measure, index, found, from, to }: MeasureCardProps) {
	const { compare } = parameters;
	const isBeside = compare === 'side-by-side' && found.length > 1;
	const groups = isBeside ? found.map((one) => [one]) : [found];
	return (
		<section className="readings-measure card">
			<h2>
				{measure.name} <span className="muted">({measure.unit})</span>
			</h2>
			<div className="readings-charts" data-beside={isBeside || undefined}>
				{groups.map((group) => (
					<Chart key={group.map(({ source }) => source).join()} {...{ parameters, measure, index, from, to }} found={group} />
				))}
			</div>
			<div className="readings-figures" data-beside={isBeside || undefined}>
				{found.map(({ source, readings }) => (
					<Figures key={source} {...{ parameters, measure, source, readings, index, hasName: found.length > 1 }} />
				))}
			</div>
		</section>
	);
}

function Chart({ parameters, measure, index, found, from, to }: MeasureCardProps) {
	const { chart, limit, step } = parameters;
	const times = [...new Set(found.flatMap(({ readings }) => readings.map(({ at }) => at)))].sort();
	const days = { from: format.day(from), to: format.day(to) };
	const source = found.map((one) => one.source).join(', ');
	return (
		<div className="readings-chart">
			<h3>{source}</h3>
			<TimeChart
				label={words('chart', { measure: measure.name, source, ...days })}
				kind={chart}
				labels={times.map((at) => (step === 'hour' && times.length <= 48 ? format.time(at) : format.shortDay(at.slice(0, 10))))}
				series={found.map((one) => {
					const values = new Map(one.readings.map(({ at, values }) => [at, values[index] ?? null]));
					return { name: one.source, values: times.map((at) => values.get(at) ?? null) };
				})}
				unit={measure.unit}
				decimals={measure.decimals}
				limit={limit?.measure === measure.name ? limit : undefined}
			/>
		</div>
	);
}

interface FiguresProps {
	parameters: ReadingsParameters;
	measure: ReadingsMeasure;
	source: string;
	readings: readonly Reading[];
	index: number;
	/** Whether the source is named above. */
	hasName: boolean;
}

/** Lowest, highest, mean; and what is beyond the limit. */
function Figures({ parameters, measure, source, readings, index, hasName }: FiguresProps) {
	const { statistics, limit } = parameters;
	const values = readings.map((one) => one.values[index] ?? null);
	const say = (value: number) => `${format.number(value, measure.decimals)} ${measure.unit}`;
	const marked = limit?.measure === measure.name ? readings.filter((one) => beyond(one.values[index] ?? NaN, limit)) : [];
	const furthest = marked.reduce<Reading | undefined>((most, one) => {
		const [a, b] = [one.values[index] ?? 0, most?.values[index] ?? 0];
		return !most || (limit?.above === undefined ? a < b : a > b) ? one : most;
	}, undefined);
	return (
		<div className="readings-of">
			{hasName && <h3>{source}</h3>}
			<dl className="readings-statistics" aria-label={`${measure.name}, ${source}`}>
				{statistics.map((kind) => {
					const value = statisticOf(kind, values);
					return (
						<div key={kind}>
							<dt>{words(kind)}</dt>
							<dd>{value === undefined ? '–' : say(value)}</dd>
						</div>
					);
				})}
			</dl>
			{limit && furthest && (
				<p className="readings-marked" role="status">
					{words('marked-most', {
						word: limit.word,
						n: marked.length,
						value: say(furthest.values[index] ?? 0),
						day: format.day(furthest.at.slice(0, 10))
					})}
				</p>
			)}
		</div>
	);
}
