/** Pictures to look at: as many as were asked for, in the groups that were named. */
import { listsOf } from '../../reading/lists';
import { countOf } from '../../reading/numbers';
import { singular } from '../../reading/subject';
import { symbolFor } from '../../content/symbols';
import type { Context } from '../context';
import { part, type Part } from '../parts';
import { capital } from '../phrases';

const GALLERY =
	/\bgaller(?:y|ies)\b|\bprofiles to look at\b|\bfilterable\b|\bsee it large\b|\blightbox\b|\b(?:paintings|photos|photographs|pictures|drawings|works?|sculptures|prints|illustrations|projects|pots|designs) (?:to look at|in|of|by|i)\b|\bgalerie\b|\bgalería\b|图库|作品/i;
/** Where something was seen, so that no two titles are the same. */
const PLACES = [
	'by the window',
	'in the garden',
	'at the harbour',
	'with a hat',
	'in the morning',
	'on the stairs',
	'under the trees',
	'at the market',
	'in winter',
	'on the bridge',
	'in the evening',
	'by the river',
	'with a book',
	'in the wind',
	'at home'
];
const FOREIGN: Record<'de' | 'es' | 'zh', string[]> = {
	de: [
		'am Fenster',
		'im Garten',
		'am Hafen',
		'am Morgen',
		'auf der Treppe',
		'unter Bäumen',
		'auf dem Markt',
		'im Winter',
		'auf der Brücke',
		'am Abend',
		'am Fluss',
		'im Wind'
	],
	es: [
		'junto a la ventana',
		'en el jardín',
		'en el puerto',
		'por la mañana',
		'en la escalera',
		'bajo los árboles',
		'en el mercado',
		'en invierno',
		'en el puente',
		'al atardecer',
		'junto al río',
		'al viento'
	],
	zh: ['窗边', '花园', '港口', '清晨', '台阶', '树下', '集市', '冬日', '桥上', '傍晚', '河边', '风中']
};

export function galleryOf(context: Context): Part | undefined {
	const line = context.lineWith(GALLERY);
	// Pictures of a carousel are its own.
	if (context.guess.kind !== 'portfolio' && (line === undefined || /\bcarousel\b|\bslide ?show\b/i.test(line))) return undefined;
	const lists = context.lines.flatMap(listsOf);
	const groups =
		lists.find(
			(list) =>
				/\blook at\b|\bprofiles\b|\bgaller(?:y|ies)\b|\bcategor|\bgroups?\b|\bseries\b|\bworks?\b|\bphotos?\b|\bpaintings?\b|\bprojects?\b|kategorien|categorías|分类/i.test(
					list.head
				) && list.items.every((item) => item.split(/\s+/).length <= 3)
		)?.items ?? [];
	const noun =
		'profiles|pictures|photos|photographs|works|paintings|drawings|projects|pieces|illustrations|Bilder|imágenes|fotos|obras|幅|张';
	const count = Math.max(countOf(context.text, noun)?.count ?? 12, groups.length * 4);
	const places = context.language === 'en' ? PLACES : FOREIGN[context.language];
	const items = Array.from({ length: count }, (_, at) => {
		const category = groups[at % Math.max(1, groups.length)] ?? '';
		const name = category ? capital(singularOf(category, context)) : capital(context.subject?.one ?? context.title);
		return {
			title:
				context.language === 'zh'
					? `${places[at % places.length] ?? ''}的${name}`
					: `${name} ${places[at % places.length] ?? ''}`,
			year: String(2025 - Math.floor(at / 3)),
			category,
			symbol: symbolFor(category, symbolFor(context.text.slice(0, 120), '🖼️'))
		};
	});
	context.assumptions.push('Pictures, titles and years in the gallery are examples: put in your own.');
	return part(
		'gallery',
		{ title: context.words.gallery, categories: groups, items },
		context.lines.filter((sentence) => sentence === line || /\bclick one\b|\bnext and previous\b|\bfilter/i.test(sentence))
	);
}

const singularOf = (word: string, { language }: Context) =>
	language === 'en' ? (/^people$/i.test(word) ? 'person' : singular(word)) : word;
