import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { number } from '../../core/format';
import { t } from '../../core/words';
import { IconButton } from '../../web/ui/button';
import { Choices } from '../../web/ui/choices';
import { SelectField, TextField } from '../../web/ui/field';
import { Heading } from '../../web/ui/heading';
import './converter.css';
import { converted, numberOf, rounded } from './logic';
import type { ConverterGroup, ConverterParameters } from './parameters';
import { words } from './words';

/** Converts values between units, in both directions as one types. */
export const converter = defineBlock<ConverterParameters>({ name: 'converter', Component: Converter });

function Converter({ parameters: { title, intro, groups } }: { parameters: ConverterParameters }) {
	const [name, setName] = useState(groups[0]?.name ?? '');
	const group = groups.find((one) => one.name === name);
	return (
		<div className="converter narrow">
			<Heading title={title} text={intro} />
			<div className="stack">
				{groups.length > 1 && (
					<Choices
						label={words('what')}
						options={groups.map((one) => [one.name, one.name])}
						value={name}
						onChange={setName}
						isQuiet
					/>
				)}
				{group && <Both key={name} group={group} />}
			</div>
		</div>
	);
}

/** What is typed stands on one side; the other one follows. */
interface Typed {
	side: 'left' | 'right';
	text: string;
}

function Both({ group: { units } }: { group: ConverterGroup }) {
	const [left, setLeft] = useState(0);
	const [right, setRight] = useState(1);
	const [{ side, text }, setTyped] = useState<Typed>({ side: 'left', text: '1' });
	const a = units[left];
	const b = units[right];
	if (!a || !b) return null;
	const value = numberOf(text);
	const problem = text.trim() === '' || Number.isFinite(value) ? undefined : t('bad-number');
	const other = Number.isFinite(value) ? rounded(side === 'left' ? converted(value, a, b) : converted(value, b, a)) : NaN;
	const textOf = (at: Typed['side']) => (at === side ? text : Number.isFinite(other) ? String(other) : '');
	const field = (at: Typed['side'], unit: ConverterGroup['units'][number]) => (
		<TextField
			label={words('value', { unit: unit.name })}
			inputMode="decimal"
			autoComplete="off"
			value={textOf(at)}
			error={at === side ? problem : undefined}
			onChange={(event) => setTyped({ side: at, text: event.target.value })}
		/>
	);
	const options = units.map(({ name, symbol }, index) => [String(index), `${name} (${symbol})`] as const);
	const base = side === 'left' ? a : b;
	return (
		<>
			<div className="converter-both card">
				<div className="converter-side">
					<SelectField
						label={words('from')}
						options={options}
						value={left}
						onChange={(event) => setLeft(Number(event.target.value))}
					/>
					{field('left', a)}
				</div>
				<IconButton
					label={words('swap')}
					icon="refresh"
					onClick={() => {
						setLeft(right);
						setRight(left);
					}}
				/>
				<div className="converter-side">
					<SelectField
						label={words('to')}
						options={options}
						value={right}
						onChange={(event) => setRight(Number(event.target.value))}
					/>
					{field('right', b)}
				</div>
			</div>
			{Number.isFinite(value) && (
				<p className="converter-sum" role="status">
					{`${number(rounded(numberOf(textOf('left'))))} ${a.symbol} = ${number(rounded(numberOf(textOf('right'))))} ${b.symbol}`}
				</p>
			)}
			{units.length > 2 && Number.isFinite(value) && (
				<section aria-label={words('all')}>
					<h3>{words('all')}</h3>
					<dl className="converter-all">
						{units.map((unit) => (
							<div key={unit.name}>
								<dt>{unit.name}</dt>
								<dd>
									{number(rounded(converted(value, base, unit)))} {unit.symbol}
								</dd>
							</div>
						))}
					</dl>
				</section>
			)}
		</>
	);
}
