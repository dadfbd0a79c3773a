import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection, type Stored } from '../../core/collection';
import * as format from '../../core/format';
import { t } from '../../core/words';
import { Empty } from '../../web/ui/empty';
import { Heading } from '../../web/ui/heading';
import { Ready } from '../../web/ui/ready';
import { useToast } from '../../web/ui/toast';
import type { Order } from '../cart/logic';
import './orders.css';
import type { OrdersParameters } from './parameters';
import { words } from './words';

/** All orders of a shop, for whoever runs it: what, for whom, and how far each is. */
export const orders = defineBlock<OrdersParameters>({ name: 'orders', Component: Orders });

function Orders({ parameters }: { parameters: OrdersParameters }) {
	const { heading, intro, states, none } = parameters;
	const kept = useCollection<Order>(parameters.orders);
	const [state, setState] = useState('');
	const newest = [...kept.records].reverse();
	const shown = newest.filter((order) => !state || order.state === state);
	const countOf = (one: string) => newest.filter((order) => !one || order.state === one).length;
	const say = useToast();
	const move = async (order: Stored<Order>, to: string) => {
		await kept.update(order.id, { state: to });
		say(`${order.number}: ${to}`);
	};
	return (
		<div className="orders wide">
			<Heading title={heading} text={intro} />
			<Ready of={kept}>
				{newest.length === 0 ? (
					<Empty title={none} icon="box" />
				) : (
					<>
						<div className="orders-states row no-print" role="group" aria-label={words('states')}>
							{['', ...states].map((one) => (
								<button key={one} type="button" className="chip" aria-pressed={one === state} onClick={() => setState(one)}>
									{one || words('all')} <span>{countOf(one)}</span>
								</button>
							))}
						</div>
						{shown.length === 0 ? (
							<Empty title={words('none-in', { state })} icon="box" />
						) : (
							<ul className="orders-list" aria-label={heading}>
								{shown.map((order) => (
									<OrderCard key={order.id} {...{ order, states }} onState={(to) => void move(order, to)} />
								))}
							</ul>
						)}
					</>
				)}
			</Ready>
		</div>
	);
}

interface OrderCardProps {
	order: Stored<Order>;
	states: readonly string[];
	onState: (state: string) => void;
}

function OrderCard({ order, states, onState }: OrderCardProps) {
	const { number, state, lines, shipping, total, customer, createdAt } = order;
	const all = states.includes(state) ? states : [state, ...states];
	return (
		<li className="orders-one card">
			<header>
				<div>
					<h3>{number}</h3>
					<p className="muted">{format.dayAndTime(createdAt)}</p>
				</div>
				<select
					className="control"
					aria-label={words('state', { number })}
					value={state}
					onChange={(event) => onState(event.target.value)}
				>
					{all.map((one) => (
						<option key={one}>{one}</option>
					))}
				</select>
			</header>
			<div className="orders-parts">
				<ul className="orders-lines">
					{lines.map((line) => (
						<li key={`${line.name} ${line.detail}`}>
							<span>{`${line.number} × ${[line.name, line.detail].filter(Boolean).join(', ')}`}</span>
							<span>{format.money(line.total)}</span>
						</li>
					))}
					{shipping > 0 && (
						<li>
							<span>{words('delivery')}</span>
							<span>{format.money(shipping)}</span>
						</li>
					)}
					<li className="orders-total">
						<span>{words('total')}</span>
						<span>{format.money(total)}</span>
					</li>
				</ul>
				<dl className="orders-customer">
					{customer.map(({ label, value }) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{value || t('none')}</dd>
						</div>
					))}
				</dl>
			</div>
		</li>
	);
}
