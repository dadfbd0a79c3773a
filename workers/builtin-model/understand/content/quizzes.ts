/** Questions on subjects that many ask for: those written out, and those that tables give. */
import { ANIMALS, FIRST_AID, GENERAL, q, type BankQuestion } from './quiz-banks';

export type { BankQuestion };

const CAPITALS: [string, string, string][] = [
	['France', 'Paris', '🇫🇷'],
	['Spain', 'Madrid', '🇪🇸'],
	['Italy', 'Rome', '🇮🇹'],
	['Germany', 'Berlin', '🇩🇪'],
	['Poland', 'Warsaw', '🇵🇱'],
	['Portugal', 'Lisbon', '🇵🇹'],
	['Austria', 'Vienna', '🇦🇹'],
	['Greece', 'Athens', '🇬🇷'],
	['Sweden', 'Stockholm', '🇸🇪'],
	['Norway', 'Oslo', '🇳🇴'],
	['Finland', 'Helsinki', '🇫🇮'],
	['Denmark', 'Copenhagen', '🇩🇰'],
	['Ireland', 'Dublin', '🇮🇪'],
	['Hungary', 'Budapest', '🇭🇺'],
	['Czechia', 'Prague', '🇨🇿'],
	['Romania', 'Bucharest', '🇷🇴'],
	['Bulgaria', 'Sofia', '🇧🇬'],
	['Croatia', 'Zagreb', '🇭🇷'],
	['Estonia', 'Tallinn', '🇪🇪'],
	['Latvia', 'Riga', '🇱🇻'],
	['Lithuania', 'Vilnius', '🇱🇹'],
	['Belgium', 'Brussels', '🇧🇪'],
	['Japan', 'Tokyo', '🇯🇵'],
	['Egypt', 'Cairo', '🇪🇬'],
	['Kenya', 'Nairobi', '🇰🇪'],
	['Canada', 'Ottawa', '🇨🇦'],
	['Peru', 'Lima', '🇵🇪'],
	['Australia', 'Canberra', '🇦🇺'],
	['Turkey', 'Ankara', '🇹🇷'],
	['Iceland', 'Reykjavik', '🇮🇸']
];
const ELEMENTS: [string, string][] = [
	['hydrogen', 'H'],
	['helium', 'He'],
	['carbon', 'C'],
	['nitrogen', 'N'],
	['oxygen', 'O'],
	['sodium', 'Na'],
	['magnesium', 'Mg'],
	['aluminium', 'Al'],
	['silicon', 'Si'],
	['sulfur', 'S'],
	['chlorine', 'Cl'],
	['potassium', 'K'],
	['calcium', 'Ca'],
	['iron', 'Fe'],
	['copper', 'Cu'],
	['zinc', 'Zn'],
	['silver', 'Ag'],
	['tin', 'Sn'],
	['gold', 'Au'],
	['mercury', 'Hg'],
	['lead', 'Pb'],
	['iodine', 'I']
];

/** Of a table: each right answer among three of its neighbours. */
function asked(
	rows: readonly (readonly [string, string, string?])[],
	text: (of: string) => string,
	because: (of: string, is: string) => string
): BankQuestion[] {
	return rows.map(([of, is, symbol = '❓'], at) => {
		const other = (step: number) => rows[(at + step) % rows.length]?.[1] ?? '';
		return q(text(of), symbol, [is, other(3), other(7), other(11)], because(of, is));
	});
}
const TABLES: BankQuestion[] = Array.from({ length: 24 }, (_, at) => {
	const [one, other] = [2 + ((at * 5) % 8), 3 + ((at * 7) % 7)];
	const right = one * other;
	return q(
		`How much is ${one} × ${other}?`,
		'✖️',
		[String(right), String(right + one), String(right - 1), String(right + other + 1)],
		`${one} × ${other} = ${right}.`
	);
});
const WORDS_OF: Record<string, [string, string][]> = {
	German: [
		['house', 'Haus'],
		['tree', 'Baum'],
		['bread', 'Brot'],
		['water', 'Wasser'],
		['book', 'Buch'],
		['dog', 'Hund'],
		['school', 'Schule'],
		['apple', 'Apfel'],
		['street', 'Straße'],
		['window', 'Fenster'],
		['morning', 'Morgen'],
		['friend', 'Freund'],
		['table', 'Tisch'],
		['milk', 'Milch'],
		['garden', 'Garten'],
		['sun', 'Sonne'],
		['night', 'Nacht'],
		['winter', 'Winter'],
		['child', 'Kind'],
		['door', 'Tür']
	],
	Spanish: [
		['house', 'casa'],
		['tree', 'árbol'],
		['bread', 'pan'],
		['water', 'agua'],
		['book', 'libro'],
		['dog', 'perro'],
		['school', 'escuela'],
		['apple', 'manzana'],
		['street', 'calle'],
		['window', 'ventana'],
		['morning', 'mañana'],
		['friend', 'amigo'],
		['table', 'mesa'],
		['milk', 'leche'],
		['garden', 'jardín'],
		['sun', 'sol'],
		['night', 'noche'],
		['winter', 'invierno'],
		['child', 'niño'],
		['door', 'puerta']
	],
	French: [
		['house', 'maison'],
		['tree', 'arbre'],
		['bread', 'pain'],
		['water', 'eau'],
		['book', 'livre'],
		['dog', 'chien'],
		['school', 'école'],
		['apple', 'pomme'],
		['street', 'rue'],
		['window', 'fenêtre'],
		['morning', 'matin'],
		['friend', 'ami'],
		['table', 'table'],
		['milk', 'lait'],
		['garden', 'jardin'],
		['sun', 'soleil'],
		['night', 'nuit'],
		['winter', 'hiver'],
		['child', 'enfant'],
		['door', 'porte']
	]
};

/** The words of a foreign language, each with what it means. */
export const vocabularyOf = (text: string): { language: string; pairs: [string, string][] } | undefined => {
	const found = Object.entries(WORDS_OF).find(([language]) => new RegExp(`\\b${language}\\b`, 'i').test(text));
	return found && { language: found[0], pairs: found[1] };
};

/** The questions on a subject; undefined when there are none on it. */
export function questionsOn(text: string): { subject: string; questions: BankQuestion[] } | undefined {
	const vocabulary = vocabularyOf(text);
	if (/\bfirst[ -]aid\b/i.test(text)) return { subject: 'first aid', questions: FIRST_AID };
	if (/\bcapitals?\b|\bcountries\b|\bgeography\b/i.test(text))
		return {
			subject: 'capitals',
			questions: asked(
				CAPITALS,
				(of) => `What is the capital of ${of}?`,
				(of, is) => `${is} is the capital of ${of}.`
			)
		};
	if (/\bchemi|\belements?\b|\bperiodic\b/i.test(text))
		return {
			subject: 'the elements',
			questions: asked(
				ELEMENTS,
				(of) => `Which symbol stands for ${of}?`,
				(of, is) => `${is} stands for ${of}.`
			)
		};
	if (/\btimes tables?\b|\bmultiplication\b|\bmental arithmetic\b|\bmaths?\b/i.test(text))
		return { subject: 'multiplication', questions: TABLES };
	if (vocabulary)
		return {
			subject: `${vocabulary.language} words`,
			questions: asked(
				vocabulary.pairs,
				(of) => `What is “${of}” in ${vocabulary.language}?`,
				(of, is) => `“${of}” is “${is}”.`
			)
		};
	if (/\banimals?\b|\bwildlife\b|\bfarm\b|\bzoo\b/i.test(text)) return { subject: 'animals', questions: ANIMALS };
	if (/\bgeneral knowledge\b|\bpub\b|\btrivia\b/i.test(text)) return { subject: 'general knowledge', questions: GENERAL };
	return undefined;
}
