/** Questions that fold open. */
import { firstVisible, settle, textOf } from './screen.mjs';

const NAME = /faq|question|frequently|häufig|preguntas|常见问题/i;

/** Every question on the page: what unfolds its answer. */
export async function questionsOn(page) {
	const places = page.locator('main details > summary, main button[aria-expanded], main [role=button][aria-expanded]');
	const seen = await places.filter({ visible: true }).all();
	const asked = [];
	for (const place of seen) if (/[?\uff1f¿]/.test(await place.innerText())) asked.push(place);
	return asked;
}

/** Unfolds a question and folds it away again. @returns what was seen */
export async function unfold(page, question) {
	const answerOf = async () => {
		const entry = question.locator('xpath=ancestor::*[self::details or self::li or self::div][1]');
		return textOf(entry);
	};
	const expanded = () =>
		question.evaluate((element) => element.getAttribute('aria-expanded') ?? String(element.parentElement.open));
	const before = await answerOf();
	if ((await expanded()) === 'true') return { opens: false, folds: false, answer: before };
	await question.click();
	await settle(page);
	const open = await answerOf();
	await question.click();
	await page.waitForTimeout(400);
	const after = await answerOf();
	return { opens: open.length > before.length + 10, folds: after.length <= before.length + 2, answer: open.slice(before.length) };
}

/** The section with the questions. */
export const faqSection = (page) =>
	firstVisible([page.locator('section, [role=region]').filter({ has: page.getByRole('heading', { name: NAME }) })], 500);
