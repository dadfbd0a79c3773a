/** Quizzes, surveys and polls: questions on the subject, asked as was said. */
import { questionsOn, type BankQuestion } from '../../content/quizzes';
import { listsOf } from '../../reading/lists';
import { countOf } from '../../reading/numbers';
import { app, oneScreen, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan, type SurveyQuestion } from '../parts';
import { capital } from '../phrases';

/** Undefined when nothing is known about the subject: invented questions would be wrong ones. */
export function composeQuiz(context: Context): AppPlan | undefined {
	// A subject that is named must be the one that is known.
	const bank = questionsOn(context.subject?.phrase ?? context.text);
	if (!bank || context.language !== 'en') return undefined;
	const title = context.name ?? capital(`${context.subject?.phrase ?? bank.subject} quiz`);
	if (/\bflash ?cards?\b/i.test(context.text)) {
		const cards = bank.questions.map((question) => ({ front: question.text, back: question.answers[0] }));
		return oneScreen(
			{ ...context, title: context.name ?? capital(`${bank.subject} cards`) },
			part('flashcards', { title: capital(bank.subject), decks: [{ name: capital(bank.subject), cards }] }, context.lines),
			`Cards on ${bank.subject}.`
		);
	}
	const wanted = countOf(context.text, 'questions?')?.count ?? Math.min(10, bank.questions.length);
	if (wanted > bank.questions.length)
		context.assumptions.push(`There are ${bank.questions.length} questions on ${bank.subject} here, not ${wanted}.`);
	const questions = bank.questions.slice(0, wanted).map(mixed);
	const seconds = /\b(\d{1,3}) seconds? (?:each|per question|for each)/i.exec(context.text)?.[1];
	const quiz = part(
		'quiz',
		{
			title,
			intro: `${questions.length} questions on ${bank.subject}, one at a time.`,
			questions,
			atOnce:
				!/\b(?:answers?|results?) (?:only )?at the end\b/i.test(context.text) ||
				/straight away|at once|immediately/i.test(context.text),
			...(seconds ? { seconds: Number(seconds) } : {}),
			shuffles: /\bdifferent order\b|\brandom\b|\bshuffl/i.test(context.text),
			endings: [
				{ from: 0, title: 'A start is made', text: 'Have another go: you will know more of them next time.' },
				{ from: 0.5, title: 'Well done', text: 'More than half of them were right.' },
				{ from: 0.85, title: 'Excellent', text: 'You know your way around this.' }
			]
		},
		context.lines
	);
	return oneScreen({ ...context, title }, quiz, `A quiz on ${bank.subject} with ${questions.length} questions.`);
}

/** The right answer at a place that changes from question to question. */
function mixed(question: BankQuestion, at: number) {
	const right = (at * 3 + 1) % 4;
	const others = question.answers.slice(1);
	const answers = [...others.slice(0, right), question.answers[0], ...others.slice(right)];
	return { text: question.text, symbol: question.symbol, answers, right, because: question.because };
}

export function composeSurvey(context: Context): AppPlan | undefined {
	const about = context.subject?.phrase ?? context.name;
	if (!about) return undefined;
	const count = countOf(context.text, 'questions?|Fragen|preguntas|道题|个问题|题')?.count ?? 6;
	const questions = surveyQuestions(about, count, context);
	context.assumptions.push('The questions are examples on the subject: change them before you ask people.');
	const isOwners = /\bonly (?:i|we|the owner|the clerk)\b[^.]*\bresults\b|\bresults (?:only )?for (?:me|us)\b/i.test(
		context.text
	);
	const title = context.name ?? capital(about);
	const say = {
		en: { intro: `${count} questions about ${about}. No names are asked.`, thanks: 'Thank you for your answers.' },
		de: { intro: `${count} Fragen zum Thema ${about}. Es wird kein Name gefragt.`, thanks: 'Danke für Ihre Antworten.' },
		es: { intro: `${count} preguntas sobre ${about}. No se pide ningún nombre.`, thanks: 'Gracias por tus respuestas.' },
		zh: { intro: `关于${about}的${count}个问题,不需要姓名。`, thanks: '感谢您的回答。' }
	}[context.language];
	const survey = part(
		'survey',
		{
			title,
			intro: say.intro,
			questions,
			collection: 'answers',
			results: isOwners ? 'owner' : 'everybody',
			once: /\bonce per\b|\bonly once\b|nur einmal|una sola vez|一次/i.test(context.text),
			thanks: say.thanks
		},
		context.lines
	);
	return app({ ...context, title }, [page('/', title, [survey], { from: context.lines.slice(0, 1), description: say.intro })], {
		summary: say.intro,
		layout: 'plain',
		isShared: true
	});
}

function surveyQuestions(about: string, count: number, context: Context): SurveyQuestion[] {
	const kinds = context.lines.flatMap(listsOf).find(({ head }) => /questions?|fragen|preguntas|问题/i.test(head))?.items ?? [];
	const scale = /\bscale (\d)\s*(?:-|–|to)\s*(\d+)/i.exec(context.text);
	const [from, to] = [Number(scale?.[1] ?? 1), Number(scale?.[2] ?? 5)];
	const all = bankOf(about, context).map((question): SurveyQuestion =>
		question.kind === 'scale' ? { ...question, from, to } : question
	);
	const allowed = kinds.length
		? all.filter((question) => kinds.some((kind) => (KIND_NAMES[question.kind] ?? /^$/).test(kind)))
		: all;
	const pool = allowed.length >= 3 ? allowed : all;
	// Free text comes last, however few questions there are.
	const texts = pool.filter((question) => question.kind === 'text');
	const others = pool.filter((question) => question.kind !== 'text');
	const closing = texts.slice(0, Math.min(texts.length, Math.ceil(count / 4)));
	const opening = Array.from({ length: Math.max(0, count - closing.length) }, (_, at) => again(others, at));
	return [...opening, ...closing].filter((question) => question !== undefined);
}

/** More questions than there are: asked once more, told apart by a number. */
function again(pool: readonly SurveyQuestion[], at: number): SurveyQuestion | undefined {
	const question = pool[at % Math.max(1, pool.length)];
	const round = Math.floor(at / Math.max(1, pool.length));
	return question && round > 0 ? { ...question, question: `${question.question} (${round + 1})` } : question;
}

const KIND_NAMES: Partial<Record<SurveyQuestion['kind'], RegExp>> = {
	choice: /^(?:single )?choice|multiple|auswahl|opción/i,
	choices: /several|multiple/i,
	scale: /scale|rating|skala|escala/i,
	text: /text|comment/i,
	number: /number|zahl/i,
	date: /date|datum/i
};

function bankOf(about: string, { language }: Context): SurveyQuestion[] {
	if (language === 'de')
		return [
			{
				kind: 'choice',
				question: `Wie oft haben Sie mit ${about} zu tun?`,
				options: ['Täglich', 'Mehrmals in der Woche', 'Selten', 'Nie'],
				required: true
			},
			{ kind: 'scale', question: `Wie zufrieden sind Sie insgesamt mit ${about}?`, required: true },
			{
				kind: 'choice',
				question: 'Was ist Ihnen am wichtigsten?',
				options: ['Verlässlichkeit', 'Freundlichkeit', 'Preis', 'Nähe'],
				required: true
			},
			{ kind: 'scale', question: 'Wie gut werden Sie informiert?', required: true },
			{
				kind: 'choice',
				question: 'Wie war es im Vergleich zum letzten Jahr?',
				options: ['Besser', 'Gleich', 'Schlechter', 'Weiß nicht']
			},
			{ kind: 'scale', question: 'Würden Sie uns weiterempfehlen?', required: true },
			{ kind: 'text', question: 'Was sollen wir zuerst verbessern?' },
			{ kind: 'text', question: 'Was soll so bleiben, wie es ist?' }
		];
	if (language === 'es')
		return [
			{
				kind: 'choice',
				question: `¿Con qué frecuencia usas ${about}?`,
				options: ['Cada día', 'Varias veces por semana', 'Pocas veces', 'Nunca'],
				required: true
			},
			{ kind: 'scale', question: `¿Qué tal te parece ${about} en general?`, required: true },
			{
				kind: 'choice',
				question: '¿Qué es lo más importante para ti?',
				options: ['Que sea fiable', 'El trato', 'El precio', 'La cercanía'],
				required: true
			},
			{ kind: 'scale', question: '¿Estás bien informado?', required: true },
			{ kind: 'choice', question: '¿Cómo ha ido respecto al año pasado?', options: ['Mejor', 'Igual', 'Peor', 'No sé'] },
			{ kind: 'scale', question: '¿Lo recomendarías?', required: true },
			{ kind: 'text', question: '¿Qué deberíamos mejorar primero?' },
			{ kind: 'text', question: '¿Qué debería seguir igual?' }
		];
	if (language === 'zh')
		return [
			{ kind: 'choice', question: `您多久使用一次${about}?`, options: ['每天', '每周几次', '很少', '从不'], required: true },
			{ kind: 'scale', question: `您对${about}总体满意吗?`, required: true },
			{ kind: 'choice', question: '对您来说最重要的是什么?', options: ['可靠', '服务', '价格', '方便'], required: true },
			{ kind: 'scale', question: '信息是否清楚?', required: true },
			{ kind: 'choice', question: '与去年相比如何?', options: ['更好', '差不多', '更差', '不知道'] },
			{ kind: 'scale', question: '您会推荐给别人吗?', required: true },
			{ kind: 'text', question: '我们最应该先改进什么?' },
			{ kind: 'text', question: '哪些地方应该保持不变?' }
		];
	const isRide = /\b(?:bus|route|tram|train|line|ferry)\b/i.test(about);
	return [
		{
			kind: 'choice',
			question: isRide ? `How often do you ride ${about}?` : `How often do you have to do with ${about}?`,
			options: ['Every day', 'Several times a week', 'Now and then', 'Never'],
			required: true
		},
		{ kind: 'scale', question: `How satisfied are you with ${about} as a whole?`, required: true },
		{
			kind: 'choice',
			question: isRide ? `When do you mostly ride ${about}?` : `What matters most to you about ${about}?`,
			options: isRide
				? ['In the morning', 'Around noon', 'In the evening', 'At weekends']
				: ['That it is reliable', 'That people are friendly', 'What it costs', 'That it is near'],
			required: true
		},
		{
			kind: 'scale',
			question: isRide ? `How punctual is ${about}?` : `How well are you informed about ${about}?`,
			required: true
		},
		{
			kind: 'choice',
			question: `How has ${about} changed in the last year?`,
			options: ['For the better', 'Not at all', 'For the worse', 'I cannot say'],
			required: true
		},
		{ kind: 'scale', question: `How likely are you to recommend ${about}?`, required: true },
		{ kind: 'text', question: `What should be improved first about ${about}?` },
		{ kind: 'text', question: `What should stay as it is about ${about}?` }
	];
}

export function composeSurveyDesk(context: Context): AppPlan {
	const title = context.name ?? 'Questions to residents';
	const desk = part('survey-desk', { title: 'Forms', collection: 'forms' }, context.lines);
	return app(
		{ ...context, title },
		[
			page('/', title, [part('survey-desk', { title, collection: 'forms' }, context.lines)], { from: context.lines.slice(0, 1) }),
			page('/desk', 'Forms', [desk], { access: 'owner', from: context.lines })
		],
		{ summary: 'Forms with questions, replies by link, results with charts.', isShared: true }
	);
}
