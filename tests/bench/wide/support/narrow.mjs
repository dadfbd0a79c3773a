/** A telephone's width: 375 pixels. */
import { entry } from './moves.mjs';
import { settle, textOf } from './screen.mjs';

/** Visits these pages (all without) at that width: nothing scrolls sideways, nothing is cut off, and the menu leads there. */
export async function staysReadable(visit, { paths, menu = [] } = {}) {
	const page = await visit.visitor({ viewport: { width: 375, height: 740 } });
	let words = 0;
	for (const path of paths ?? visit.pages.map((known) => known.path)) {
		await visit.open(path, page);
		words += (await textOf(page)).split(/\s+/).length;
		const { wide, cut } = await page.evaluate(readWidths);
		visit.never(wide > 1, `${path} scrolls sideways by ${wide} px`);
		visit.never(cut.length, `${path}: text is cut off: ${cut.join(', ')}`);
	}
	visit.must(words > 60, 'there is hardly anything to read');
	for (const name of menu) {
		await visit.open('/', page);
		const link = await entry(page, name);
		if (!visit.must(link, `at 375 px the menu does not offer ${name}`)) continue;
		await link.click();
		await settle(page);
		const { wide } = await page.evaluate(readWidths);
		visit.never(wide > 1, `${page.url()} scrolls sideways by ${wide} px`);
	}
}

/** Runs in the page. */
function readWidths() {
	const cut = [...document.querySelectorAll('body *')].filter((element) => {
		const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
		if (!hasText || element.closest('svg, [aria-hidden=true]')) return false;
		const { width, height, left, right } = element.getBoundingClientRect();
		if (width <= 1 || height <= 1) return false;
		const style = getComputedStyle(element);
		if (style.overflowX !== 'visible' && style.overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 2) return true;
		const scroller = element.closest('[style*=overflow], pre, table, figure, [role=region], [class*=carousel], [class*=scroll]');
		return !scroller && (right > innerWidth + 2 || left < -2) && style.position !== 'absolute';
	});
	return {
		wide: document.documentElement.scrollWidth - innerWidth,
		cut: cut.slice(0, 3).map((element) => element.textContent.trim().slice(0, 30))
	};
}
