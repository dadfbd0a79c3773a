import './scores.css';

/** Figures of a game or a tool in a row: what they count, and how far it is. */
export function Scores({ items }: { items: readonly { label: string; value: string | number }[] }) {
	return (
		<dl className="scores">
			{items.map(({ label, value }) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}
