/** Colours as the eye meets them: of the ground, of the components, and whether text can be read on both. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Of the page's points, how many at least have the ground's colour: cards and bands may cover the rest. */
const GROUND_SHARE = 0.25;

/**
 * Asks the pages at `paths` (all that a visitor reaches without) for the colours by name.
 * @param {{ ground: string, part: string, paths?: string[], also?: string, alsoName?: string }} wanted '#rrggbb' each;
 *   `also`: a CSS selector of which something must have the component's colour
 */
export async function asksColours(visit, { ground, part, paths, also, alsoName = also }) {
	const found = { buttons: 0, otherButtons: 0, menu: false, boxes: false, also: false };
	for (const path of paths ?? visit.pages.slice(0, 8).map((page) => page.path)) {
		await visit.open(path);
		const seen = await visit.page.evaluate(readColours, { ground, part, also });
		visit.must(seen.body === ground, `${path}: the background is ${seen.body}, not ${ground}`);
		visit.never(
			seen.share < GROUND_SHARE,
			`${path}: only ${Math.round(seen.share * 100)} % of the page has the background's colour`
		);
		found.buttons += seen.buttons;
		found.otherButtons += seen.otherButtons;
		found.menu ||= seen.menu;
		found.boxes ||= seen.boxes;
		found.also ||= seen.also;
		const unreadable = await unreadableOn(visit.page);
		visit.never(unreadable.length, `${path}: text that is hard to read: ${unreadable.join(', ')}`);
	}
	visit.must(found.buttons > 0, `no button has ${part}`);
	visit.never(
		found.otherButtons > found.buttons,
		`${found.otherButtons} filled buttons have another colour, ${found.buttons} have ${part}`
	);
	visit.must(found.menu, `nothing in header and menu has ${part}`);
	visit.must(found.boxes, `no card or box has ${part} as fill, edge or heading`);
	if (also) visit.must(found.also, `no ${alsoName} has ${part}`);
}

/** Text without contrast enough (WCAG AA), by its words. */
export async function unreadableOn(page) {
	await page.evaluate(AXE);
	const result = await page.evaluate(() => globalThis.axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] }));
	return result.violations.flatMap(({ nodes }) =>
		nodes.map(({ html }) => html.replace(/<[^>]*>/g, '').slice(0, 30) || html.slice(0, 40))
	);
}

/** Runs in the page. */
function readColours({ ground, part, also }) {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = 1;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	const known = new Map();
	/** '#rrggbb', or '' for what is not opaque. */
	const hex = (colour) => {
		if (known.has(colour)) return known.get(colour);
		context.clearRect(0, 0, 1, 1);
		context.fillStyle = colour;
		context.fillRect(0, 0, 1, 1);
		const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
		const text = a < 250 ? '' : `#${[r, g, b].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
		known.set(colour, text);
		return text;
	};
	const near = (one, other) =>
		!!one && [1, 3, 5].every((at) => Math.abs(parseInt(one.slice(at, at + 2), 16) - parseInt(other.slice(at, at + 2), 16)) <= 3);
	const fillOf = (element) => hex(getComputedStyle(element).backgroundColor);
	const isSeen = (element) => {
		const { width, height } = element.getBoundingClientRect();
		return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden';
	};
	const shows = (element) => {
		const style = getComputedStyle(element);
		const edges = ['Top', 'Right', 'Bottom', 'Left'].filter((side) => parseFloat(style[`border${side}Width`]) > 0);
		const colours = [style.backgroundColor, ...edges.map((side) => style[`border${side}Color`])];
		if (element instanceof SVGElement) colours.push(style.fill, style.stroke);
		if ([...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) colours.push(style.color);
		return colours.some((colour) => near(hex(colour), part));
	};
	const within = (selector) =>
		[...document.querySelectorAll(selector)].flatMap((element) => [element, ...element.querySelectorAll('*')]).filter(isSeen);
	const bodyFill = fillOf(document.body) || fillOf(document.documentElement) || '#ffffff';
	const buttons = [...document.querySelectorAll('button, [role=button], input[type=submit], main a, header a')]
		.filter(isSeen)
		.map(fillOf)
		.filter((fill) => fill && !near(fill, ground) && fill !== '#ffffff');
	const main = document.querySelector('main') ?? document.body;
	const boxes = [...main.querySelectorAll('*')].filter(
		(element) => isSeen(element) && !element.closest('button, a, [role=button]')
	);
	let points = 0;
	let onGround = 0;
	for (let x = 8; x < innerWidth; x += 24)
		for (let y = 8; y < innerHeight; y += 24) {
			const stack = document.elementsFromPoint(x, y);
			const fill = stack.map(fillOf).find(Boolean) ?? bodyFill;
			points++;
			if (near(fill, ground)) onGround++;
		}
	return {
		body: near(bodyFill, ground) ? ground : bodyFill,
		share: onGround / points,
		buttons: buttons.filter((fill) => near(fill, part)).length,
		otherButtons: buttons.filter((fill) => !near(fill, part)).length,
		menu: within('header, nav, [role=banner], [role=navigation]').some(shows),
		boxes: boxes.some(shows),
		also: also ? within(also).some(shows) : true
	};
}
