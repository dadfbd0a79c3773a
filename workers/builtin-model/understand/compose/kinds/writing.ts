/** Blogs and magazines: articles in categories, with what each states, and a place to write them when somebody does. */
import { sampleValue } from '../../content/samples';
import { symbolFor } from '../../content/symbols';
import { fieldFrom, type FormField } from '../../reading/form-fields';
import { listsOf } from '../../reading/lists';
import { app, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan, type Parts } from '../parts';
import { capital, slugOf } from '../phrases';
import { formsOf } from '../sections/forms';
import { statementsOf } from '../statements';

type Article = Parts['articles']['articles'][number];

export function composeBlog(context: Context): AppPlan {
	const { words, language } = context;
	const line = (pattern: RegExp) => context.lines.filter((sentence) => pattern.test(sentence));
	const categories = (
		context.lines
			.flatMap(listsOf)
			.find(({ head }) => /categor|secciones|sections|kategorien|rubriken|topics|分类|栏目/i.test(head))?.items ?? []
	).map(capital);
	const about = topicOf(context);
	const title = context.name ?? capital(about);
	const ficha = factsOf(context);
	const articles = articlesFor(categories, about, ficha, context);
	context.assumptions.push('The articles are examples, so that each part of the site can be seen: replace them with yours.');
	const isShared =
		formsOf(context).length > 0 ||
		context.access.signIn !== 'nobody' ||
		context.says(/\bcomments?\b|\bcomentarios\b|\bkommentar|评论/i);
	const base = {
		collection: 'articles',
		categories,
		search: context.says(/\bsearch\b|\bbuscador\b|\bsuche\b|搜索/i),
		archive: context.says(/\bby month\b|\barchive\b|\bold posts\b|\barchiv\b|按月/i),
		comments: context.says(/\bcomments?\b(?! or)|\bcomentarios\b|\bkommentar|评论/i),
		articles
	};
	const front = part(
		'articles',
		{
			...base,
			title:
				language === 'es'
					? 'Últimos artículos'
					: language === 'de'
						? 'Neueste Beiträge'
						: language === 'zh'
							? '最新文章'
							: 'Latest posts',
			facts: ficha?.facts ?? [],
			filters: [],
			sort: []
		},
		context.lines
	);
	const statement = statementsOf(context).find((sentence) => !/\bi write\b/i.test(sentence));
	const hero = part(
		'hero',
		{ title, text: statement ?? heroText(context, about), symbol: symbolFor(`${about} ${context.text}`) },
		context.lines.slice(0, 1)
	);
	const pages = [
		page('/', words.home, [hero, front], { from: context.lines.slice(0, 1), description: heroText(context, about) })
	];
	if (context.says(/\bsecciones\b|\bsections\b|\brubriken\b|\bmenu\b|栏目/i))
		for (const category of categories) {
			const own = ficha?.category === category;
			pages.push(
				page(
					`/${slugOf(category)}`,
					category,
					[
						part(
							'articles',
							{
								...base,
								title: category,
								category,
								facts: ficha?.facts ?? [],
								filters: own ? ficha.filters : [],
								sort: own ? ficha.sort : []
							},
							own ? line(/ficha|filtr|filter|orden|sort|sortier/i) : line(/secciones|sections|rubriken|栏目/i)
						)
					],
					{ from: line(/secciones|sections|rubriken|栏目/i) }
				)
			);
		}
	if (context.says(/\babout (?:page|me|us)\b|\büber (?:mich|uns)\b|\bsobre (?:mí|nosotros)\b|关于/i)) {
		const asked = line(/\babout (?:page|me|us)\b|über (?:mich|uns)|sobre (?:mí|nosotros)|关于/i);
		pages.push(
			page(
				'/about',
				words.about,
				[part('prose', { title: words.about, paragraphs: [statement ?? heroText(context, about)] }, asked)],
				{ from: asked }
			)
		);
	}
	for (const form of formsOf(context))
		pages.push(page(`/${slugOf(form.title)}`, form.title, [form.part], { from: form.part.from }));
	if (context.access.signIn === 'owner') {
		const write = line(/\bwrite\b|\bdraft\b|\bpublish\b|\bpassword\b|\bdelete\b|escrib|schreib/i);
		pages.push(
			page(
				'/write',
				words.write,
				[
					part(
						'writing',
						{
							title: words.write,
							collection: 'articles',
							categories,
							drafts: context.says(/\bdrafts?\b|\bborrador|\bentwurf/i),
							hasPlace: context.says(/\bplace\b|\blugar\b|\bort\b/i),
							hasPhoto: context.says(/\bphotos?\b|\bpictures?\b|\bfoto/i),
							comments: base.comments
						},
						write
					)
				],
				{ access: 'owner', from: write, isHidden: true }
			)
		);
	}
	return app({ ...context, title }, pages, {
		summary: heroText(context, about),
		icon: symbolFor(`${about} ${context.text}`, '📰'),
		isShared,
		layout: 'site'
	});
}

/** What the blog is about: its subject, or what its writer does. */
function topicOf(context: Context): string {
	const travel =
		/\b(?:travel|trip|journey|sailing|cruise)\b[^.,;]*\b(?:around|through|in|on|across) (?:the )?([\p{Lu}][\p{L}]+(?: [Ss]ea)?)/u.exec(
			context.text
		)?.[1];
	if (travel) return `${/\bsail/i.test(context.text) ? 'Sailing' : 'Travelling'} the ${travel.replace(/ sea$/, ' Sea')}`;
	return context.subject?.phrase ?? context.name ?? { en: 'Notes', de: 'Notizen', es: 'Apuntes', zh: '随笔' }[context.language];
}

const heroText = ({ language, name }: Context, about: string) =>
	({
		en: name ? `${name}: stories and notes.` : `${capital(about)}: stories and notes.`,
		de: `${capital(about)}: Geschichten und Notizen.`,
		es: name ? `${name}: ${about} para leer con calma.` : `${capital(about)} para leer con calma.`,
		zh: `${about}的故事与笔记。`
	})[language];

interface Ficha {
	category: string | undefined;
	facts: FormField[];
	filters: string[];
	sort: string[];
}

/** 'cada ruta con su ficha: distancia, desnivel' and 'filtrar por dificultad (fácil, media, difícil)'. */
function factsOf(context: Context): Ficha | undefined {
	const lists = context.lines.flatMap(listsOf);
	const list = lists.find(({ head }) =>
		/ficha|steckbrief|fact ?sheet|\bfacts\b|\beach (?:route|trip|recipe|post|article) (?:has|with)/i.test(head)
	);
	if (!list) return undefined;
	const noun = /\b(?:cada|each|jede[rs]?)\s+(\p{L}+)/iu.exec(list.head)?.[1]?.toLowerCase() ?? '';
	const categories = lists.find(({ head }) => /categor|secciones|sections|kategorien/i.test(head))?.items ?? [];
	const category = categories.find((name) => noun.length > 2 && name.toLowerCase().startsWith(noun.slice(0, 4)));
	const options = lists.find(({ head }) => /filtr|filter/i.test(head));
	const filterName = options ? /(?:por|by|nach)\s+(\p{L}+)\s*$/iu.exec(options.head)?.[1] : undefined;
	const facts = list.items
		.map((item) => fieldFrom(item, filterName && item.toLowerCase() === filterName.toLowerCase() ? options?.items : undefined))
		.map((field) => ({ ...field, required: false }));
	const sortName = /(?:ordenar\p{L}*|sort(?:ed|able|iert)?|order(?:ed)?)\b[^.;]*?(?:por|by|nach)\s+(\p{L}+)/iu
		.exec(context.text)?.[1]
		?.toLowerCase();
	const named = (word: string | undefined) =>
		facts.filter((fact) => word !== undefined && fact.label.toLowerCase() === word.toLowerCase()).map((fact) => fact.name);
	return { category: category ? capital(category) : undefined, facts, filters: named(filterName), sort: named(sortName) };
}

function articlesFor(categories: string[], about: string, ficha: Ficha | undefined, context: Context): Article[] {
	const { language } = context;
	const groups = categories.length ? categories : [''];
	const each = ficha ? 6 : categories.length > 3 ? 2 : 3;
	let written = 0;
	return groups.flatMap((category) =>
		Array.from({ length: ficha && category === ficha.category ? each : Math.min(each, 3) }, (): Article => {
			const number = written++;
			const again = Math.floor(number / TITLES[language].length);
			const name = TITLES[language][number % TITLES[language].length] ?? '';
			const title = `${name.replace('%', category ? category : capital(about))}${again ? ` · ${category || again + 1}` : ''}`;
			return {
				slug: `${slugOf(title)}-${number + 1}`,
				title,
				date: `2026-${String(9 - (number % 8)).padStart(2, '0')}-${String(5 + ((number * 3) % 22)).padStart(2, '0')}`,
				category,
				...(context.says(/\bplace\b|\blugar\b/i) ? { place: PLACES[number % PLACES.length] ?? '' } : {}),
				lead: (LEADS[language] ?? '').replace('%', category || about),
				text: (BODIES[language] ?? []).map((paragraph) => paragraph.replace('%', category || about)),
				symbol: symbolFor(`${category} ${about}`, '📰'),
				facts:
					ficha && (!ficha.category || category === ficha.category)
						? Object.fromEntries(ficha.facts.map((field) => [field.name, sampleValue(field, number, language)]))
						: {}
			};
		})
	);
}
const PLACES = ['Marienhamn', 'Visby', 'Kalmar', 'Tallinn', 'Gdańsk', 'Rønne'];
const TITLES: Record<Context['language'], string[]> = {
	en: [
		'%: how it began',
		'A quiet morning',
		'What we learnt about %',
		'Rain, and what came after',
		'Three things I would do again',
		'The long way home',
		'A visit next door',
		'%: a small guide',
		'When nothing went to plan',
		'Notes from last week',
		'What the neighbours say',
		'An evening to remember'
	],
	de: [
		'%: wie es begann',
		'Ein stiller Morgen',
		'Was wir über % gelernt haben',
		'Regen, und was danach kam',
		'Drei Dinge, die ich wieder täte',
		'Der lange Heimweg',
		'Besuch nebenan',
		'%: ein kleiner Wegweiser',
		'Als nichts nach Plan lief',
		'Notizen der letzten Woche'
	],
	es: [
		'La laguna y el collado',
		'Un valle en silencio',
		'Del pueblo a la cumbre',
		'La senda del río',
		'El bosque de las hayas',
		'La vuelta a la sierra',
		'Lo que aprendimos de %',
		'Lluvia, y lo que vino después',
		'Tres cosas que repetiríamos',
		'El camino largo a casa',
		'%: una pequeña guía',
		'Una tarde para recordar'
	],
	zh: [
		'%的开始',
		'安静的清晨',
		'关于%我们学到的',
		'雨后',
		'三件想再做一次的事',
		'漫长的归途',
		'邻家拜访',
		'%小指南',
		'计划之外',
		'上周笔记'
	]
};
const LEADS: Record<Context['language'], string> = {
	en: 'A few lines on %, written down the same evening.',
	de: 'Ein paar Zeilen über %, am selben Abend notiert.',
	es: 'Unas líneas sobre %, escritas esa misma tarde.',
	zh: '关于%的几行文字,当晚记下。'
};
const BODIES: Record<Context['language'], string[]> = {
	en: [
		'It began earlier than planned, and that was the best of it.',
		'What we had packed was too much, as always; what we had forgotten we did not miss.',
		'Whoever wants to do the same: take your time, and ask people on the way.'
	],
	de: [
		'Es begann früher als geplant, und das war das Beste daran.',
		'Wir hatten zu viel dabei, wie immer; was wir vergessen hatten, fehlte nicht.',
		'Wer es nachmachen will: nehmt euch Zeit und fragt die Leute unterwegs.'
	],
	es: [
		'Salimos antes de lo previsto, y eso fue lo mejor.',
		'Llevábamos demasiado, como siempre; lo que olvidamos no hizo falta.',
		'Quien quiera repetirlo: que vaya con calma y pregunte por el camino.'
	],
	zh: ['比计划更早出发,这是最好的决定。', '带的东西总是太多,忘带的也并不需要。', '如果你也想去:慢慢来,路上多问问人。']
};
