/** The words in which people speak of how an app shall look, by what they are for. */

export type Part = 'ground' | 'part';

/** What a colour is for. Strong words make a sentence one of style; weak ones count beside a strong one only. */
export const PARTS: { words: RegExp; part: Part; isStrong: boolean }[] = [
	{
		words:
			/^(?:backgrounds?|backdrops?|bg|ground|hintergr(?:u|ü)nd\p{L}*|seitenhintergrund|fondos?|背景颜色|背景色|背景|底色)$/iu,
		part: 'ground',
		isStrong: true
	},
	{
		words:
			/^(?:components?|buttons?|accents?|controls|ui|widgets?|komponenten?|bedienelemente?n?|schaltflächen|knöpfen?|buttons|elementen?|akzente?n?|componentes?|botones|controles|acentos?|elementos|组件颜色|组件|按钮|控件|元素)$/iu,
		part: 'part',
		isStrong: true
	},
	{ words: /^(?:back|pages?|site|seiten?|páginas?|页面)$/iu, part: 'ground', isStrong: false },
	{
		words:
			/^(?:elements?|boxes|cards|menus?|headers?|links|headings?|icons?|highlights?|bars|charts?|karten|menü|tarjetas|enlaces|卡片|菜单)$/iu,
		part: 'part',
		isStrong: false
	}
];

/** Makes a sentence with a colour one of style. */
export const STYLE_WORD =
	/\bcolou?r(?:s|ed|ing|ful)?\b|\bthemes?\b|\bpalette\b|(?<!\bline )\bstyl(?:e|ed|ing)\b|\blayout\b|\bcolou?r scheme\b|\bfarben?\b|\bfarbschema\b|\bcolor(?:es)?\b|\bestilo\b|颜色|配色|色调|主题色|风格/i;

/** What may stand between a colour and its part; a comma or 'and' may not. */
export const BETWEEN =
	/^(?:in|on|for|the|all|every|each|a|an|as|is|are|be|should|shall|must|of|to|with|by|colou?r(?:s|ed)?|rendered|painted|shown|set|made|light|dark|deep|pale|soft|warm|bright|background|der|die|das|den|dem|soll|sollen|sei|ist|sein|als|für|in|mit|en|de|del|la|el|los|las|con|para|color|como|sea|sean|用|为|是|采用|使用|设为|改成|的|请|要|:|:|=)$/i;

/** Words that are nothing but style, so that they go with it; what else a sentence says stays. */
export const FILLER = new Set(
	`a about accent accents account all also an and any appearance apply are as at background backdrop backdrops backgrounds bars be bg boxes bright button buttons
	by can card cards chart charts choose clean color colored colors colour coloured colours component components controls cool could dark deep design display do each
	element elements every everything fill for from give gets get have having header headers heading headings highlights i icons implement in interface into is it its just
	keep layout let light like link links look looks make may menu menus mode modern must nice of on only or our page pages paint painted palette pale pick please pls put render
	rendered scheme screen set shall should show shown simple site so soft some style styled styling tell text that the them theme then they things this to ui use used using want warm
	wants we website widgets will wish with would you your which should 'd s back etc pretty overall whole main primary secondary base tone tones gentle calm bold
	der die das den dem des ein eine einen soll sollen sein bitte hintergrund hintergrundfarbe komponenten bedienelemente knöpfe schaltflächen farbe farben in mit und für als alle design
	fondo color colores componentes botones con de del el en la las los para por que sea sean un una usa usar utiliza y estilo fondo tarjetas como
	wie wirkt helles dunkles claro oscuro`
		.split(/\s+/)
		.filter(Boolean)
);
export const CHINESE_FILLER = /[背景颜色组件按钮控件卡片菜单页面用为是采使设改成的请要和都全部整体主题配风格,,、。;;\s及与]+/g;

/** A wish for light or dark pages, whatever the colours. */
export const MODE: [RegExp, 'dark' | 'light'][] = [
	[
		/\bdark (?:mode|theme|design|look|style|background)\b|\bnight mode\b|\bdunkles? (?:design|modus|theme)\b|\bmodo oscuro\b|深色模式|暗色模式/i,
		'dark'
	],
	[/\blight (?:mode|theme|design)\b|\bhelles? (?:design|modus)\b|\bmodo claro\b|浅色模式/i, 'light']
];
/** Where a mood counts: 'warm colours', 'a gentle look'. */
export const MOOD =
	/\b(warm|cool|fresh|pastel|earthy|calm|gentle|playful|elegant|bright)\b(?=[\w\s,]{0,25}\b(?:colou?rs?|tones?|look|theme|palette|style|design|feel)\b)/i;
/** A colour slot that is filled with something: 'use glimmer as the background'. */
export const UNKNOWN: [RegExp, Part][] = [
	[
		/\b(?:apply|use|set|implement|pick|choose|have|want|with|make it)\s+(?:an?\s+|the\s+)?([a-z][a-z -]{2,24}?)\s+(?:as|for|in|on|to)\s+(?:the\s+|an?\s+)?background/i,
		'ground'
	],
	[
		/\bbackground(?:\s+(?:shall|should|must|to)\s+be|\s+is|\s+in|:|\s+colou?r)\s+(?:in\s+)?([a-z][a-z-]{2,24}(?: [a-z][a-z-]{2,24})?)/i,
		'ground'
	],
	[
		/\b(?:and|,|use|apply|with)\s+([a-z][a-z -]{2,24}?)\s+(?:as|for|in|to)\s+(?:the\s+|all\s+|every\s+)?(?:components?|buttons?|controls)/i,
		'part'
	],
	[
		/\bcomponents?(?:\s+(?:shall|should|must)\s+be|\s+are|\s+in|:)\s+(?:rendered in\s+|in\s+)?([a-z][a-z-]{2,24}(?: [a-z][a-z-]{2,24})?)/i,
		'part'
	]
];
