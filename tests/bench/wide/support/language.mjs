/** Whether an interface speaks the language of the requirement. */

/** Words of interfaces that no Spanish, German or Chinese text has. */
const ENGLISH =
	/\b(the|and|with|your|read more|search|home|about|all|show|filter|sort by|loading|close|next|previous|price|quantity|add to|cart|checkout|order|name|phone|address|required|please|sign in|log in|settings|from|until|free|booked)\b/gi;
/** Also a word of that language, or of names. */
const ALSO = { es: /^(no|base|total|final)$/i, de: /^(name|filter|all|next|from|home)$/i, zh: /^$/ };

/** The English words of an interface, each once; empty where it has none. */
export function englishIn(text, language) {
	const words = (text.match(ENGLISH) ?? []).map((word) => word.toLowerCase()).filter((word) => !ALSO[language].test(word));
	return [...new Set(words)];
}

/** Whether a text mostly is in this language, by its most common words. */
export function speaks(text, language) {
	if (language === 'zh') return (text.match(/\p{Script=Han}/gu) ?? []).length > 60;
	const common = {
		es: /\b(de|la|el|los|las|con|para|por|una|que|del)\b/gi,
		de: /\b(der|die|das|und|mit|für|von|ist|nicht|ein|eine)\b/gi
	}[language];
	return (text.match(common) ?? []).length > 5;
}
