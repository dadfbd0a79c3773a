/** What the person is asked before the app is built, each with what holds when nobody answers. */
import type { Roles } from './roles';

const EVERYBODY_MAY = /\b(every(one|body)|any(one|body)) (may|can) (edit|change|do|delete)\b/i;
const ONLY_SOME_MAY = /\b(nobody|no one) but\b|\bonly (the )?\w+ (may|can) (edit|change|do|delete)\b/i;

export function questionsFor(text: string, roles: Roles) {
	const questions: { question: string; default: string }[] = [];
	if (EVERYBODY_MAY.test(text) && ONLY_SOME_MAY.test(text))
		questions.push({
			question: 'Who may edit? The text says both that everybody may and that only some may.',
			default: 'Those who are signed in, each as their role allows.'
		});
	if (roles.assumptions.length)
		questions.push({ question: 'Who will use the app, and may everybody do everything?', default: roles.assumptions[0] ?? '' });
	if (!/€|\$|£|euro|dollar|pound|currency/i.test(text)) questions.push({ question: 'Which currency?', default: 'Euro.' });
	if (/appointment|calendar|booking/i.test(text))
		questions.push({
			question: 'Should the app refuse two appointments at the same time?',
			default: 'Yes, those of one doctor, room or place; cancelled ones do not count.'
		});
	return questions.map((question, index) => ({ id: `Q${index + 1}`, ...question }));
}
