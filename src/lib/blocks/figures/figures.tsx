import { defineBlock } from '../../core/block';
import * as format from '../../core/format';
import { RankChart, TimeChart } from '../../web/ui/charts';
import { Heading } from '../../web/ui/heading';
import './figures.css';
import type { FiguresChart, FiguresParameters } from './parameters';

/** Figures at a glance: large numbers and charts of what stands behind them. */
export const figures = defineBlock<FiguresParameters>({ name: 'figures', Component: Figures });

function Figures({ parameters: { heading, intro, cards, charts } }: { parameters: FiguresParameters }) {
	return (
		<div className="figures wide">
			<Heading title={heading} text={intro} />
			{cards.length > 0 && (
				<dl className="tiles">
					{cards.map(({ label, value, change, isGood = true }) => (
						<div key={label} className="tile">
							<dt>{label}</dt>
							<dd>{value}</dd>
							{change && (
								<dd className="figures-change" data-good={isGood}>
									{change}
								</dd>
							)}
						</div>
					))}
				</dl>
			)}
			{charts.length > 0 && (
				<div className="figures-charts">
					{charts.map((chart) => (
						<Chart key={chart.title} chart={chart} />
					))}
				</div>
			)}
		</div>
	);
}

function Chart({ chart: { title, kind, rows, unit = '', decimals = 0 } }: { chart: FiguresChart }) {
	const total = rows.reduce((sum, { value }) => sum + value, 0) || 1;
	const say = (value: number) => `${format.number(value, decimals)}${unit && ` ${unit}`}`;
	return (
		<section className="card">
			<h3>{title}</h3>
			{kind === 'share' ? (
				<RankChart
					rows={rows}
					say={(value) => (unit === '%' ? say(value) : `${say(value)} (${format.percent(value / total)})`)}
				/>
			) : (
				<TimeChart
					label={`${title}: ${rows.map(({ label, value }) => `${label} ${say(value)}`).join(', ')}`}
					kind={kind}
					labels={rows.map(({ label }) => label)}
					series={[{ name: title, values: rows.map(({ value }) => value) }]}
					unit={unit}
					decimals={decimals}
				/>
			)}
		</section>
	);
}
