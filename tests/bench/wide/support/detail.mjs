/** From an entry of a list to the page of its own. */
import { firstVisible, settle } from './screen.mjs';

/** Opens an entry by its heading's link, else its first link or button, else by clicking it. */
export async function openEntry(page, item) {
	const target = await firstVisible(
		[
			item.at.getByRole('heading').getByRole('link'),
			item.at.getByRole('link'),
			item.at.getByRole('button'),
			item.at.getByRole('heading')
		],
		300
	);
	await (target ?? item.at).click();
	await settle(page);
}
