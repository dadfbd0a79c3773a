import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { showValue, toStored } from '../../core/finding';
import { useStored } from '../../core/stored';
import { useDetail, slugOf } from '../../web/detail';
import { Link } from '../../web/router';
import { IconButton } from '../../web/ui/button';
import { FindBar, NoneFound, useFinder } from '../../web/ui/find-bar';
import { Heading } from '../../web/ui/heading';
import { Picture } from '../../web/ui/picture';
import { Ready } from '../../web/ui/ready';
import './directory.css';
import type { DirectoryParameters, DirectoryRecord } from './parameters';
import { RecordPage } from './record-page';
import { words } from './words';

/** Things of one kind to look through: a list to narrow, search and sort, and a page for each. */
export const directory = defineBlock<DirectoryParameters>({
	name: 'directory',
	Component: Directory,
	opens: true,
	collections: ({ collection, fields, records }) => ({
		[collection]: { seed: toStored(fields, records), rules: { create: 'owner', change: 'owner' } }
	})
});

function Directory({ parameters }: { parameters: DirectoryParameters }) {
	const { collection, titleField } = parameters;
	const kept = useCollection<DirectoryRecord>(collection);
	const { slug } = useDetail();
	const [hearts, setHearts] = useStored(`${collection}-favourites`, NONE);
	const toggle = (one: string) => setHearts((now) => (now.includes(one) ? now.filter((other) => other !== one) : [...now, one]));
	const open = kept.records.find((record) => slugOfRecord(record, titleField) === slug);
	return (
		<Ready of={kept}>
			{/* Kept where a record is open, so that the way back leads to the same choice. */}
			<div hidden={Boolean(slug)}>
				<List {...{ parameters, records: kept.records, hearts, toggle }} />
			</div>
			{slug && <RecordPage key={slug} {...{ parameters, record: open, isFavourite: hearts.includes(slug), toggle }} />}
		</Ready>
	);
}

const NONE: string[] = [];

export const slugOfRecord = (record: DirectoryRecord, titleField: string): string =>
	record.slug ?? slugOf(String(record[titleField] ?? ''));

interface ListProps {
	parameters: DirectoryParameters;
	records: readonly DirectoryRecord[];
	hearts: readonly string[];
	toggle: (slug: string) => void;
}

function List({ parameters, records, hearts, toggle }: ListProps) {
	const { heading, intro, one, all, titleField, layout = 'cards', favourites = false, none } = parameters;
	const [isOnlyHearts, setOnlyHearts] = useState(false);
	const finder = useFinder(records, parameters);
	const has = (record: DirectoryRecord) => hearts.includes(slugOfRecord(record, titleField));
	const isOnly = favourites && isOnlyHearts;
	const found = isOnly ? finder.found.filter(has) : finder.found;
	const reset = () => {
		finder.reset();
		setOnlyHearts(false);
	};
	return (
		<div className="directory wide">
			<Heading title={heading} text={intro} />
			<FindBar
				plan={parameters}
				finder={{ ...finder, reset, isNarrowed: finder.isNarrowed || isOnly }}
				records={records}
				count={words('found', { n: found.length, all: found.length === 1 ? one : all })}
			>
				{favourites && (
					<button type="button" className="chip" aria-pressed={isOnly} onClick={() => setOnlyHearts(!isOnly)}>
						{words('favourites')}
					</button>
				)}
			</FindBar>
			{found.length === 0 ? (
				<NoneFound onReset={reset} hint={none} />
			) : layout === 'table' ? (
				<Table {...{ parameters, records: found }} />
			) : (
				<ul className={layout === 'cards' ? 'directory-cards grid' : 'directory-rows'} aria-label={all}>
					{found.map((record) => (
						<Card
							key={slugOfRecord(record, titleField)}
							{...{ parameters, record, isFavourite: has(record), hasPictures: records.some(({ picture }) => picture) }}
							toggle={favourites ? toggle : undefined}
						/>
					))}
				</ul>
			)}
		</div>
	);
}

interface CardProps {
	parameters: DirectoryParameters;
	record: DirectoryRecord;
	hasPictures: boolean;
	isFavourite: boolean;
	toggle: ((slug: string) => void) | undefined;
}

function Card({ parameters, record, hasPictures, isFavourite, toggle }: CardProps) {
	const { titleField } = parameters;
	const { hrefOf } = useDetail();
	const slug = slugOfRecord(record, titleField);
	const title = String(record[titleField] ?? '');
	return (
		<li className="directory-card card">
			{hasPictures && <Picture picture={record.picture ?? { label: title }} />}
			<div className="directory-card-words">
				<h3>
					<Link href={hrefOf(slug)}>{title}</Link>
				</h3>
				<Summary {...{ parameters, record }} />
			</div>
			{toggle && <Heart name={title} isOn={isFavourite} onClick={() => toggle(slug)} />}
		</li>
	);
}

export const Heart = ({ name, isOn, onClick }: { name: string; isOn: boolean; onClick: () => void }) => (
	<span className="directory-heart no-print">
		<IconButton label={words('favourite', { name })} icon="heart" aria-pressed={isOn} onClick={onClick} />
	</span>
);

function Summary({ parameters, record }: { parameters: DirectoryParameters; record: DirectoryRecord }) {
	const shown = parameters.summaryFields.flatMap((name) => parameters.fields.find((field) => field.name === name) ?? []);
	return (
		<dl className="directory-summary">
			{shown.map((field) => {
				const value = showValue(field, record[field.name]);
				return (
					value && (
						<div key={field.name} data-kind={field.kind}>
							<dt>{field.label}</dt>
							<dd>{value}</dd>
						</div>
					)
				);
			})}
		</dl>
	);
}

function Table({ parameters, records }: { parameters: DirectoryParameters; records: readonly DirectoryRecord[] }) {
	const { titleField, summaryFields, all } = parameters;
	const { hrefOf } = useDetail();
	const columns = [titleField, ...summaryFields].flatMap((name) => parameters.fields.find((field) => field.name === name) ?? []);
	return (
		<div className="table-wrap">
			<table className="table directory-table" aria-label={all}>
				<thead>
					<tr>
						{columns.map(({ name, label, kind }) => (
							<th key={name} scope="col" data-kind={kind}>
								{label}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{records.map((record) => (
						<tr key={slugOfRecord(record, titleField)}>
							{columns.map((field) => (
								<td key={field.name} data-kind={field.kind}>
									{field.name === titleField ? (
										<Link href={hrefOf(slugOfRecord(record, titleField))}>{String(record[titleField] ?? '')}</Link>
									) : (
										showValue(field, record[field.name])
									)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
