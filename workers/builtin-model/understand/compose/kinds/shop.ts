/** Shops: a catalogue, a basket, a checkout that takes no money, and the orders for who runs it. */
import { currencyOf, priceAt } from '../../content/prices';
import { sampleValue } from '../../content/samples';
import { symbolFor } from '../../content/symbols';
import { fieldFrom, type FormField } from '../../reading/form-fields';
import { listBehind, listsOf } from '../../reading/lists';
import { countOf } from '../../reading/numbers';
import { plural, singular } from '../../reading/subject';
import { app, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan, type Parts } from '../parts';
import { capital, slugOf } from '../phrases';

export function composeShop(context: Context): AppPlan | undefined {
	const { words, language } = context;
	const goods = context.subject?.phrase ?? listBehind(context.lines, /\bsell(?:s|ing)?\b/i)?.items.join(' and ');
	if (!goods) return undefined;
	const line = (pattern: RegExp) => context.lines.filter((sentence) => pattern.test(sentence));
	const categories = categoriesOf(context, goods);
	const currency = currencyOf(context.text, language);
	const facts = factsOf(context, categories);
	const soldBy = soldByOf(context);
	const count = Math.max(
		countOf(context.text, `${context.subject?.all ?? 'products'}|boards|products|items|款|种`)?.count ?? 12,
		categories.length * 2,
		8
	);
	const products = productsFor(goods, count, categories, facts, context);
	context.assumptions.push(`Goods, prices (${currency}) and stock are examples: put in yours.`);
	const title = context.name ?? capital(goods);
	const say = SAYINGS[language];
	const states = statesOf(context);
	const lookup = line(/\blook ?up\b|\border number and\b|订单号|\btrack (?:my|their|the) order\b|pedido con|bestellstatus/i);
	const by = /phone|电话|teléfono|telefon/i.test(lookup.join(' ')) ? ('phone' as const) : ('email' as const);
	const catalogue = part(
		'catalogue',
		{
			title: context.name ? context.words.shop : title,
			one: language === 'en' ? singular(lastNoun(goods)) : goods,
			all: language === 'en' ? plural(lastNoun(goods)) : goods,
			collection: 'products',
			categories,
			currency,
			facts,
			sort: context.says(/\bsort|按价格|ordenar|sortier/i) ? ['price'] : ['price', 'name'],
			soldBy,
			products
		},
		line(/\bshop\b|\bcatalogue\b|\bprice\b|\bcart\b|\bbasket\b|分类|价格|产地|购物车|tienda|länge|length|cutting/i)
	);
	const checkout = part(
		'cart',
		{
			title: words.cart,
			catalogue: 'products',
			orders: 'orders',
			fields: checkoutFields(context),
			payment: paymentOf(context),
			note: paymentNote(context),
			prefix: '2026-',
			thanks: say.thanks,
			states,
			...(lookup.length ? { lookup: by } : {})
		},
		line(/\bcart\b|\bbasket\b|\bcheckout\b|\bguests?\b|下单|carrito|kasse/i)
	);
	const pages = [
		page(
			'/',
			title,
			[
				part(
					'hero',
					{ title, text: heroText(context, goods), symbol: symbolFor(`${goods} ${context.text}`) },
					context.lines.slice(0, 1)
				),
				catalogue
			],
			{ from: context.lines.slice(0, 1) }
		),
		page('/basket', words.cart, [checkout], { from: line(/\bcart\b|\bbasket\b|\bcheckout\b|购物车/i) })
	];
	if (lookup.length)
		pages.push(
			page(
				'/order',
				words.lookup,
				[
					part(
						'order-lookup',
						{
							title: words.lookup,
							orders: 'orders',
							by,
							label: fieldLabel(checkoutFields(context), by),
							none: say.none
						},
						lookup
					)
				],
				{ from: lookup }
			)
		);
	const desk = line(
		/\border list\b|\bsee all orders\b|\borders in a list\b|全部订单|\bstaff\b|\bowner\b|店主|\bpedidos\b|\bbestellungen\b/i
	);
	pages.push(
		page('/orders', words.orders, [part('orders', { title: words.orders, orders: 'orders', states, none: say.noOrders }, desk)], {
			access: 'owner',
			from: desk
		})
	);
	return app({ ...context, title }, pages, {
		summary: heroText(context, goods),
		icon: symbolFor(`${goods} ${context.text}`),
		isShared: true,
		layout: 'site'
	});
}

const SAYINGS: Record<Context['language'], { thanks: string; none: string; noOrders: string }> = {
	en: {
		thanks: 'Thank you. Your order has arrived.',
		none: 'No order fits these two. Check both.',
		noOrders: 'There are no orders yet.'
	},
	de: {
		thanks: 'Danke, Ihre Bestellung ist eingegangen.',
		none: 'Keine Bestellung passt dazu. Bitte beides prüfen.',
		noOrders: 'Noch keine Bestellungen.'
	},
	es: {
		thanks: 'Gracias. Hemos recibido tu pedido.',
		none: 'Ningún pedido coincide. Revisa los dos datos.',
		noOrders: 'Todavía no hay pedidos.'
	},
	zh: { thanks: '谢谢,订单已提交。', none: '没有找到符合的订单,请检查两项信息。', noOrders: '还没有订单。' }
};
const lastNoun = (goods: string) =>
	goods
		.split(/ (?:and|of|for|with|from) /)[0]
		?.split(' ')
		.at(-1) ?? goods;
const fieldLabel = (fields: FormField[], name: string) => fields.find((field) => field.name === name)?.label ?? capital(name);

const heroText = ({ language, name }: Context, goods: string) =>
	({
		en: name ? `${name}: ${goods}. No account needed to order.` : `${capital(goods)}. Order without an account.`,
		de: `${capital(goods)}. Bestellen ohne Konto.`,
		es: `${capital(goods)}. Pedidos sin registro.`,
		zh: `${goods},无需注册即可下单。`
	})[language];

/** 'four kinds (angle, tube, channel)', '绿茶、红茶四个分类', or the kinds that the goods themselves name: 'chopping boards and cheese boards'. */
function categoriesOf(context: Context, goods: string): string[] {
	const all = context.lines.flatMap(listsOf);
	const named = all.find(
		(list) => /categor|分类|kinds|types|sorts|catalogue|sections|kategorie|secciones/i.test(list.head) && list.items.length > 1
	)?.items;
	const own =
		named ?? all.find(({ head }) => context.subject && new RegExp(`\\b${context.subject.all}\\s*$`, 'i').test(head))?.items;
	if (own) return own.filter((category) => !/^(?:cart|price|checkout)$/i.test(category)).map(capital);
	const parts = goods.split(/ and | und | y |和/);
	return parts.length > 1 ? parts.map(capital) : [];
}

/** What is said of each: 'price, wood type', '每款茶有产地、年份、克重和价格'. */
function factsOf(context: Context, categories: string[]): FormField[] {
	const each = context.lines
		.flatMap(listsOf)
		.find(
			(list) =>
				/每|\beach\b|\bwith\b|jede|cada/i.test(list.head) && list.items.some((item) => /price|价格|preis|precio/i.test(item))
		)?.items;
	const listed =
		each ??
		[
			...context.text.matchAll(
				/(?:^|,|with|and)\s*((?:[\p{L}-]+ )?(?:type|size|origin|colour|dimensions|weight|material|drawing|year)s?)\b/giu
			)
		].map((match) => match[1] ?? '');
	const names = listed.filter(
		(item) =>
			!/price|价格|preis|precio|picture|photo|drawing|cart|checkout/i.test(item) &&
			!categories.some((other) => other.toLowerCase() === item.toLowerCase())
	);
	return [...new Set(names)]
		.slice(0, 5)
		.map((name) => ({ ...fieldFrom(name.replace(/ type$/i, '')), label: capital(name), required: false }));
}

/** Cut to length between two bounds, or piece by piece. */
function soldByOf({ text }: Context): Parts['catalogue']['soldBy'] {
	const bounds = /\bbetween (\d+) and (\d+)\b/i.exec(text);
	if (!bounds || !/\blength\b|\bmillimet|\bcut to\b/i.test(text)) return { kind: 'each' };
	const fee = Number(/\b(?:cutting )?fee of (\d+(?:[.,]\d+)?)/i.exec(text)?.[1]?.replace(',', '.') ?? 0);
	return { kind: 'length', min: Number(bounds[1]), max: Number(bounds[2]), fee };
}

function productsFor(
	goods: string,
	count: number,
	categories: string[],
	facts: FormField[],
	context: Context
): Parts['catalogue']['products'] {
	const { language } = context;
	const currency = currencyOf(context.text, language);
	const used = new Set<string>();
	return Array.from({ length: count }, (_, at) => {
		const category = categories[at % Math.max(1, categories.length)] ?? '';
		const values = Object.fromEntries(facts.map((field) => [field.name, sampleValue(field, at, language)]));
		const quality = QUALITIES[language];
		const first = Object.values(values).find((value) => typeof value === 'string' && !/\d/.test(value));
		const noun = category ? oneOf(category, context) : oneOf(goods, context);
		const word =
			language === 'en' && typeof first === 'string' && !/ /.test(first)
				? `${first} ${noun.toLowerCase()}`
				: (quality[at % quality.length] ?? '').replace('%', noun);
		let name = word;
		for (let more = 0; used.has(name); more++)
			name = `${(quality[(at + more) % quality.length] ?? '%').replace('%', word.toLowerCase())}`;
		used.add(name);
		return {
			slug: slugOf(name),
			name: capital(name),
			text: textFor(name, language),
			price: priceAt(at, currency),
			category,
			symbol: symbolFor(`${category} ${goods}`, '📦'),
			facts: values
		};
	});
}
const QUALITIES: Record<Context['language'], string[]> = {
	en: ['Small %', 'Large %', 'Slim %', 'Heavy %', 'Long %', 'Round %', 'Simple %', 'Fine %'],
	de: ['% klein', '% groß', '% schmal', '% stark', '% lang', '% rund', '% schlicht', '% fein'],
	es: ['% pequeño', '% grande', '% fino', '% fuerte', '% largo', '% redondo', '% sencillo'],
	zh: ['高山%', '云雾%', '明前%', '古树%', '春山%', '清溪%', '岩韵%', '老坛%']
};
const oneOf = (words: string, { language }: Context) =>
	language === 'en'
		? words
				.replace(/^wooden /i, '')
				.split(/ (?=\S+$)/)
				.map((word, at, all) => (at === all.length - 1 ? singular(word) : word))
				.join(' ')
		: words;
const textFor = (name: string, language: Context['language']) =>
	({
		en: `${capital(name)}: made with care, sent well packed.`,
		de: `${capital(name)}, sorgfältig gemacht und gut verpackt.`,
		es: `${capital(name)}, hecho con cuidado y bien embalado.`,
		zh: `${name},精心制作,妥善包装。`
	})[language];

function checkoutFields(context: Context): FormField[] {
	const named =
		/\bcheckout asks(?: for)? ([^.;]+?)(?:, without|\.|;|$)/i.exec(context.text)?.[1] ??
		/(?:填写?|填)([^)),,。]+)/u.exec(context.text)?.[1];
	const items = named ? (listsOf(`x: ${named}`)[0]?.items ?? listsOf(`填${named}`)[0]?.items) : undefined;
	const standard = {
		en: ['Name', 'E-mail', 'Address'],
		de: ['Name', 'E-Mail', 'Adresse'],
		es: ['Nombre', 'Correo electrónico', 'Dirección'],
		zh: ['姓名', '电话', '地址']
	}[context.language];
	return (items ?? standard).map((item) => fieldFrom(item));
}

function paymentOf({ text }: Context): 'test' | 'on-delivery' | 'none' {
	if (/货到付款|cash on delivery|pay on delivery|nachnahme|contra reembolso/i.test(text)) return 'on-delivery';
	if (/\bwithout any payment\b|\bno payment\b|\bwithout payment\b/i.test(text)) return 'none';
	return 'test';
}
const paymentNote = (context: Context) =>
	({
		test: {
			en: 'This is a test checkout: no money is taken.',
			de: 'Das ist eine Probekasse: Es wird nichts abgebucht.',
			es: 'Es una compra de prueba: no se cobra nada.',
			zh: '这是测试结账,不会扣款。'
		},
		'on-delivery': {
			en: 'You pay when it is delivered.',
			de: 'Sie zahlen bei der Lieferung.',
			es: 'Pagas al recibirlo.',
			zh: '货到付款'
		},
		none: { en: 'Nothing is paid here.', de: 'Hier wird nichts bezahlt.', es: 'Aquí no se paga nada.', zh: '此处无需付款' }
	})[paymentOf(context)][context.language];

function statesOf(context: Context): string[] {
	const named = context.lines.flatMap(listsOf).find(({ head }) => /\bstates?\b|\bstatus\b|状态|estado/i.test(head))?.items;
	if (named) return named;
	if (/已发货/.test(context.text)) return ['待处理', '已发货', '已完成'];
	return {
		en: ['new', 'packed', 'sent'],
		de: ['neu', 'gepackt', 'versandt'],
		es: ['nuevo', 'preparado', 'enviado'],
		zh: ['待处理', '已发货', '已完成']
	}[context.language];
}
