import { defineBlock } from '../../core/block';
import { useCollection } from '../../core/collection';
import { showValue, toStored, type Field } from '../../core/finding';
import * as format from '../../core/format';
import { slugOf, useDetail } from '../../web/detail';
import { Link } from '../../web/router';
import { Button, LinkButton } from '../../web/ui/button';
import { FindBar, NoneFound, useFinder } from '../../web/ui/find-bar';
import { Heading } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import { Ready } from '../../web/ui/ready';
import { useToast } from '../../web/ui/toast';
import { useBasket } from './basket';
import './catalogue.css';
import { sortsOf } from './logic';
import type { CatalogueParameters, Product } from './parameters';
import { ProductPage } from './product-page';
import { words } from './words';

/** Goods to look through, each with a page of its own, and to put into a cart. */
export const catalogue = defineBlock<CatalogueParameters>({
	name: 'catalogue',
	Component: Catalogue,
	opens: true,
	collections: (parameters) => ({
		[parameters.collection]: {
			seed: toStored(fieldsOf(parameters), parameters.products),
			rules: { create: 'owner', change: 'owner' }
		}
	})
});

export const fieldsOf = ({ categories, fields }: CatalogueParameters): Field[] => [
	{ name: 'name', label: words('name'), kind: 'text' },
	{ name: 'category', label: words('category'), kind: 'choice', options: categories },
	{ name: 'price', label: words('price'), kind: 'money' },
	...fields
];

export const slugOfProduct = ({ slug, name }: Product): string => slug ?? slugOf(name);

function Catalogue({ parameters }: { parameters: CatalogueParameters }) {
	const kept = useCollection<Product>(parameters.collection);
	const { slug } = useDetail();
	const open = kept.records.find((product) => slugOfProduct(product) === slug);
	return (
		<div className="catalogue wide">
			<CartLink parameters={parameters} />
			<Ready of={kept}>
				{/* Kept where a product is open, so that the way back leads to the same choice. */}
				<div hidden={Boolean(slug)}>
					<List {...{ parameters, products: kept.records }} />
				</div>
				{slug && <ProductPage key={slug} {...{ parameters, product: open }} />}
			</Ready>
		</div>
	);
}

/** What is in the cart, and the way to it; stays in sight. */
function CartLink({ parameters: { collection, cart } }: { parameters: CatalogueParameters }) {
	const { count, total } = useBasket(collection);
	return (
		<p className="catalogue-cart no-print" role="status" data-empty={count === 0 || undefined}>
			<LinkButton href={cart} look={count ? 'primary' : 'plain'} icon="basket">
				{words('cart')} <b>{count}</b> {count > 0 && <span>{format.money(total)}</span>}
			</LinkButton>
		</p>
	);
}

function List({ parameters, products }: { parameters: CatalogueParameters; products: readonly Product[] }) {
	const { heading, intro, one, all, categories, filters = [], search = false } = parameters;
	const plan = {
		fields: fieldsOf(parameters),
		filters: [...(categories.length > 1 ? [{ field: 'category', kind: 'choice' as const }] : []), ...filters],
		search,
		sort: sortsOf(parameters, words)
	};
	const finder = useFinder(products, plan);
	const { found } = finder;
	return (
		<>
			<Heading title={heading} text={intro} />
			<FindBar
				plan={plan}
				finder={finder}
				records={products}
				count={words('found', { n: found.length, all: found.length === 1 ? one : all })}
			/>
			{found.length ? (
				<ul className="catalogue-cards grid" aria-label={all}>
					{found.map((product) => (
						<Card key={slugOfProduct(product)} {...{ parameters, product }} />
					))}
				</ul>
			) : (
				<NoneFound onReset={finder.reset} />
			)}
		</>
	);
}

interface ProductProps {
	parameters: CatalogueParameters;
	product: Product;
}

function Card({ parameters, product }: ProductProps) {
	const { sold = { kind: 'each' } } = parameters;
	const { hrefOf } = useDetail();
	const { name, category, picture } = product;
	const href = hrefOf(slugOfProduct(product));
	return (
		<li className="catalogue-card card">
			<Picture picture={picture ?? { label: name }} />
			<div className="catalogue-card-words">
				<p className="catalogue-kind">{category}</p>
				<h3>
					<Link href={href}>{name}</Link>
				</h3>
				<Facts {...{ parameters, product }} />
				<div className="catalogue-card-foot">
					<Price {...{ parameters, product }} />
					{product.stock === 0 ? (
						<Button size="small" disabled>
							{words('sold-out')}
						</Button>
					) : sold.kind === 'each' ? (
						<AddButton {...{ parameters, product }} />
					) : (
						<LinkButton href={href} size="small" aria-label={words('choose-one', { name })}>
							{words('choose')}
						</LinkButton>
					)}
				</div>
			</div>
		</li>
	);
}

function AddButton({ parameters: { collection }, product }: ProductProps) {
	const { name, price, stock = 0 } = product;
	const { add } = useBasket(collection);
	const say = useToast();
	return (
		<Button
			size="small"
			look="primary"
			aria-label={words('add-one', { name })}
			onClick={() => {
				add({ key: slugOfProduct(product), name, detail: '', each: price, number: 1, stock });
				say(words('added', { name }));
			}}
		>
			<Icon name="plus" /> {words('add')}
		</Button>
	);
}

/** In cents where it is kept; with what it is for where that is not one piece. */
export function Price({ parameters: { sold }, product: { price } }: ProductProps) {
	return (
		<p className="catalogue-price">
			<strong>{format.money(price)}</strong>
			{sold?.kind === 'by-length' && <span>{sold.perLabel}</span>}
		</p>
	);
}

export function Facts({ parameters, product }: ProductProps) {
	const shown = parameters.fields.filter(({ kind }) => kind !== 'longText');
	if (!shown.length) return null;
	return (
		<dl className="catalogue-facts">
			{shown.map((field) => {
				const value = showValue(field, product[field.name]);
				return (
					value && (
						<div key={field.name}>
							<dt>{field.label}</dt>
							<dd>{value}</dd>
						</div>
					)
				);
			})}
		</dl>
	);
}
