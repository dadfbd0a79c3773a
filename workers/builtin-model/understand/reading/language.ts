/** Which language a requirement is written in, by its script and its smallest words. */

/** Languages that are read, and in which apps have their words. */
export const LANGUAGES = ['en', 'de', 'es', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

const SMALL_WORDS: Record<string, string> = {
	en: 'the and of to a is with for that it on are be by not from as this at you we can should must each every my our i want need who make',
	de: 'der die das und ist mit für ein eine einen nicht auf von zu im den dem des wir ich soll sollen kann können bei auch werden nur unsere mein eine brauche möchte',
	es: 'el la los las y es con para un una que no en del por se su sus quiero necesito mi nuestro nuestra al lo como cada puede pueden sin',
	fr: 'le la les et est avec pour un une que ne pas dans du des je nous veux mon notre qui sur chaque peut sont aux cette',
	it: 'il lo la gli e è con per un una che non di del della vorrei mio nostro sono ogni può nel anche alla',
	pt: 'o os as e é com para um uma que não do da em quero meu nosso cada pode sem são no na',
	nl: 'de het een en is met voor dat niet van op wij ik moet kan kunnen ook worden mijn onze elke',
	pl: 'i w na z się nie jest do że to dla oraz chcę może każdy moja nasz przez',
	tr: 've bir bu için ile olan istiyorum da de çok her benim bizim olmalı'
};

/** 'other' is any language that is not read here. */
export function languageOf(text: string): Language | 'other' {
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	if (letters === 0) return 'en';
	const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
	const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
	// One Chinese character says about what three letters say.
	if (han * 3 > letters - han && han > 3) return kana > han / 10 ? 'other' : 'zh';
	const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	if (latin < letters / 2) return 'other';
	const tokens = text.toLowerCase().match(/\p{L}+/gu) ?? [];
	const scores = Object.entries(SMALL_WORDS).map(([language, words]) => {
		const known = new Set(words.split(' '));
		return { language, score: tokens.filter((token) => known.has(token)).length };
	});
	const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
	const english = scores.find(({ language }) => language === 'en')?.score ?? 0;
	// A short wish of nouns only is English unless something else clearly leads.
	if (best.score <= english + (tokens.length < 12 ? 0 : 1)) return 'en';
	return LANGUAGES.find((language) => language === best.language) ?? 'other';
}
