/** Things that stand beside each other on a page: cards, rows, list entries, whatever they are made of. */

let round = 0;

/**
 * The largest group of visible siblings of which each fits `having`; none where fewer than two do, unless `least` is 1.
 * @param {import('playwright').Page | import('playwright').Locator} place
 * @param {{ having?: RegExp, picture?: boolean, least?: number }} options `picture`: each has to show one
 * @returns {Promise<{ text: string, hasPicture: boolean, at: import('playwright').Locator }[]>} in the order of the page; valid until it changes
 */
export async function entriesIn(place, { having = /\p{L}/u, picture = false, least = 2 } = {}) {
	const root = 'goto' in place ? place.locator('body') : place;
	const mark = `judge-${++round}`;
	const found = await root
		.evaluate(readEntries, { source: having.source, flags: having.flags, picture, least, mark })
		.catch(() => []);
	const page = 'goto' in place ? place : place.page();
	return found.map((entry, index) => ({ ...entry, at: page.locator(`[data-${mark}="${index}"]`) }));
}

/** Runs in the page. */
function readEntries(root, { source, flags, picture, least, mark }) {
	const pattern = new RegExp(source, flags.replace('g', ''));
	const isSeen = (element) => {
		const { width, height } = element.getBoundingClientRect();
		return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
	};
	const isPicture = (element) => {
		const { width, height } = element.getBoundingClientRect();
		if (width < 40 || height < 40 || !isSeen(element)) return false;
		if (element.tagName === 'IMG') return element.naturalWidth > 0;
		return ['svg', 'CANVAS', 'VIDEO'].includes(element.tagName) || getComputedStyle(element).backgroundImage.includes('url(');
	};
	const showsPicture = (element) =>
		[element, ...element.querySelectorAll('img, svg, canvas, video, [style], [class]')].some(isPicture);
	const rootsOfMain = root.tagName === 'BODY' ? [...root.querySelectorAll('main')] : [];
	const within = rootsOfMain.length ? rootsOfMain : [root];
	let best = [];
	for (const top of within)
		for (const parent of [top, ...top.querySelectorAll('*')]) {
			if (parent.children.length < least || parent.closest('header, nav, footer, svg, select')) continue;
			const byTag = Map.groupBy([...parent.children], (child) => child.tagName);
			for (const children of byTag.values()) {
				const fitting = children.filter(
					(child) => isSeen(child) && pattern.test(child.innerText ?? '') && (!picture || showsPicture(child))
				);
				if (fitting.length >= least && fitting.length > best.length) best = fitting;
			}
		}
	return best.map((element, index) => {
		element.setAttribute(`data-${mark}`, String(index));
		return { text: element.innerText.replace(/[ \t\u00a0\u202f]+/g, ' '), hasPicture: showsPicture(element) };
	});
}

/** How many visible siblings stand beside each other in a part of the page, for every group in which each fits. */
export async function groupSizes(place, having = /\p{L}/u) {
	const root = 'goto' in place ? place.locator('main') : place;
	return root.evaluate(
		(top, [source, flags]) => {
			const pattern = new RegExp(source, flags);
			const sizes = [];
			for (const parent of [top, ...top.querySelectorAll('*')]) {
				const byTag = Map.groupBy([...parent.children], (child) => child.tagName);
				for (const children of byTag.values()) {
					const seen = children.filter((child) => child.getBoundingClientRect().height > 0 && (child.innerText ?? '').trim());
					if (seen.length > 1 && seen.every((child) => pattern.test(child.innerText))) sizes.push(seen.length);
				}
			}
			return sizes;
		},
		[having.source, having.flags]
	);
}
