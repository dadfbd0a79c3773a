import { useState } from 'react';
import * as format from '../../core/format';
import { showValue, type Field } from '../../core/finding';
import { useDetail, useTitle } from '../../web/detail';
import { NotFound } from '../../web/not-found';
import { Link } from '../../web/router';
import { IconButton } from '../../web/ui/button';
import { Title } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import { Heart, slugOfRecord } from './directory';
import { portionsOf, scaled } from './logic';
import type { DirectoryParameters, DirectoryRecord, DirectoryScale } from './parameters';
import { words } from './words';

interface RecordPageProps {
	parameters: DirectoryParameters;
	/** Undefined where the address names none. */
	record: DirectoryRecord | undefined;
	isFavourite: boolean;
	toggle: (slug: string) => void;
}

/** The page of one record: all that is known of it. */
export function RecordPage({ parameters, record, isFavourite, toggle }: RecordPageProps) {
	const { fields, titleField, favourites = false, all, scale } = parameters;
	const { back } = useDetail();
	const title = String(record?.[titleField] ?? '');
	useTitle(title);
	if (!record) return <NotFound />;
	const others = fields.filter(({ name }) => name !== titleField && showValue({ name, label: '', kind: 'text' }, record[name]));
	const isLong = ({ kind }: Field) => kind === 'longText' || kind === 'list';
	return (
		<article className="record-page wide">
			<Link className="record-page-back no-print" href={back}>
				<Icon name="back" /> {words('all-of', { all })}
			</Link>
			<header className="record-page-head">
				<Title>{title}</Title>
				{favourites && <Heart name={title} isOn={isFavourite} onClick={() => toggle(slugOfRecord(record, titleField))} />}
			</header>
			<div className="record-page-parts">
				<aside className="record-page-side">
					{record.picture && <Picture picture={record.picture} />}
					<dl className="record-page-facts card">
						{others
							.filter((field) => !isLong(field))
							.map((field) => (
								<div key={field.name}>
									<dt>{field.label}</dt>
									<dd>
										<Shown field={field} value={record[field.name]} />
									</dd>
								</div>
							))}
					</dl>
				</aside>
				<div className="record-page-text">
					{record.text?.map((paragraph) => (
						<p key={paragraph}>{paragraph}</p>
					))}
					{others.filter(isLong).map((field) => (
						<section key={field.name}>
							<h2>{field.label}</h2>
							{scale?.field === field.name ? (
								<Scaled scale={scale} record={record} />
							) : (
								<Shown field={field} value={record[field.name]} />
							)}
						</section>
					))}
				</div>
			</div>
		</article>
	);
}

/** A value as it is read; what can be called, written to or opened is a link. */
function Shown({ field, value }: { field: Field; value: unknown }) {
	const text = showValue(field, value);
	if (Array.isArray(value))
		return (
			<ul className="record-page-list">
				{value.map((one) => (
					<li key={String(one)}>{String(one)}</li>
				))}
			</ul>
		);
	if (field.kind === 'email') return <a href={`mailto:${text}`}>{text}</a>;
	if (field.kind === 'phone') return <a href={`tel:${text.replace(/[^+\d]/g, '')}`}>{text}</a>;
	if (field.kind === 'url' && /^https?:\/\//.test(text)) return <a href={text}>{text.replace(/^https?:\/\/|\/$/g, '')}</a>;
	return text;
}

/** A list of amounts for as many as somebody says. */
function Scaled({ scale, record }: { scale: DirectoryScale; record: DirectoryRecord }) {
	const from = Number(typeof scale.from === 'number' ? scale.from : record[scale.from]) || 1;
	const [text, setText] = useState(String(from));
	const given = portionsOf(text);
	// While the field says nothing of use, the amounts are those of the last number that did.
	const [number, setNumber] = useState(from);
	const change = (next: string) => {
		setText(next);
		setNumber(portionsOf(next) ?? number);
	};
	const lines = record[scale.field];
	const id = `scale-${scale.field}`;
	return (
		<>
			<div className="record-page-scale no-print">
				<label htmlFor={id}>{scale.label}</label>
				<IconButton label={words('fewer')} icon="minus" disabled={number <= 1} onClick={() => change(String(number - 1))} />
				<input
					id={id}
					className="control"
					inputMode="decimal"
					value={text}
					aria-invalid={given === undefined || undefined}
					aria-describedby={given === undefined ? `${id}-note` : undefined}
					onChange={(event) => change(event.target.value)}
				/>
				<IconButton label={words('more')} icon="plus" onClick={() => change(String(number + 1))} />
				{given === undefined && (
					<p id={`${id}-note`} className="field-error" role="alert">
						{words('bad-portions')}
					</p>
				)}
			</div>
			<ul className="record-page-list" aria-label={scale.label}>
				{(Array.isArray(lines) ? lines : []).map((line) => (
					<li key={line}>{scaled(line, number / from, (value) => format.number(value))}</li>
				))}
			</ul>
		</>
	);
}
