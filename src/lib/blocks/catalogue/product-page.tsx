import { useState, type FormEvent } from 'react';
import { showValue } from '../../core/finding';
import * as format from '../../core/format';
import { useDetail, useTitle } from '../../web/detail';
import { NotFound } from '../../web/not-found';
import { Link } from '../../web/router';
import { Button } from '../../web/ui/button';
import { SelectField, TextField } from '../../web/ui/field';
import { Title } from '../../web/ui/heading';
import { Icon } from '../../web/ui/icon';
import { Picture } from '../../web/ui/picture';
import { useToast } from '../../web/ui/toast';
import { useBasket } from './basket';
import { Facts, Price, slugOfProduct } from './catalogue';
import { priceOfLength, priceOfOptions, wholeProblem } from './logic';
import type { CatalogueParameters, Product } from './parameters';
import { words } from './words';

interface ProductPageProps {
	parameters: CatalogueParameters;
	/** Undefined where the address names none. */
	product: Product | undefined;
}

/** The page of one product: what it is, and how much of it somebody wants. */
export function ProductPage({ parameters, product }: ProductPageProps) {
	const { back } = useDetail();
	useTitle(product?.name ?? '');
	if (!product) return <NotFound />;
	const { name, text, category, picture, stock } = product;
	const longs = parameters.fields.filter((field) => field.kind === 'longText' && showValue(field, product[field.name]));
	return (
		<article className="product">
			<Link className="product-back no-print" href={back}>
				<Icon name="back" /> {words('all-of', { all: parameters.all })}
			</Link>
			<div className="product-parts">
				<Picture picture={picture ?? { label: name }} />
				<div className="product-words">
					<p className="catalogue-kind">{category}</p>
					<Title>{name}</Title>
					<Price {...{ parameters, product }} />
					{text && <p className="product-text">{text}</p>}
					<Facts {...{ parameters, product }} />
					{stock === 0 ? <p className="product-sold-out">{words('sold-out')}</p> : <Order {...{ parameters, product }} />}
					{longs.map((field) => (
						<p key={field.name}>{showValue(field, product[field.name])}</p>
					))}
				</div>
			</div>
		</article>
	);
}

/** More pieces than that are no order. */
const MOST = 9999;

/** How many, how long, of which kind; the price of it at once. */
function Order({ parameters, product }: { parameters: CatalogueParameters; product: Product }) {
	const { collection, sold = { kind: 'each' as const } } = parameters;
	const { name, price, stock = 0 } = product;
	const { add } = useBasket(collection);
	const say = useToast();
	const most = stock || MOST;
	const [number, setNumber] = useState('1');
	const [length, setLength] = useState('');
	const [chosen, setChosen] = useState<number[]>([]);
	const [isSent, setSent] = useState(false);
	const numberProblem = wholeProblem(number, 1, most);
	const lengthProblem = sold.kind === 'by-length' ? wholeProblem(length, sold.min, sold.max) : undefined;
	const isRight = !numberProblem && !lengthProblem;
	const each =
		sold.kind === 'by-length'
			? priceOfLength(sold, price, Number(length))
			: sold.kind === 'options'
				? priceOfOptions(sold, price, chosen)
				: price;
	const detail =
		sold.kind === 'by-length'
			? `${length.trim()} ${sold.unit}`
			: sold.kind === 'options'
				? sold.options.map(({ values }, index) => values[chosen[index] ?? 0]?.label).join(', ')
				: '';

	const send = (event: FormEvent) => {
		event.preventDefault();
		setSent(true);
		if (!isRight) return;
		const key = [slugOfProduct(product), detail].filter(Boolean).join(' ');
		add({ key, name, detail, each, number: Number(number), stock });
		setSent(false);
		say(words('added', { name: detail ? `${name}, ${detail}` : name }));
	};

	// Nothing is wrong with a field that nobody has written into yet.
	const said = (text: string, problem: string | undefined, min: number, max: number) =>
		problem && (isSent || text) ? words('from-to', { min, max }) : undefined;
	return (
		<form className="product-order card" noValidate onSubmit={send}>
			<div className="product-fields">
				{sold.kind === 'by-length' && (
					<TextField
						label={`${sold.label} (${sold.unit})`}
						inputMode="numeric"
						value={length}
						hint={`${sold.min}–${sold.max} ${sold.unit}`}
						error={said(length, lengthProblem, sold.min, sold.max)}
						onChange={(event) => setLength(event.target.value)}
					/>
				)}
				{sold.kind === 'options' &&
					sold.options.map((option, index) => (
						<SelectField
							key={option.name}
							label={option.name}
							options={option.values.map(({ label, extra }, place) => [
								String(place),
								extra ? `${label} (+${format.money(Math.round(extra * 100))})` : label
							])}
							value={String(chosen[index] ?? 0)}
							onChange={({ target }) =>
								setChosen(sold.options.map((_, place) => (place === index ? Number(target.value) : (chosen[place] ?? 0))))
							}
						/>
					))}
				<TextField
					label={words('number')}
					inputMode="numeric"
					value={number}
					hint={stock ? words('left', { n: stock }) : undefined}
					error={said(number, numberProblem, 1, most)}
					onChange={(event) => setNumber(event.target.value)}
				/>
			</div>
			{sold.kind === 'by-length' && sold.feeLabel && <p className="product-fee">{sold.feeLabel}</p>}
			<div className="product-sum">
				<p role="status">
					{words('together')} <strong>{isRight ? format.money(Math.round(each * Number(number))) : '–'}</strong>
				</p>
				<Button type="submit" look="primary" size="large" icon="basket">
					{words('add')}
				</Button>
			</div>
		</form>
	);
}
