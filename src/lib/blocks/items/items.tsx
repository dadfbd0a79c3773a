import { defineBlock } from '../../core/block';
import { Link } from '../../web/router';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import './items.css';
import type { ItemOfList, ItemsParameters } from './parameters';

/** Several things of one kind: services, steps, rooms, rules. */
export const items = defineBlock<ItemsParameters>({ name: 'items', Component: Items });

function Items({ parameters: { heading, intro, layout, items: all } }: { parameters: ItemsParameters }) {
	const List = layout === 'numbered' ? 'ol' : 'ul';
	return (
		<div className="items wide">
			<Heading title={heading} text={intro} />
			<List className="items-list" data-layout={layout} data-few={all.length < 4 || undefined}>
				{all.map((item, index) => (
					<li key={item.title} className={layout === 'cards' ? 'items-item card' : 'items-item'}>
						{layout === 'numbered' ? (
							<span className="items-number" aria-hidden="true">
								{index + 1}
							</span>
						) : (
							<Sign item={item} />
						)}
						<Words item={item} />
					</li>
				))}
			</List>
		</div>
	);
}

function Sign({ item: { picture, icon } }: { item: ItemOfList }) {
	if (picture)
		return (
			<div className="items-picture">
				<Picture picture={picture} />
			</div>
		);
	return (
		icon && (
			<span className="items-icon">
				<Icon name={icon} />
			</span>
		)
	);
}

function Words({ item: { title, text, facts = [], href } }: { item: ItemOfList }) {
	return (
		<div className="items-words">
			<h3>
				{href ? (
					<Link href={href} className="items-link">
						{title} <Icon name="arrow" />
					</Link>
				) : (
					title
				)}
			</h3>
			{text && <p>{text}</p>}
			{facts.length > 0 && (
				<dl className="items-facts">
					{facts.map(({ label, value }) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{value}</dd>
						</div>
					))}
				</dl>
			)}
		</div>
	);
}
