/** Carousels: what is in sight, whatever they are made of. */
import { firstVisible, textOf } from './screen.mjs';

export const NEXT = /next|forward|right|weiter|nächst|siguiente|下一|^\s*[›»→>❯]\s*$/i;
export const PREVIOUS = /prev|back|left|zurück|vorig|anterior|上一|^\s*[‹«←<❮]\s*$/i;

/** The carousel: the smallest part of the page that has its arrows and a picture. @throws Error where there is none */
export async function carouselOn(page) {
	const arrow = await nextArrow(page);
	if (!arrow) throw new Error('no carousel: no button that leads to the next slide');
	await arrow.scrollIntoViewIfNeeded();
	const around = arrow.locator(
		'xpath=ancestor::*[.//img or .//*[local-name()="svg" and not(ancestor::button)] or .//*[@role="img"]][1]'
	);
	return (await around.count()) ? around : arrow.locator('xpath=ancestor::section[1]');
}

export const nextArrow = (page) => firstVisible([page.locator('main').getByRole('button', { name: NEXT })], 1200);

/** What of it is in sight: its words, and whether a picture is. */
export async function slideOf(carousel) {
	return carousel.evaluate((root) => {
		const box = root.getBoundingClientRect();
		const isInSight = (element) => {
			const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
			const [x, y] = [(left + right) / 2, (top + bottom) / 2];
			if (width < 2 || height < 2 || x < Math.max(0, box.left) || x > Math.min(innerWidth, box.right)) return false;
			for (let ancestor = element; ancestor && ancestor !== root.parentElement; ancestor = ancestor.parentElement) {
				const style = getComputedStyle(ancestor);
				if (style.visibility === 'hidden' || Number(style.opacity) < 0.5) return false;
			}
			if (y < 0 || y > innerHeight) return true;
			const top1 = document.elementFromPoint(x, y);
			return !top1 || element.contains(top1) || top1.contains(element) || root.contains(top1);
		};
		const texts = [...root.querySelectorAll('*')].filter(
			(element) =>
				!element.closest('button, svg') &&
				[...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) &&
				isInSight(element)
		);
		const pictures = [...root.querySelectorAll('img, svg, canvas, [role=img]')].filter(
			(element) => !element.closest('button') && element.getBoundingClientRect().width >= 60 && isInSight(element)
		);
		return {
			text: [...new Set(texts.map((element) => element.innerText.trim()))].join('\n'),
			picture: pictures.map((element) => element.currentSrc || element.outerHTML.length + element.textContent).join('|')
		};
	});
}

/** Steps through it by the right arrow until the first slide is there again. @returns {Promise<{ text: string, picture: string }[]>} */
export async function allSlides(page, most = 12) {
	const carousel = await carouselOn(page);
	const slides = [await slideOf(carousel)];
	for (let step = 1; step < most; step++) {
		await (await nextArrow(page)).click();
		await page.waitForTimeout(700);
		const slide = await slideOf(carousel);
		if (slide.text === slides[0].text) break;
		slides.push(slide);
	}
	return slides;
}

/** The dots: its buttons without arrows and pause. */
export async function dotsOf(carousel) {
	const names = /next|prev|pause|play|stop|left|right|forward|back|[›»→‹«←❯❮]/i;
	const dots = [];
	for (const button of await carousel.getByRole('button').or(carousel.getByRole('tab')).filter({ visible: true }).all()) {
		const name = `${await button.getAttribute('aria-label')} ${await textOf(button)}`;
		const { width = 0 } = (await button.boundingBox()) ?? {};
		if (!names.test(name) && width < 60) dots.push(button);
	}
	return dots;
}

/** Whether a dot is marked: by its state, or by looking unlike the others. */
export async function isMarked(dot, others) {
	const read = (locator) =>
		locator.evaluate((element) => {
			const state = ['aria-current', 'aria-selected', 'aria-pressed'].some((name) =>
				/true|step|page/.test(element.getAttribute(name) ?? '')
			);
			const inner = element.firstElementChild ?? element;
			return {
				state,
				look: getComputedStyle(element).backgroundColor + getComputedStyle(inner).backgroundColor + element.offsetWidth
			};
		});
	const mine = await read(dot);
	const theirs = await Promise.all(others.map(read));
	if (theirs.some(({ state }) => state)) return false;
	return mine.state || theirs.every(({ look }) => look !== mine.look);
}
