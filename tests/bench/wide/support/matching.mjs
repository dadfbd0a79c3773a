/** Saying what one is up for, where and when, as far as the page asks for it. */
import { optionsOf, pick, pickIfThere, seen } from './find.mjs';
import { entry } from './moves.mjs';
import { settle } from './screen.mjs';

const SHOW = /suggest|find|show|match|see|where|which|search/i;
const EMPTY = /^(any|all|choose|select|–|-|no |\W*$)/i;

/**
 * Chooses this task, the first place and the first day that are offered.
 * @returns {Promise<{ place: string }>} the place's words, '' where none is asked for
 */
export async function chooseIn(app, { task }) {
	const { page } = app;
	if (!(await pickIfThere(page, task, 800))) {
		await (await entry(page, /help|find|match|suggest|start/i, 500))?.click();
		await settle(page);
		await pick(page, task);
	}
	let place = '';
	for (const box of await seen(page.locator('main select')).all()) {
		const options = (await optionsOf(box)).filter(({ text }) => !EMPTY.test(text));
		if (options.some(({ text }) => task.test(text)) || !options.length) continue;
		await box.selectOption(options[0].value);
		if (/beach|bay|cove|sand|point|strand|shore|dune|head/i.test(options[0].text)) place = options[0].text;
	}
	for (const name of [/beach|bay|cove|sands|point|strand|shore|dune/i, /saturday|\d{1,2} \w{3}|\w{3} \d{1,2}/i]) {
		const ticks = page.locator('main').getByRole('checkbox', { name }).or(page.locator('main').getByRole('radio', { name }));
		if (!(await ticks.count())) continue;
		await ticks.first().check({ force: true });
		if (name.test('beach')) place ||= await ticks.first().evaluate((node) => node.labels?.[0]?.innerText.trim() ?? '');
	}
	await pickIfThere(page, SHOW, 400);
	await settle(page);
	return { place };
}
