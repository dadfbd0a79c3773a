import type { AssistantAnswer } from './parameters';

/** Which of the known answers fits a question best, by the words that they share; none rather than a wrong one. */

/** Words that say nothing about a subject. */
const STOP = new Set(
	(
		'a an and are as at be been but by can could did do does for from get had has have how i if in is it its me my of on or our please should so ' +
		'that the their them there they this to up was we were what when where which who why will with would you your ' +
		'aber als am an auch auf aus bei bin bitte das dem den der des die dir doch du ein eine einem einen einer es für hat habe haben ich ihr ihre ' +
		'im in ist ja kann können man mein meine meinen meiner mich mir mit nach nicht oder sie sind und uns unser vom von wann warum was wenn wer wie ' +
		'wir wird wo zu zum zur ' +
		'al como con cual cuál cuando cuándo de del dónde donde el ella en es esta está este hay la las le lo los me mi mis no nos o para pero por ' +
		'porque puedo qué que se ser si sin son su sus tengo tiene un una y yo'
	).split(' ')
);

/** The words of a text that count, without endings; pairs of signs where words are not separated. */
export function termsOf(text: string): string[] {
	const plain = text.toLowerCase().normalize('NFKC');
	const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? pairsOf(word) : STOP.has(word) ? [] : [stem(word)]));
}

/** Signs that say nothing about a subject, in Chinese. */
const EMPTY_SIGNS = /[的了吗呢吧啊我你您他们是在有和与及请问怎么样什么时候为何多少能可以]/gu;

function pairsOf(word: string): string[] {
	const signs = [...word.replace(EMPTY_SIGNS, '')];
	return signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}

/** Endings of English, German and Spanish that a word is recognised without; short words stay. */
const ENDINGS = [
	'ations',
	'ation',
	'ingly',
	'ings',
	'ing',
	'ungen',
	'ung',
	'iones',
	'ción',
	'ness',
	'ies',
	'ers',
	'ern',
	'ado',
	'ada',
	'ed',
	'es',
	'er',
	'en',
	'em',
	's',
	'e',
	'n',
	'a',
	'o',
	'y'
];

function stem(word: string): string {
	const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= 3);
	return ending ? word.slice(0, -ending.length) : word;
}

/** Of what is asked, by weight, at least so much has to be known. */
const LEAST_SHARE = 0.3;
/** What a word of the answer counts beside one of the question. */
const ANSWER_WEIGHT = 0.4;

/** The best answers, the best one first; empty when none fits. */
export function answersTo(text: string, answers: readonly AssistantAnswer[]): AssistantAnswer[] {
	const asked = [...new Set(termsOf(text))];
	if (!asked.length) return [];
	const known = answers.map(({ question, answer, group = '', asked = [] }) => ({
		// Each way to ask counts by itself: the best of them is taken.
		ways: [question, ...asked].map((way) => new Set(termsOf(`${way} ${group}`))),
		answer: new Set(termsOf(answer))
	}));
	// A word that many answers have says less about which one is meant.
	const weightOf = (term: string) => {
		const count = known.filter(({ ways }) => ways.some((way) => way.has(term))).length;
		return Math.log(1 + answers.length / Math.max(1, count));
	};
	const total = asked.reduce((sum, term) => sum + weightOf(term), 0);
	const scored = known.map(({ ways, answer }, index) => {
		const inWay = Math.max(...ways.map((way) => asked.reduce((sum, term) => sum + (way.has(term) ? weightOf(term) : 0), 0)));
		const inAnswer = asked.reduce((sum, term) => sum + (answer.has(term) ? weightOf(term) : 0), 0);
		return { index, inWay, score: inWay + ANSWER_WEIGHT * inAnswer };
	});
	return scored
		.filter(({ score, inWay }) => inWay > 0 && score >= LEAST_SHARE * total)
		.sort((a, b) => b.score - a.score)
		.flatMap(({ index }) => answers[index] ?? []);
}

/** Whether a text has one of some words or phrases, as words of their own: 'gas', but not 'gasket'. */
export function hasAny(text: string, words: readonly string[]): boolean {
	const terms = termsOf(text);
	return words.some((word) => {
		const wanted = termsOf(word);
		return wanted.length > 0 && wanted.every((term) => terms.includes(term));
	});
}
