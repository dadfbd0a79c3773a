import { fireEvent } from '@testing-library/react';
import { expect } from 'vitest';
import type { Checks, View } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { CarouselParameters } from './parameters';
import { words } from './words';

/** The only slide that can be seen. */
const shown = (view: View) => view.getByRole('figure');
const titleOf = (view: View) => shown(view).querySelector('strong')?.textContent;

export const checks = {
	captions: async ({ view, parameters: { slides }, user }) => {
		for (const { title, text = '', by = '', picture } of slides) {
			expect(shown(view).textContent).toContain(title + text + by);
			if (picture) expect(view.getByRole('img', { name: picture.label })).toBeTruthy();
			await user.click(view.getByRole('button', { name: words('next') }));
		}
	},
	'next-and-previous': async ({ view, parameters: { slides }, user }) => {
		const seen = [titleOf(view)];
		for (const turn of ['previous', 'next', 'next', 'previous'] as const) {
			await user.click(view.getByRole('button', { name: words(turn) }));
			seen.push(titleOf(view));
		}
		const [first, second] = slides;
		expect(seen).toEqual([first?.title, slides.at(-1)?.title, first?.title, second?.title, first?.title]);
	},
	dots: async ({ view, parameters: { slides }, user }) => {
		const all = slides.length;
		for (const [index, { title }] of [...slides.entries()].reverse()) {
			const dot = view.getByRole('button', { name: words('go', { n: index + 1, all, title }) });
			await user.click(dot);
			expect([titleOf(view), dot.getAttribute('aria-current')]).toEqual([title, 'true']);
		}
	},
	'moves-on': async ({ parameters: { slides, everySeconds = 0 }, reload }) => {
		clock.stop();
		const view = await reload();
		await clock.pass(everySeconds * 1000 - 1);
		expect(titleOf(view)).toBe(slides[0]?.title);
		await clock.pass(1);
		expect(titleOf(view)).toBe(slides[1]?.title);
	},
	'stands-still': async ({ parameters: { slides, everySeconds = 0, heading }, reload }) => {
		clock.stop();
		const view = await reload();
		const frame = view.getByRole('group', { name: heading });
		fireEvent.mouseEnter(frame);
		await clock.pass(everySeconds * 3000);
		expect(titleOf(view)).toBe(slides[0]?.title);
		fireEvent.mouseLeave(frame);
		await clock.pass(everySeconds * 1000);
		expect(titleOf(view)).toBe(slides[1]?.title);
	},
	pauses: async ({ parameters: { slides, everySeconds = 0 }, reload, user }) => {
		clock.stop();
		const view = await reload();
		await user.click(view.getByRole('button', { name: words('pause') }));
		await clock.pass(everySeconds * 3000);
		expect(titleOf(view)).toBe(slides[0]?.title);
		expect(view.getByRole('button', { name: words('play') })).toBeTruthy();
	}
} satisfies Checks<CarouselParameters>;
