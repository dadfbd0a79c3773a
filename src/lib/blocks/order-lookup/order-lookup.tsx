import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Stored } from '../../core/collection';
import * as format from '../../core/format';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { keyOf, type Order } from '../cart/logic';
import './order-lookup.css';
import type { OrderLookupParameters } from './parameters';
import { words } from './words';

/** How far an order is, for whoever knows its number and who ordered it. */
export const orderLookup = defineBlock<OrderLookupParameters>({ name: 'order-lookup', Component: OrderLookup });

function OrderLookup({ parameters }: { parameters: OrderLookupParameters }) {
	const { heading, intro, orders, label, kind, none } = parameters;
	const { find } = useCollection<Order>(orders);
	const [found, setFound] = useState<Stored<Order> | 'none'>();
	return (
		<div className="order-lookup narrow">
			<Heading title={heading} text={intro} />
			<div className="order-lookup-form card">
				<Form
					fields={[
						{ name: 'number', label: words('number'), kind: 'text', isRequired: true },
						{ name: 'key', label, kind, isRequired: true }
					]}
					submit={words('find')}
					onSubmit={async ({ number, key }) => {
						const values = { number: String(number).trim().toUpperCase(), key: keyOf(String(key)) };
						setFound((await find(values)) ?? 'none');
					}}
				/>
			</div>
			<div role="status">
				{found === 'none' && <p className="order-lookup-none">{none}</p>}
				{found && found !== 'none' && <Found order={found} />}
			</div>
		</div>
	);
}

const Found = ({ order }: { order: Stored<Order> }) => (
	<article className="order-lookup-found card">
		<dl className="tiles">
			<div>
				<dt>{words('state')}</dt>
				<dd className="order-lookup-state">{order.state}</dd>
			</div>
			<div>
				<dt>{words('number')}</dt>
				<dd>{order.number}</dd>
			</div>
			<div>
				<dt>{words('on')}</dt>
				<dd>{format.day(order.createdAt)}</dd>
			</div>
		</dl>
		<ul className="order-lookup-lines">
			{order.lines.map(({ name, detail, number, total }) => (
				<li key={`${name} ${detail}`}>
					<span>{`${number} × ${[name, detail].filter(Boolean).join(', ')}`}</span>
					<span>{format.money(total)}</span>
				</li>
			))}
			<li className="order-lookup-total">
				<span>{words('total')}</span>
				<span>{format.money(order.total)}</span>
			</li>
		</ul>
	</article>
);
