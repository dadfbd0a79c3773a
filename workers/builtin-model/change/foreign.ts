/** Simple wishes in German, Spanish and Chinese as the English ones that they mean: add, remove, rename, call. */
import type { Clause } from './clauses';
import { GERMAN, SPANISH, CHINESE } from './foreign-words';

type Nouns = ReadonlyMap<string, string>;

interface Pattern {
	words: RegExp;
	/** The English clause; `$1` and so on are what was said there, translated. */
	means: string;
}

interface Tongue {
	nouns: Nouns;
	/** Where another wish begins in the same sentence. */
	split: RegExp;
	patterns: Pattern[];
}

const means = (words: RegExp, english: string): Pattern => ({ words, means: english });
const DE_THE = '(?:(?:ein(?:e|en|em|er)?|das|den|die|der|dem|noch|auch|bitte|unser(?:e|en|er)?|alle|allen)\\s+)*';
const ES_THE = '(?:(?:un|una|unos|unas|el|la|los|las|también|por favor|todos?|todas?)\\s+)*';

const TONGUES: Tongue[] = [
	{
		nouns: GERMAN,
		split: /\s*[;,]?\s+und\s+(?=(?:füge?|ergänze?|entferne?|lösche?|streiche?|benenne?|nenne?|mache?|ändere?|zeige?|setze?)\b)/iu,
		patterns: [
			means(
				/^(?:bitte\s+)?(?:nenne?|benenne?)\s+(?:die\s+|unsere\s+|diese\s+)?(?:app|anwendung|seite|webseite|website)\s+(?:um\s+in\s+|in\s+)?(.+?)(?:\s+um)?$/iu,
				'call the app =$1'
			),
			means(
				/^(?:die\s+)?(?:app|anwendung|seite|webseite|website)\s+soll(?:te)?\s+(.+?)\s+(?:heißen|heissen)$/iu,
				'call the app =$1'
			),
			means(
				new RegExp(
					`^(?:bitte\\s+)?(?:füge?|ergänze?)\\s+${DE_THE}(?:felder?\\s+(?:für\\s+)?)?(.+?)\\s+(?:zu|bei|zur|zum|in|im|für|an)\\s+${DE_THE}([\\p{L}-]+)(?:\\s+hinzu)?$`,
					'iu'
				),
				'add $1 to $2'
			),
			means(
				new RegExp(
					`^(?:bitte\\s+)?(?:bei|zu|für)\\s+${DE_THE}([\\p{L}-]+)\\s+${DE_THE}(?:felder?\\s+(?:für\\s+)?)?(.+?)\\s+(?:hinzufügen|ergänzen)$`,
					'iu'
				),
				'add $2 to $1'
			),
			means(
				new RegExp(`^(?:bitte\\s+)?(?:füge?|ergänze?|erstelle?)\\s+${DE_THE}(.+?)(?:\\s+hinzu)?(?:\\s*:\\s*(.+))?$`, 'iu'),
				'add $1 : $2'
			),
			means(new RegExp(`^(?:bitte\\s+)?${DE_THE}(.+?)\\s+(?:hinzufügen|ergänzen|anlegen)$`, 'iu'), 'add $1'),
			means(
				new RegExp(
					`^${DE_THE}([\\p{L}-]+)\\s+(?:brauchen|benötigen|braucht|benötigt|sollen(?=.*\\s(?:haben|bekommen)$))\\s+${DE_THE}(.+?)(?:\\s+(?:haben|bekommen))?$`,
					'iu'
				),
				'$1 need $2'
			),
			means(new RegExp(`^wir\\s+(?:brauchen|benötigen|wollen|möchten)\\s+${DE_THE}(.+)$`, 'iu'), 'we need $1'),
			means(
				new RegExp(
					`^(?:bitte\\s+)?(?:entferne?|lösche?|streiche?)\\s+${DE_THE}(?:feld\\s+)?(.+?)\\s+(?:aus|bei|von|vom|in|im)\\s+${DE_THE}([\\p{L}-]+)$`,
					'iu'
				),
				'remove $1 from $2'
			),
			means(new RegExp(`^(?:bitte\\s+)?(?:entferne?|lösche?|streiche?)\\s+${DE_THE}(.+)$`, 'iu'), 'remove $1'),
			means(new RegExp(`^(?:bitte\\s+)?${DE_THE}(.+?)\\s+(?:entfernen|löschen|streichen)$`, 'iu'), 'remove $1'),
			means(
				new RegExp(`^(?:bitte\\s+)?(?:benenne?|nenne?)\\s+${DE_THE}(.+?)\\s+(?:in|zu)\\s+(.+?)(?:\\s+um)?$`, 'iu'),
				'rename $1 to $2'
			),
			means(new RegExp(`^(?:bitte\\s+)?${DE_THE}(.+?)\\s+in\\s+(.+?)\\s+umbenennen$`, 'iu'), 'rename $1 to $2')
		]
	},
	{
		nouns: SPANISH,
		split: /\s*[;,]?\s+y\s+(?=(?:añad|agreg|elimin|quit|borr|renombr|cambi|pon|haz|muestr)\p{L}*)/iu,
		patterns: [
			means(/^(?:llama|nombra)\s+(?:a\s+)?(?:la\s+|el\s+)?(?:app|aplicación|página|sitio|web)\s+(.+)$/iu, 'call the app =$1'),
			means(/^(?:la\s+app|la\s+aplicación|el\s+sitio)\s+(?:debe|debería)\s+llamarse\s+(.+)$/iu, 'call the app =$1'),
			means(
				new RegExp(
					`^(?:añad[ea]n?|añadir|agrega|agregar|incluye|pon)\\s+${ES_THE}(?:campos?\\s+(?:de\\s+|para\\s+)?${ES_THE})?(.+?)\\s+(?:a|en|para|al)\\s+${ES_THE}([\\p{L}-]+)$`,
					'iu'
				),
				'add $1 to $2'
			),
			means(new RegExp(`^(?:añad[ea]|añadir|agrega|agregar|incluye|crea)\\s+${ES_THE}(.+)$`, 'iu'), 'add $1'),
			means(
				new RegExp(`^${ES_THE}([\\p{L}-]+)\\s+(?:necesitan?|deben? tener|tienen que tener)\\s+${ES_THE}(.+)$`, 'iu'),
				'$1 need $2'
			),
			means(new RegExp(`^(?:necesitamos|necesito|queremos|quiero)\\s+${ES_THE}(.+)$`, 'iu'), 'we need $1'),
			means(
				new RegExp(
					`^(?:elimina|eliminar|quita|quitar|borra|borrar)\\s+${ES_THE}(?:campo\\s+(?:de\\s+)?${ES_THE})?(.+?)\\s+(?:de|del|en)\\s+${ES_THE}([\\p{L}-]+)$`,
					'iu'
				),
				'remove $1 from $2'
			),
			means(new RegExp(`^(?:elimina|eliminar|quita|quitar|borra|borrar)\\s+${ES_THE}(.+)$`, 'iu'), 'remove $1'),
			means(
				new RegExp(`^(?:renombra|renombrar|cambia el nombre de)\\s+${ES_THE}(.+?)\\s+(?:a|como|por)\\s+(.+)$`, 'iu'),
				'rename $1 to $2'
			)
		]
	},
	{
		nouns: CHINESE,
		split: /[,，；]\s*(?=(?:再|并|然后|还要|同时)?(?:给|为|添加|增加|新增|删除|去掉|移除|把|将))/u,
		patterns: [
			means(/^(?:请|麻烦)?(?:把|将)(?:应用|网站|程序|这个应用)(?:改名为|命名为|叫做|改叫|叫)(.+)$/u, 'call the app =$1'),
			means(
				/^(?:请|再|并|然后|还要|同时)*(?:给|为|在)(.+?)(?:中|里)?(?:添加|增加|加上|加入|新增|加)(?:一个|一项)?(.+?)(?:字段|栏)?$/u,
				'add $2 to $1'
			),
			means(
				/^(?:请|再|并|然后|还要|同时)*(?:添加|增加|加入|新增)(?:一个)?(.+?)[,，:：（(]?(?:包括|包含|含有|有|字段为)(.+?)[)）]?$/u,
				'add $1 with $2'
			),
			means(/^(?:请|再|并|然后|还要|同时)*(?:添加|增加|加入|新增)(?:一个)?(.+)$/u, 'add $1'),
			means(/^(?:请|再|并|然后|同时)*(?:删除|去掉|移除|删掉)(.+?)(?:的|中的|里的)(.+?)(?:字段)?$/u, 'remove $2 from $1'),
			means(/^(?:请|再|并|然后|同时)*(?:删除|去掉|移除|删掉)(.+)$/u, 'remove $1'),
			means(/^(?:请|再|并|然后|同时)*(?:把|将)(.+?)的(.+?)(?:改名为|改成|重命名为|改为|改叫)(.+)$/u, 'rename $2 to $3 in $1'),
			means(/^(?:请|再|并|然后|同时)*(?:把|将)(.+?)(?:改名为|改成|重命名为|改为|改叫)(.+)$/u, 'rename $1 to $2')
		]
	}
];

/**
 * The clauses of a sentence in another language, each with its English meaning; undefined where none of it is understood so.
 * @param translates whether words for records and fields become English ones; pages keep the words of their language
 */
export function foreignClauses(sentence: string, translates: boolean): Clause[] | undefined {
	const plain = sentence.trim().replace(/[.!。！]+$/u, '');
	if (/^(?:add|remove|rename|call|make|change|show)\b/i.test(plain)) return undefined;
	for (const { nouns, split, patterns } of TONGUES) {
		const parts = plain.split(split).map((part) => part.trim());
		const read = parts.map((quote): Clause | undefined => {
			const pattern = patterns.find(({ words }) => words.test(quote));
			const match = pattern?.words.exec(quote);
			if (!pattern || !match) return undefined;
			const text = pattern.means
				.replace(/=?\$(\d)/g, (mark, index: string) =>
					translates && !mark.startsWith('=') ? translated(match[Number(index)] ?? '', nouns) : (match[Number(index)] ?? '')
				)
				.replace(/\s*:\s*$/, '')
				.replace(/\s+:\s+/, ': ')
				.trim();
			return { quote, text };
		});
		if (read.some((clause) => clause !== undefined))
			return read.map((clause, at) => clause ?? { quote: parts[at] ?? '', text: parts[at] ?? '' });
	}
	return undefined;
}

/** Known words become English, others stay: they are names that people of this language know. */
function translated(phrase: string, nouns: Nouns): string {
	if (/\p{Script=Han}/u.test(phrase))
		return phrase
			.split(/[、,，和与及]/u)
			.map((noun) => nouns.get(noun.trim().replace(/^(?:一个|新的)|(?:字段|列表|表)$/gu, '')) ?? noun.trim())
			.join(', ');
	return phrase
		.split(/(\s*,\s*|\s+)/)
		.map((word) => nouns.get(word.toLowerCase().replace(/["“”„]/g, '')) ?? word)
		.join('')
		.replace(/\b(?:ein|eine|einen|einem|den|der|die|das|un|una|el|la|los|las)\s+/gi, '')
		.replace(/\s+/g, ' ')
		.trim();
}
