import { expect } from 'vitest';
import type { Checks } from '../../testing/check-page';
import { filmOf } from './logic';
import type { VideoEmbedParameters } from './parameters';
import { words } from './words';

export const checks = {
	'asks-first': ({ view, parameters: { url } }) => {
		const { host } = filmOf(url);
		expect(view.getByText(words('asks', { host }))).toBeTruthy();
		const asked = [...document.querySelectorAll('iframe, video, [src], link[href]')].map((one) => one.outerHTML);
		expect(asked.filter((html) => html.includes(host))).toEqual([]);
	},
	plays: async ({ view, parameters: { title, url }, user }) => {
		loadsNoFrames();
		await user.click(view.getByRole('button', { name: words('play', { title }) }));
		expect(view.getByTitle(title).getAttribute('src')).toBe(filmOf(url).src);
	}
} satisfies Checks<VideoEmbedParameters>;

/** Tests ask no other host. */
function loadsNoFrames(): void {
	const { happyDOM } = window as { happyDOM?: { settings: { disableIframePageLoading: boolean } } };
	if (happyDOM) happyDOM.settings.disableIframePageLoading = true;
}
