/** Lessons one after the other, each with an exercise: letters of Morse code, words of a language, or a subject that is known. */
import { MORSE } from '../../content/morse';
import { questionsOn, vocabularyOf } from '../../content/quizzes';
import { countOf } from '../../reading/numbers';
import { app, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan } from '../parts';
import { capital } from '../phrases';

/** Undefined when nothing is known that could be taught. */
export function composeLessons(context: Context): AppPlan | undefined {
	const signs = signsOf(context.text);
	if (!signs || context.language !== 'en') return undefined;
	const count = countOf(context.text, 'lessons?')?.count ?? 8;
	const passPercent = Number(/(\d{2})\s?%/.exec(context.text)?.[1] ?? 80);
	const hasAccounts = context.access.signIn === 'members';
	const isFreeFirst = /\bwithout (?:an )?account\b[^.]*\b(?:only )?(?:try )?lesson 1\b|\bfirst lesson (?:is )?free\b/i.test(
		context.text
	);
	const size = Math.max(2, Math.min(4, Math.floor(signs.pairs.length / count)));
	const lessons = Array.from({ length: count }, (_, at) => {
		const own = signs.pairs.slice(at * size, at * size + size);
		const items = own.length ? own : signs.pairs.slice(-size);
		return {
			slug: `lesson-${at + 1}`,
			title: `Lesson ${at + 1}: ${items.map(([sign]) => sign).join(', ')}`,
			text: `Learn ${items.length} new ${signs.word}, then do the exercise.`,
			items: items.map(([sign, code]) => ({ sign, code })),
			exercise: exercise(signs.pairs.slice(0, at * size + size), items, signs.ask)
		};
	});
	const title = context.name ?? capital(signs.subject);
	const intro = `${count} lessons, from easy to difficult. The next one opens when ${passPercent}% of an exercise are right.`;
	const lessonsPart = part(
		'lessons',
		{ title, intro, lessons, passPercent, free: isFreeFirst ? 1 : hasAccounts ? 1 : count, accounts: hasAccounts },
		context.lines
	);
	return app({ ...context, title }, [page('/', title, [lessonsPart], { from: context.lines.slice(0, 1), description: intro })], {
		summary: intro,
		isShared: hasAccounts,
		layout: 'site'
	});
}

interface Signs {
	subject: string;
	word: string;
	pairs: [string, string][];
	ask: (sign: string) => string;
}
function signsOf(text: string): Signs | undefined {
	if (/\bmorse\b/i.test(text))
		return { subject: 'Morse code', word: 'letters', pairs: MORSE, ask: (code) => `Which letter is ${code}?` };
	const words = vocabularyOf(text);
	if (words)
		return {
			subject: `${words.language} words`,
			word: 'words',
			pairs: words.pairs.map(([meaning, word]) => [word, meaning]),
			ask: (meaning) => `Which word means “${meaning}”?`
		};
	const bank = questionsOn(text);
	if (!bank) return undefined;
	return {
		subject: bank.subject,
		word: 'facts',
		pairs: bank.questions.map((question) => [question.answers[0], question.text]),
		ask: (question) => question
	};
}

/** Each new sign asked for by its code, then its code asked for, with answers from all that are known so far. */
function exercise(known: [string, string][], fresh: [string, string][], ask: (code: string) => string) {
	const forward = fresh.map(([sign, code], at) =>
		asked(
			ask(code),
			sign,
			known.map(([other]) => other),
			at
		)
	);
	const backward = fresh.map(([sign, code], at) =>
		asked(
			`What stands for “${sign}”?`,
			code,
			known.map(([, other]) => other),
			at + 1
		)
	);
	return [...forward, ...backward.slice(0, Math.max(1, 5 - forward.length))];
}

function asked(question: string, answer: string, all: string[], at: number) {
	const others = all.filter((other) => other !== answer);
	const wrong = [...new Set([1, 2, 3].map((step) => others[(at * 2 + step * 3) % Math.max(1, others.length)]))].filter(
		(other) => other !== undefined
	);
	const right = (at * 2 + 1) % (wrong.length + 1);
	return { question, answers: [...wrong.slice(0, right), answer, ...wrong.slice(right)], right };
}
