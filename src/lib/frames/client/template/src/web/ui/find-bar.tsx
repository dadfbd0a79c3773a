import { useId, useMemo, useState, type ReactNode } from 'react';
import { FIND_ALL, findIn, offersOf, type Field, type Filter, type Finding } from '../../core/finding';
import { t } from '../../core/words';
import { Button, IconButton } from './button';
import { Empty } from './empty';
import './find-bar.css';
import { findWords } from './find-words';
import { Icon } from './icon';

/** What a list can be narrowed and sorted by. */
export interface FindPlan {
	fields: readonly Field[];
	filters?: readonly Filter[];
	search?: boolean;
	/** Fields to sort by, with what the choice says. */
	sort?: readonly { field: string; label: string }[];
}

export interface Finder<T> {
	finding: Finding;
	change(change: Partial<Finding>): void;
	choose(field: string, value: string): void;
	reset(): void;
	/** What is left, in order. */
	found: T[];
	isNarrowed: boolean;
}

/** What somebody looks for in a list, and what is found. @param start the order that the list begins with */
export function useFinder<T extends object>(records: readonly T[], plan: FindPlan, start: Partial<Finding> = {}): Finder<T> {
	const [finding, setFinding] = useState<Finding>({ ...FIND_ALL, ...start });
	const found = useMemo(() => findIn(records, finding, plan), [records, finding, plan]);
	const change = (more: Partial<Finding>) => setFinding((now) => ({ ...now, ...more }));
	return {
		...{ finding, change, found },
		choose: (field, value) => setFinding((now) => ({ ...now, filters: { ...now.filters, [field]: value } })),
		reset: () => setFinding((now) => ({ ...now, search: '', filters: {} })),
		isNarrowed: Boolean(finding.search.trim()) || Object.values(finding.filters).some(Boolean)
	};
}

interface FindBarProps<T> {
	plan: FindPlan;
	finder: Finder<T>;
	/** All records, for what the filters offer. */
	records: readonly T[];
	/** How many there are, in words: '12 groups'. */
	count: string;
	/** More choices, after the filters. */
	children?: ReactNode;
}

/** Search, filters and order above a list; says how many are left. */
export function FindBar<T extends object>({ plan, finder, records, count, children }: FindBarProps<T>) {
	const { filters = [], search = false, sort = [] } = plan;
	const { finding, change } = finder;
	const ticks = filters.filter(({ kind }) => kind === 'tick');
	const others = filters.filter((filter) => !ticks.includes(filter));
	return (
		<div className="find no-print" role="search">
			{(search || sort.length > 0) && (
				<div className="find-line">
					{search && (
						<label className="find-search">
							<Icon name="search" />
							<input
								type="search"
								className="control"
								aria-label={t('search')}
								placeholder={t('search')}
								value={finding.search}
								onChange={(event) => change({ search: event.target.value })}
							/>
						</label>
					)}
					{sort.length > 0 && <Sort sort={sort} finding={finding} change={change} />}
				</div>
			)}
			{(filters.length > 0 || children) && (
				<div className="find-filters">
					{others.map((filter) => (
						<FilterControl key={`${filter.field} ${filter.kind}`} {...{ filter, plan, finder, records }} />
					))}
					{(ticks.length > 0 || children) && (
						<div className="find-chips">
							{ticks.map((filter) => (
								<FilterControl key={filter.field} {...{ filter, plan, finder, records }} />
							))}
							{children}
						</div>
					)}
				</div>
			)}
			<p className="find-count" role="status">
				{count}
				{finder.isNarrowed && (
					<Button look="quiet" size="small" icon="close" onClick={finder.reset}>
						{findWords('reset')}
					</Button>
				)}
			</p>
		</div>
	);
}

interface SortProps {
	sort: readonly { field: string; label: string }[];
	finding: Finding;
	change: (change: Partial<Finding>) => void;
}

function Sort({ sort, finding, change }: SortProps) {
	return (
		<div className="find-sort">
			<select
				className="control"
				aria-label={findWords('sort')}
				value={finding.sort}
				onChange={(event) => change({ sort: event.target.value, isFalling: false })}
			>
				<option value="">{`${findWords('sort')}: ${findWords('own')}`}</option>
				{sort.map(({ field, label }) => (
					<option key={field} value={field}>
						{label}
					</option>
				))}
			</select>
			<IconButton
				label={findWords('falling')}
				icon={finding.isFalling ? 'down' : 'up'}
				aria-pressed={finding.isFalling}
				disabled={!finding.sort}
				onClick={() => change({ isFalling: !finding.isFalling })}
			/>
		</div>
	);
}

interface FilterProps<T> {
	filter: Filter;
	plan: FindPlan;
	finder: Finder<T>;
	records: readonly T[];
}

/** Few choices are shown side by side; many are in a list. */
const SIDE_BY_SIDE = 6;

function FilterControl<T extends object>({ filter, plan, finder, records }: FilterProps<T>) {
	const id = useId();
	const field = plan.fields.find(({ name }) => name === filter.field);
	const value = finder.finding.filters[filter.field] ?? '';
	const set = (next: string) => finder.choose(filter.field, next);
	if (!field) return null;
	if (filter.kind === 'tick')
		return (
			<button type="button" className="chip" aria-pressed={value === 'true'} onClick={() => set(value ? '' : 'true')}>
				{field.label}
			</button>
		);
	if (filter.kind === 'contains')
		return (
			<div className="find-filter">
				<label htmlFor={id}>{field.label}</label>
				<input id={id} className="control" value={value} onChange={(event) => set(event.target.value)} />
			</div>
		);
	const offers = offersOf(filter, field, records);
	const isFirst = plan.filters?.[0] === filter;
	if (filter.kind === 'choice' && isFirst && offers.length <= SIDE_BY_SIDE)
		return (
			<div className="find-chips" role="group" aria-label={field.label}>
				{[['', findWords('all')] as const, ...offers].map(([offer, text]) => (
					<button key={offer} type="button" className="chip" aria-pressed={value === offer} onClick={() => set(offer)}>
						{text}
					</button>
				))}
			</div>
		);
	const said = { choice: (text: string) => text, most: sayMost, least: sayLeast }[filter.kind];
	return (
		<div className="find-filter">
			<label htmlFor={id}>{field.label}</label>
			<select id={id} className="control" value={value} onChange={(event) => set(event.target.value)}>
				<option value="">{findWords('all')}</option>
				{offers.map(([offer, text]) => (
					<option key={offer} value={offer}>
						{said(text)}
					</option>
				))}
			</select>
		</div>
	);
}

const sayMost = (step: string) => findWords('at-most', { step });
const sayLeast = (step: string) => findWords('at-least', { step });

/** In place of a list of which nothing is left. @param hint what the app says of it, or the usual advice */
export function NoneFound({ onReset, hint }: { onReset: () => void; hint?: string | undefined }) {
	return (
		<Empty icon="search" title={findWords('none-found')} hint={hint ?? findWords('hint')}>
			<Button onClick={onReset}>{findWords('reset')}</Button>
		</Empty>
	);
}
