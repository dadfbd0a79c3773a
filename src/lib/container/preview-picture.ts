/** A picture of a page, or why there is none. */
export interface PagePicture {
	/** A JPEG as a data URL. */
	picture?: string;
	/** What keeps a page from being drawn, or what the picture lacks. */
	pictureProblem?: string;
}

/** What a picture may be at most. */
export interface PictureLimits {
	widthPx: number;
	heightPx: number;
	/** Of the JPEG. */
	sizeBytes: number;
}

/**
 * Draws the page from its top as it is now. A page cannot be photographed from outside its origin, so it draws itself: its elements with
 * the styles that the browser has computed, as SVG on a canvas. Pictures of other origins, videos, frames and fonts of the page's own
 * are left out. Printed and injected as text, so it may use nothing from outside.
 * @source SVG 2, foreignObject; Chromium keeps a canvas readable when the SVG came from a data URL
 */
export async function drawPage(limits: PictureLimits): Promise<PagePicture> {
	const MAX_ELEMENTS = 4000;
	const MAX_SVG_CHARS = 6_000_000;
	const PATIENCE_MS = 5000;
	const XHTML = 'http://www.w3.org/1999/xhtml';
	const SIDES = ['top', 'right', 'bottom', 'left'];
	const OWN = [
		...['display', 'position', 'z-index', 'float', 'clear', 'box-sizing', 'width', 'height', 'min-width', 'min-height'],
		...['max-width', 'max-height', 'overflow-x', 'overflow-y', 'vertical-align', 'table-layout', 'aspect-ratio'],
		...SIDES,
		...SIDES.flatMap((side) => [`margin-${side}`, `padding-${side}`]),
		...SIDES.flatMap((side) => ['width', 'style', 'color'].map((part) => `border-${side}-${part}`)),
		...['top-left', 'top-right', 'bottom-left', 'bottom-right'].map((corner) => `border-${corner}-radius`),
		...['flex-direction', 'flex-wrap', 'flex-grow', 'flex-shrink', 'flex-basis', 'order', 'row-gap', 'column-gap'],
		...['justify-content', 'justify-items', 'justify-self', 'align-content', 'align-items', 'align-self'],
		...['grid-template-columns', 'grid-template-rows', 'grid-template-areas', 'grid-auto-flow', 'grid-auto-columns'],
		...['grid-auto-rows', 'grid-column-start', 'grid-column-end', 'grid-row-start', 'grid-row-end'],
		...['background-color', 'background-image', 'background-position', 'background-size', 'background-repeat'],
		...['background-clip', 'box-shadow', 'opacity', 'transform', 'transform-origin', 'filter', 'clip-path', 'object-fit'],
		...['object-position', 'outline-width', 'outline-style', 'outline-color', 'outline-offset', 'appearance'],
		...['text-decoration-line', 'text-decoration-color', 'text-decoration-style', 'text-overflow', 'column-count']
	];
	const INHERITED = [
		...['color', 'font-family', 'font-size', 'font-weight', 'font-style', 'font-variant', 'line-height', 'letter-spacing'],
		...['word-spacing', 'text-align', 'text-transform', 'text-indent', 'text-shadow', 'white-space', 'word-break'],
		...['overflow-wrap', 'direction', 'list-style-type', 'list-style-position', 'visibility', 'border-collapse'],
		...['border-spacing', 'caption-side', 'accent-color', 'color-scheme']
	];
	const OF_SVG = [
		...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-dashoffset'],
		...['stroke-linecap', 'stroke-linejoin', 'stroke-opacity', 'stop-color', 'stop-opacity', 'text-anchor'],
		...['dominant-baseline', 'paint-order', 'vector-effect']
	];
	/** Elements whose look is all in their styles: what browsers give others of their own must be said even where it is usual. */
	const PLAIN = new Set(['div', 'span', 'section', 'article', 'main', 'header', 'footer', 'nav', 'aside']);
	const SKIPPED = /^(script|style|link|meta|template|noscript|source|track|head|title)$/;
	const KEPT = ['type', 'placeholder', 'colspan', 'rowspan', 'span', 'start', 'dir', 'lang', 'open', 'disabled', 'multiple'];
	const EMPTY = ['rows', 'cols', 'size', 'min', 'max', 'step', 'alt'];
	const lacking = new Set<string>();
	let elements = 0;

	const clean = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
	const escaped = (text: string) => clean(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
	const attribute = (name: string, value: string) => ` ${name}="${escaped(value)}"`;
	const blank = document.createElement('canvas');

	/** Of a picture that has loaded, at the size at which it is seen. */
	const dataOf = (image: HTMLImageElement | HTMLCanvasElement): string => {
		try {
			if (image instanceof HTMLCanvasElement) return image.toDataURL();
			if (!image.complete || !image.naturalWidth) return '';
			const scale = Math.min(1, (image.clientWidth || image.naturalWidth) / image.naturalWidth);
			blank.width = Math.max(1, Math.round(image.naturalWidth * scale));
			blank.height = Math.max(1, Math.round(image.naturalHeight * scale));
			blank.getContext('2d')?.drawImage(image, 0, 0, blank.width, blank.height);
			return blank.toDataURL();
		} catch {
			// Of another origin: it may be seen, not read.
			lacking.add('pictures of other origins');
			return '';
		}
	};
	/** A background of the page's own origin. */
	const backgrounds = new Map<string, string>();
	const loadBackground = async (url: string): Promise<void> => {
		if (new URL(url, location.href).origin !== location.origin) return;
		const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
		const blob = await response.blob();
		const reader = new FileReader();
		const read = new Promise((done) => (reader.onloadend = done));
		reader.readAsDataURL(blob);
		await read;
		if (typeof reader.result === 'string') backgrounds.set(url, reader.result);
	};
	const withBackgrounds = (value: string) =>
		value.replace(/url\("([^"]*)"\)/g, (whole, url: string) => {
			if (url.startsWith('data:') || url.startsWith('#')) return whole;
			const data = backgrounds.get(url);
			if (!data) lacking.add('some backgrounds');
			return data ? `url("${data}")` : 'none';
		});

	const styleOf = (
		style: CSSStyleDeclaration,
		parent: CSSStyleDeclaration | undefined,
		isPlain: boolean,
		isSvg: boolean
	): string => {
		const parts: string[] = [];
		for (const name of isSvg ? [...OWN, ...OF_SVG] : OWN) {
			const value = style.getPropertyValue(name);
			const isUsual = /^(?:none|auto|normal|0px|0|static|visible|nowrap|row|1|currentcolor|rgba\(0, 0, 0, 0\))$/.test(value);
			// Of an element without looks of its own, what is usual need not be said; but some of these words are usual elsewhere only.
			if (isPlain && isUsual && !/^(display|flex-shrink|align-self|justify-self|min-|opacity)/.test(name)) continue;
			if (value) parts.push(`${name}:${name === 'background-image' ? withBackgrounds(value) : value}`);
		}
		for (const name of INHERITED) {
			const value = style.getPropertyValue(name);
			if (value && (!isPlain || value !== parent?.getPropertyValue(name))) parts.push(`${name}:${value}`);
		}
		return `${parts.join(';')};animation:none;transition:none`;
	};

	const pseudo = (element: Element, which: '::before' | '::after'): string => {
		const style = getComputedStyle(element, which);
		const content = style.content;
		if (!content || content === 'none' || content === 'normal' || style.display === 'none') return '';
		const text = /^"((?:[^"\\]|\\.)*)"$/.exec(content)?.[1] ?? '';
		const own = styleOf(style, getComputedStyle(element), false, false);
		return `<span${attribute('style', own)}>${escaped(text.replace(/\\(.)/g, '$1'))}</span>`;
	};

	const attributesOf = (element: Element, isSvg: boolean): string => {
		if (isSvg)
			return [...element.attributes]
				.filter(({ name, value }) => !/^(style|class|on.*|xmlns.*)$/.test(name) && (!/href$/.test(name) || value.startsWith('#')))
				.map(({ name, value }) => attribute(name === 'xlink:href' ? 'href' : name, value))
				.join('');
		const kept = [...KEPT, ...EMPTY].flatMap((name) => {
			const value = element.getAttribute(name);
			return value === null ? [] : [attribute(name, value)];
		});
		if (element instanceof HTMLInputElement) {
			if (/^(checkbox|radio)$/.test(element.type)) kept.push(element.checked ? attribute('checked', '') : '');
			else if (!/^(file|image)$/.test(element.type))
				kept.push(attribute('value', element.type === 'password' ? '*'.repeat(element.value.length) : element.value));
		}
		if (element instanceof HTMLOptionElement && element.selected) kept.push(attribute('selected', ''));
		if (element instanceof HTMLProgressElement && element.hasAttribute('value'))
			kept.push(attribute('value', `${element.value}`));
		if (element instanceof HTMLMeterElement) kept.push(attribute('value', `${element.value}`));
		return kept.join('');
	};

	const draw = (node: Node, parent: CSSStyleDeclaration | undefined): string => {
		if (node.nodeType === Node.TEXT_NODE) return escaped(node.nodeValue ?? '');
		if (!(node instanceof Element)) return '';
		const tag = node.localName;
		if (SKIPPED.test(tag)) return '';
		const style = getComputedStyle(node);
		const isSvg = node instanceof SVGElement;
		// What is not displayed may still be drawn by another part of a picture.
		if (style.display === 'none' && !isSvg) return '';
		if (++elements > MAX_ELEMENTS) {
			lacking.add(`all after the first ${MAX_ELEMENTS} elements`);
			return '';
		}
		const look = attribute('style', styleOf(style, parent, PLAIN.has(tag), isSvg));
		if (node instanceof HTMLImageElement || node instanceof HTMLCanvasElement) {
			const data = dataOf(node);
			return data ? `<img src="${data}"${look} />` : `<div${look}></div>`;
		}
		if (/^(video|iframe|object|embed)$/.test(tag)) {
			lacking.add(`what is in ${tag} elements`);
			return `<div${look}></div>`;
		}
		const inside =
			node instanceof HTMLTextAreaElement
				? escaped(node.value)
				: pseudo(node, '::before') + [...node.childNodes].map((child) => draw(child, style)).join('') + pseudo(node, '::after');
		const space = tag === 'svg' ? attribute('xmlns', 'http://www.w3.org/2000/svg') : '';
		const name = tag === 'body' || tag.includes('-') ? 'div' : tag;
		return `<${name}${space}${attributesOf(node, isSvg)}${look}>${inside}</${name}>`;
	};

	/** Smaller and coarser until it fits. */
	const compressed = (canvas: HTMLCanvasElement): string | undefined => {
		let drawn = canvas;
		for (const scale of [1, 0.75, 0.5]) {
			if (scale < 1) {
				drawn = document.createElement('canvas');
				drawn.width = Math.round(canvas.width * scale);
				drawn.height = Math.round(canvas.height * scale);
				drawn.getContext('2d')?.drawImage(canvas, 0, 0, drawn.width, drawn.height);
			}
			for (const quality of [0.8, 0.55]) {
				const url = drawn.toDataURL('image/jpeg', quality);
				if ((url.length * 3) / 4 <= limits.sizeBytes) return url;
			}
		}
		return undefined;
	};

	const root = document.documentElement;
	const width = root.clientWidth;
	const height = Math.min(
		Math.max(root.scrollHeight, window.innerHeight),
		Math.round((limits.heightPx * width) / Math.min(width, limits.widthPx))
	);
	if (!width || !height) return { pictureProblem: 'the page has no size.' };
	const urls = [...document.querySelectorAll('*')].flatMap((element) =>
		[...getComputedStyle(element).backgroundImage.matchAll(/url\("([^"]*)"\)/g)].map(([, url = '']) => url)
	);
	const wanted = [...new Set(urls)].filter((url) => url && !/^(data:|#)/.test(url)).slice(0, 20);
	await Promise.allSettled(wanted.map(loadBackground));

	const pageStyle = getComputedStyle(root);
	const body = draw(document.body, pageStyle);
	const inherited = styleOf(pageStyle, undefined, true, false);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%"><div xmlns="${XHTML}"${attribute('style', `${inherited};width:${width}px;height:${height}px;overflow:hidden;position:relative`)}>${body}</div></foreignObject></svg>`;
	if (svg.length > MAX_SVG_CHARS) return { pictureProblem: 'the page is too large to be drawn.' };
	try {
		const image = new Image();
		image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
		await Promise.race([
			image.decode(),
			new Promise((_, fail) => setTimeout(() => fail(new Error('it took too long')), PATIENCE_MS))
		]);
		const scale = Math.min(1, limits.widthPx / width);
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(width * scale);
		canvas.height = Math.round(height * scale);
		const context = canvas.getContext('2d');
		if (!context) return { pictureProblem: 'there is no canvas to draw it on.' };
		const base = [pageStyle, getComputedStyle(document.body)].map((style) => style.backgroundColor);
		context.fillStyle = base.find((colour) => !/^rgba\(.*, 0\)$|^transparent$/.test(colour)) ?? 'white';
		context.fillRect(0, 0, canvas.width, canvas.height);
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		const picture = compressed(canvas);
		if (!picture) return { pictureProblem: `it would be larger than ${Math.round(limits.sizeBytes / 1000)} kB.` };
		return { picture, ...(lacking.size ? { pictureProblem: `it lacks ${[...lacking].join(', ')}.` } : {}) };
	} catch (error) {
		// A tainted canvas, or a policy of the page that admits no pictures of its own making.
		const name = error instanceof DOMException && error.name === 'SecurityError';
		return {
			pictureProblem: name ? 'the browser does not let a page draw itself.' : `it could not be drawn (${String(error)}).`
		};
	}
}
