import { useEffect, useRef, useState } from 'react';
import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { showValue } from '../../core/finding';
import type { FormValues } from '../../core/fields';
import * as format from '../../core/format';
import { RefusedError } from '../../core/rules';
import type { Shape } from '../../core/shape';
import { useStored } from '../../core/stored';
import { LinkButton } from '../../web/ui/button';
import { Empty } from '../../web/ui/empty';
import { Form } from '../../web/ui/form';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { useBasket } from '../catalogue/basket';
import { lineTotal } from '../catalogue/logic';
import './cart.css';
import { Line } from './line';
import { keyOf, orderNumber, shippingOf, type Order } from './logic';
import type { CartParameters } from './parameters';
import { words } from './words';

/** What strangers may send as an order. */
const ORDER: Shape = {
	...{ number: 'text', key: 'text', state: 'text', shipping: 'number', total: 'number' },
	lines: [{ name: 'text', detail: 'text', each: 'number', number: 'number', total: 'number' }],
	customer: [{ label: 'text', value: 'text' }]
};

/** What was put into the cart, what it costs, and the way to order it; no money is taken. */
export const cart = defineBlock<CartParameters>({
	name: 'cart',
	Component: Cart,
	collections: ({ orders, state }) => ({
		[orders]: {
			rules: {
				...{ read: 'owner', change: 'owner', findBy: ['number', 'key'], unique: 'number' },
				...{ ownerSets: ['state'], starts: { state }, shape: ORDER }
			}
		}
	})
});

function Cart({ parameters }: { parameters: CartParameters }) {
	const { heading, collection, shop, shipping } = parameters;
	const basket = useBasket(collection);
	const [last, setLast] = useStored(`${collection}-last-order`, '');
	const [ordered, setOrdered] = useState<Order>();
	const [isFailed, setFailed] = useState(false);
	const order = useOrder(parameters);
	const { lines, total: goods } = basket;
	const brought = shippingOf(shipping, goods);

	if (ordered) return <Ordered parameters={parameters} order={ordered} />;
	if (!lines.length)
		return (
			<div className="cart wide">
				<Heading title={heading} />
				<Empty title={words('empty')} hint={words('empty-hint')} icon="basket">
					<LinkButton href={shop} look="primary">
						{words('shop')}
					</LinkButton>
					{last && <p>{words('last-order', { number: last })}</p>}
				</Empty>
			</div>
		);
	const send = async (values: FormValues) => {
		try {
			setFailed(false);
			const made = await order(lines, values);
			basket.clear();
			setLast(made.number);
			setOrdered(made);
			window.scrollTo(0, 0);
		} catch {
			setFailed(true);
		}
	};
	return (
		<div className="cart wide">
			<Heading title={heading} />
			<div className="cart-parts">
				<div className="cart-goods">
					<ul className="cart-lines" aria-label={words('goods')}>
						{lines.map((line) => (
							<Line key={line.key} line={line} onNumber={(number) => basket.setNumber(line.key, number)} />
						))}
					</ul>
					<Sums goods={goods} brought={brought} shipping={shipping} />
					<LinkButton href={shop} look="quiet" icon="back">
						{words('shop')}
					</LinkButton>
				</div>
				<section className="cart-checkout card">
					<h2>{words('checkout')}</h2>
					<Form fields={parameters.fields} submit={words('order')} onSubmit={send}>
						<p className="cart-payment">
							<Icon name={parameters.payment.kind === 'test' ? 'info' : 'wallet'} /> {parameters.payment.note}
						</p>
						{isFailed && (
							<p className="field-error" role="alert">
								{words('failed')}
							</p>
						)}
					</Form>
				</section>
			</div>
		</div>
	);
}

/** Makes an order of a cart; another number where one is taken already. */
function useOrder({ orders, fields, shipping, numberPrefix = '', state, findBy }: CartParameters) {
	const { create } = useCollection<Order>(orders);
	return async (lines: ReturnType<typeof useBasket>['lines'], values: FormValues): Promise<Order> => {
		const goods = lines.reduce((sum, line) => sum + lineTotal(line), 0);
		const brought = shippingOf(shipping, goods);
		const made: Omit<Order, 'number'> = {
			key: findBy ? keyOf(String(values[findBy] ?? '')) : '',
			state,
			lines: lines.map(({ name, detail, each, number }) => ({ name, detail, each, number, total: lineTotal({ each, number }) })),
			shipping: brought,
			total: goods + brought,
			customer: fields.flatMap((field) => {
				const value = field.kind === 'password' ? '' : showValue({ ...field, kind: field.kind }, values[field.name]);
				return value ? [{ label: field.label, value }] : [];
			})
		};
		for (let left = 5; ; left--) {
			try {
				const order = { ...made, number: orderNumber(numberPrefix, Math.random()) };
				await create(order);
				return order;
			} catch (error) {
				if (!(error instanceof RefusedError && error.refusal === 'not-unique') || !left) throw error;
			}
		}
	};
}

interface SumsProps {
	goods: number;
	brought: number;
	shipping: CartParameters['shipping'];
}

function Sums({ goods, brought, shipping }: SumsProps) {
	return (
		<dl className="cart-sums" role="status">
			{shipping && (
				<>
					<div>
						<dt>{words('goods')}</dt>
						<dd>{format.money(goods)}</dd>
					</div>
					<div>
						<dt>{shipping.label}</dt>
						<dd>{brought ? format.money(brought) : words('free')}</dd>
					</div>
				</>
			)}
			<div className="cart-total">
				<dt>{words('total')}</dt>
				<dd>{format.money(goods + brought)}</dd>
			</div>
		</dl>
	);
}

function Ordered({
	parameters: { thanks, payment, lookup, shop, shipping },
	order
}: {
	parameters: CartParameters;
	order: Order;
}) {
	const heading = useRef<HTMLDivElement>(null);
	useEffect(() => heading.current?.focus({ preventScroll: true }), []);
	return (
		<div className="cart narrow">
			<div className="cart-ordered card" role="status" tabIndex={-1} ref={heading}>
				<span className="cart-tick">
					<Icon name="check" />
				</span>
				<h1>{thanks}</h1>
				<dl className="cart-number">
					<dt>{words('ordered')}</dt>
					<dd>{order.number}</dd>
				</dl>
				<p>{payment.note}</p>
				<ul className="cart-list">
					{order.lines.map(({ name, detail, number, total }) => (
						<li key={`${name} ${detail}`}>
							<span>{`${number} × ${[name, detail].filter(Boolean).join(', ')}`}</span>
							<span>{format.money(total)}</span>
						</li>
					))}
				</ul>
				<Sums goods={order.total - order.shipping} brought={order.shipping} shipping={shipping} />
				<div className="row">
					{lookup && (
						<LinkButton href={lookup} look="primary">
							{words('lookup')}
						</LinkButton>
					)}
					<LinkButton href={shop}>{words('shop')}</LinkButton>
				</div>
			</div>
		</div>
	);
}
