import { z } from '../../domain/zod';
import type { Value } from '../data';
import type { BlockEntry } from '../entry';
import {
	areDistinct,
	fieldName,
	field,
	filter,
	fitsField,
	kebab,
	listed,
	picture,
	slug,
	unknownFields,
	value,
	words
} from '../schemas';
import { example, others } from './example';
import type { CatalogueParameters, Product } from './parameters';

const RESERVED = ['slug', 'name', 'text', 'category', 'price', 'picture', 'stock'];

const product = z
	.looseObject({
		slug: slug.optional(),
		name: words.max(80),
		text: words.max(400).optional(),
		category: words,
		price: z.number().min(0).max(1_000_000),
		picture: picture.optional(),
		stock: z.int().min(0).optional()
	})
	.refine(
		(one) => Object.entries(one).every(([name, has]) => RESERVED.includes(name) || value.safeParse(has).success),
		'the value of a field is a text, a number, true or false, or a list of texts'
	) as unknown as z.ZodType<Product>;

const sold = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('each') }),
	z.strictObject({
		kind: z.literal('by-length'),
		label: words.max(30),
		unit: words.max(10),
		min: z.int().min(1),
		max: z.int().min(1),
		per: z.int().min(1),
		perLabel: words.max(30),
		fee: z.number().min(0).optional(),
		feeLabel: words.max(120).optional()
	}),
	z.strictObject({
		kind: z.literal('options'),
		options: z
			.array(
				z.strictObject({
					name: words.max(30),
					values: z.array(z.strictObject({ label: words.max(40), extra: z.number().min(0) })).min(2)
				})
			)
			.min(1)
	})
]);

const shape = z.strictObject({
	heading: words.max(90),
	intro: words.max(400).optional(),
	one: words.max(40),
	all: words.max(40),
	collection: kebab,
	cart: z.string().regex(/^\/[^#?]*$/, "the path of the page with the cart, as '/cart'"),
	categories: z.array(words.max(40)).min(1),
	fields: z.array(field),
	products: z.array(product).min(1),
	filters: z.array(filter).optional(),
	search: z.boolean().optional(),
	sort: z.array(fieldName).optional(),
	sold: sold.optional()
});

export const entry: BlockEntry<CatalogueParameters> = {
	name: 'catalogue',
	line: 'Goods of a shop: pictures, prices, categories, search, sorting, a page for each, and a way into the cart (by piece, length or option)',
	frames: ['client', 'site'],
	parameters: shape.superRefine((given, context) => {
		for (const problem of problemsOf(given)) context.addIssue({ code: 'custom', message: problem });
	}),
	needs: [],
	criteria,
	example,
	others
};

function problemsOf(given: CatalogueParameters): string[] {
	const { fields, products, categories, filters = [], sort = [] } = given;
	const known = [...fields, { name: 'price' }, { name: 'name' }, { name: 'category' }];
	const problems = unknownFields([...sort, ...filters.map(({ field }) => field)], known).map(
		(name) => `there is no field '${name}'`
	);
	for (const { name } of fields)
		if (RESERVED.includes(name)) problems.push(`'${name}' is known of each product already: take it out of fields`);
	if (!areDistinct(products.map((one) => one.slug ?? one.name.toLowerCase()))) problems.push('two products have the same name');
	if (given.sold?.kind === 'by-length' && given.sold.min >= given.sold.max) problems.push('sold.min is below sold.max');
	products.forEach((one, index) => {
		if (!categories.includes(one.category))
			problems.push(`products.${index}.category: '${one.category}' is none of the categories`);
		for (const of of fields) {
			const has = one[of.name] as Value | undefined;
			if (has !== undefined && has !== '' && !fitsField(of, has))
				problems.push(`products.${index}.${of.name}: ${JSON.stringify(has)} is not of the kind '${of.kind}'`);
		}
		for (const name of unknownFields(Object.keys(one), fields).filter((other) => !RESERVED.includes(other)))
			problems.push(`products.${index}: there is no field '${name}'`);
	});
	return problems;
}

function criteria(parameters: CatalogueParameters): { check: string; text: string }[] {
	const { one, all, products, categories, fields, search, sort = [], sold } = parameters;
	const inStock = products.some(({ stock }) => stock !== 0 && stock !== 1);
	const facts = listed(fields.filter(({ kind }) => kind !== 'longText').map(({ label }) => label));
	const byLength = sold?.kind === 'by-length' ? sold : undefined;
	const found: [boolean, string, string][] = [
		[
			true,
			'shows-products',
			`When somebody opens the shop, it shall show ${products.length} ${all}, each with a picture, its price${facts && ` and ${facts}`}.`
		],
		[
			categories.length > 1,
			'by-category',
			`When somebody chooses ${listed(categories)}, only ${all} of that kind shall be shown.`
		],
		[
			sort.includes('price'),
			'sorts-price',
			`When somebody sorts the ${all} by price, the prices shall be in rising or falling order as numbers.`
		],
		[
			Boolean(search),
			'searches',
			`When somebody searches for a ${one} by name, it shall be shown; for a word that fits none, the shop shall say so.`
		],
		[
			true,
			'opens',
			`When somebody opens a ${one}, its page shall be shown, after a reload too; an unknown address shall be told.`
		],
		[
			inStock,
			'adds-to-cart',
			`When somebody adds ${all} to the cart, the cart shall count them and show the sum of their prices.`
		],
		[inStock, 'cart-stays', 'When the shop is opened again, the cart shall still have what was put in.'],
		[
			inStock,
			'computes-price',
			byLength
				? `When somebody enters ${byLength.label} and pieces, the page shall show the price at once: pieces x (${byLength.label} x price ${byLength.perLabel}${byLength.fee ? ` + ${byLength.fee}` : ''}).`
				: `When somebody chooses how much of a ${one} they want, its page shall show the price of it at once.`
		],
		[
			inStock && Boolean(byLength),
			'refuses-length',
			`If the length is below ${byLength?.min ?? 0} or above ${byLength?.max ?? 0} ${byLength?.unit ?? ''}, the page shall refuse it with both numbers and put nothing into the cart.`
		],
		[
			inStock,
			'refuses-number',
			`If the number of ${all} is 0, no whole number or more than there are, the page shall refuse it.`
		],
		[products.some(({ stock }) => stock === 0), 'sold-out', `While a ${one} is sold out, it shall say so and not be sold.`]
	];
	return found.filter(([is]) => is).map(([, check, text]) => ({ check, text }));
}
