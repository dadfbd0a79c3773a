import type { ReactNode } from 'react';

/** Names and values of one record. */
export const Details = ({ items }: { items: readonly (readonly [string, ReactNode])[] }) => (
	<dl className="details">
		{items.map(([name, value]) => (
			<div key={name}>
				<dt>{name}</dt>
				<dd>{value ?? '–'}</dd>
			</div>
		))}
	</dl>
);

/** Text with a line per item. */
export const Lines = ({ text }: { text: string }) => (
	<ul className="lines">
		{text
			.split('\n')
			.filter(Boolean)
			.map((line, i) => (
				<li key={i}>{line}</li>
			))}
	</ul>
);
