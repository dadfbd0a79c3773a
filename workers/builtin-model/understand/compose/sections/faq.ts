/** Questions and answers that follow from what was said; nothing is answered that nobody told. */
import { countOf } from '../../reading/numbers';
import { dateIn, timesIn } from '../../reading/when';
import type { Context } from '../context';
import { part, type Faq, type Part, type Parts } from '../parts';
import { listWords } from '../phrases';
import { statementsOf } from '../statements';

const FAQ =
	/\bFAQs?\b|\b(?:most )?frequent(?:ly asked)? questions\b|\bcommon questions\b|\bhäufige fragen\b|\bpreguntas frecuentes\b|常见问题/i;

export function faqOf(context: Context, parts: readonly Part[]): Part | undefined {
	const line = context.lineWith(FAQ);
	if (line === undefined) return undefined;
	const count = countOf(line, 'questions?|most frequent questions|FAQ|Fragen|preguntas')?.count;
	const items = answersFrom(context, parts).slice(0, count ?? 5);
	return part('faq', { title: context.words.faq, groups: [{ items }], search: false }, [line]);
}

function answersFrom(context: Context, parts: readonly Part[]): Faq[] {
	const { title, text, language } = context;
	const at = <K extends keyof Parts>(block: K) =>
		parts.find((sectionPart) => sectionPart.block === block)?.content as Parts[K] | undefined;
	const date = dateIn(text);
	const form = at('form');
	const shown = at('items')?.items ?? at('carousel')?.slides.filter((slide) => slide.facts) ?? [];
	const first = statementsOf(context)[0];
	if (language !== 'en') return foreign(context, first);
	const times = timesIn(text);
	const found: (Faq | undefined)[] = [
		date && {
			question: `When is ${title}?`,
			answer: `${date.isYearly ? 'Every year on' : 'On'} ${date.quote.replace(/^every\s+/i, '')}${times[0] ? `, from ${times[0]}${times[1] && times[1] > times[0] && !at('timetable')?.rows.some((row) => row.time === times[1]) ? ` to ${times[1]}` : ''}` : ''}.`
		},
		first === undefined ? undefined : { question: date ? `What is ${title}?` : `Who is ${title}?`, answer: first },
		shown.length > 1
			? {
					question: `What is there to choose from?`,
					answer: `${listWords(
						shown.map((item) => item.title),
						'en'
					)}.`
				}
			: undefined,
		at('site-plan') && { question: 'How do I get there?', answer: 'The section on how to get there and the plan show it.' },
		form?.onePer
			? { question: 'How do I join the list?', answer: 'Leave your e-mail address above: that is all.' }
			: form && {
					question: form.places ? 'How do I register?' : 'How do I reach you?',
					answer: `Fill in the form on this site: ${listWords(
						form.fields.map((field) => field.label.toLowerCase()),
						'en'
					)}.`
				},
		form?.places
			? {
					question: 'How many places are there?',
					answer: `${form.places}. The page shows how many are left, and registration closes when none is.`
				}
			: undefined,
		form?.onePer
			? { question: 'What happens with my address?', answer: 'It is kept for this list only and shown to nobody.' }
			: undefined,
		{ question: 'Do I need an account?', answer: 'No. Nothing on this site asks you to sign in.' },
		{ question: 'Will there be news?', answer: 'What is new stands here first: look in again.' }
	];
	return found.filter((entry) => entry !== undefined);
}

function foreign({ language, title }: Context, first: string | undefined): Faq[] {
	const about = first ?? title;
	if (language === 'de')
		return [
			{ question: `Was ist ${title}?`, answer: about },
			{ question: 'Wie erreiche ich Sie?', answer: 'Über das Formular auf dieser Seite.' },
			{ question: 'Brauche ich ein Konto?', answer: 'Nein, nichts auf dieser Seite verlangt eine Anmeldung.' }
		];
	if (language === 'es')
		return [
			{ question: `¿Qué es ${title}?`, answer: about },
			{ question: '¿Cómo puedo escribir?', answer: 'Con el formulario de esta página.' },
			{ question: '¿Necesito una cuenta?', answer: 'No, nada en esta página pide registrarse.' }
		];
	return [
		{ question: `${title}是什么?`, answer: about },
		{ question: '怎么联系你们?', answer: '请填写本页的表单。' },
		{ question: '需要注册吗?', answer: '不需要,所有内容都可以直接查看。' }
	];
}
