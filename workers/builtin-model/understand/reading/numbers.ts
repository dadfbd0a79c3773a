/** Numbers as people write them: '12', 'twelve', 'doce', '三'; and how many of something was asked for. */

const WORDS: Record<string, number> = {
	...from(
		'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
	),
	...from('ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'),
	...from(
		'un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte'
	),
	...from('一 二 三 四 五 六 七 八 九 十'),
	a: 1,
	an: 1,
	eine: 1,
	einen: 1,
	una: 1,
	thirty: 30,
	forty: 40,
	fifty: 50,
	hundred: 100,
	dozen: 12,
	两: 2,
	couple: 2,
	half: 0.5
};
const NAMES = Object.keys(WORDS)
	.filter((word) => !['a', 'an', 'half', 'ein', 'eine', 'einen', 'un', 'una'].includes(word))
	.sort((one, other) => other.length - one.length);
/** A number in figures or in words, for use inside other patterns. */
export const NUMBER = `(?:\\d+(?:[.,]\\d+)?|${NAMES.map((word) => (/^\p{Script=Han}$/u.test(word) ? word : `\\b${word}\\b`)).join('|')})`;

export function numberOf(word: string): number | undefined {
	const plain = word.toLowerCase().trim();
	if (/^\d/.test(plain)) return Number(plain.replace(',', '.'));
	return Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined;
}

/** How many of something a text asks for: 'at least twelve profiles', '10+ boards', '20 questions', '四个分类'. */
export function countOf(text: string, noun: string): { count: number; isExact: boolean } | undefined {
	const pattern = new RegExp(
		`(at least|exactly|about|around|some|up to|mindestens|genau|höchstens|al menos|exactamente|至少)?\\s*(${NUMBER})(\\+)?(?:\\s*(?:or|oder|o|to|-|–)\\s*${NUMBER})?\\s*(?:\\+|or more\\s*)?(?:[个种篇节道条]|(?:(?!${NUMBER})[\\p{L}-]+\\s+){0,3}?)(?:${noun})`,
		'iu'
	);
	const match = pattern.exec(text);
	const count = match ? numberOf(match[2] ?? '') : undefined;
	if (!match || count === undefined) return undefined;
	return {
		count,
		isExact: !match[3] && !/least|about|around|some|mindestens|al menos|至少|up to|höchstens/i.test(match[1] ?? '')
	};
}

function from(list: string): Record<string, number> {
	return Object.fromEntries(list.split(' ').map((word, at) => [word, at + 1]));
}
