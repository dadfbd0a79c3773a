/** What a page tells assistive technology: an element a line, deeper ones indented. */
export interface PageTree {
	tree: string;
	/** How much wider the page is than its window, in CSS pixels. */
	overflowPx: number;
}

/**
 * Reads a page's accessibility tree as text: `button "Save" disabled`, `heading 2 "Orders"`, `text "3 of 7"`. Near enough to what browsers
 * compute to work with; they tell pages nothing of theirs. Printed and injected as text, so it may use nothing from outside.
 */
export function readTree(): PageTree {
	const MAX_LINES = 250;
	const MAX_NAME = 120;
	const ROLES: Record<string, string> = {
		...{ nav: 'navigation', main: 'main', header: 'banner', footer: 'contentinfo', aside: 'complementary', form: 'form' },
		...{ ul: 'list', ol: 'list', li: 'listitem', table: 'table', tr: 'row', th: 'columnheader', td: 'cell', dialog: 'dialog' },
		...{ button: 'button', select: 'combobox', textarea: 'textbox', img: 'img', article: 'article', fieldset: 'group' },
		...{ progress: 'progressbar', meter: 'meter', summary: 'button', option: 'option', figure: 'figure', iframe: 'iframe' }
	};
	const INPUTS: Record<string, string> = {
		...{ checkbox: 'checkbox', radio: 'radio', range: 'slider', search: 'searchbox', number: 'spinbutton' },
		...{ button: 'button', submit: 'button', reset: 'button', image: 'button', hidden: '' }
	};
	/** Those that are called by what stands in them, and hold nothing else worth a line. */
	const NAMED_BY_CONTENT = new Set(['button', 'link', 'heading', 'option', 'tab', 'columnheader', 'menuitem', 'switch']);
	const lines: string[] = [];

	const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
	const short = (text: string) => (text.length > MAX_NAME ? `${text.slice(0, MAX_NAME)}...` : text);
	const roleOf = (element: Element): string => {
		const given = element.getAttribute('role')?.split(' ')[0];
		if (given) return given === 'presentation' || given === 'none' ? '' : given;
		const tag = element.tagName.toLowerCase();
		if (tag === 'a') return element.hasAttribute('href') ? 'link' : '';
		if (/^h[1-6]$/.test(tag)) return 'heading';
		if (tag === 'input') return INPUTS[(element as HTMLInputElement).type] ?? 'textbox';
		if (tag === 'section') return element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby') ? 'region' : '';
		return ROLES[tag] ?? '';
	};
	const nameOf = (element: Element, role: string): string => {
		const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
		const by = clean(ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
		const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '').join(' ');
		const content = NAMED_BY_CONTENT.has(role) ? element.textContent : '';
		const attribute = (name: string) => element.getAttribute(name);
		const candidates = [
			by,
			attribute('aria-label'),
			labels,
			attribute('alt'),
			content,
			attribute('title'),
			attribute('placeholder')
		];
		return candidates.map(clean).find(Boolean) ?? '';
	};
	const statesOf = (element: Element, role: string): string[] => {
		const field = element as HTMLInputElement;
		const on = (name: string) => element.getAttribute(`aria-${name}`);
		const states = ['expanded', 'selected', 'pressed', 'current', 'busy', 'sort'].flatMap((name) =>
			on(name) && on(name) !== 'false' ? [on(name) === 'true' ? name : `${name}=${on(name)}`] : []
		);
		if (on('expanded') === 'false') states.push('collapsed');
		if (field.disabled || on('disabled') === 'true') states.push('disabled');
		if (field.required || on('required') === 'true') states.push('required');
		if (on('invalid') === 'true') states.push('invalid');
		if (field.checked || on('checked') === 'true') states.push('checked');
		if (/^(textbox|searchbox|spinbutton|slider|combobox)$/.test(role) && field.value && field.type !== 'password')
			states.push(`value="${short(clean(field.value))}"`);
		return states;
	};
	const isHidden = (element: Element): boolean =>
		element.getAttribute('aria-hidden') === 'true' ||
		/^(script|style|template|noscript|link|meta)$/i.test(element.tagName) ||
		(typeof element.checkVisibility === 'function' && !element.checkVisibility({ checkVisibilityCSS: true }));

	const walk = (node: Node, depth: number): void => {
		if (lines.length >= MAX_LINES) return;
		if (node.nodeType === Node.TEXT_NODE) {
			const text = clean(node.textContent);
			if (text) lines.push(`${'  '.repeat(depth)}text "${short(text)}"`);
			return;
		}
		if (node.nodeType !== Node.ELEMENT_NODE) return;
		const element = node as Element;
		if (isHidden(element)) return;
		const role = roleOf(element);
		let below = depth;
		if (role) {
			const level = role === 'heading' ? ` ${element.getAttribute('aria-level') ?? element.tagName.slice(1)}` : '';
			const name = nameOf(element, role);
			lines.push(
				`${'  '.repeat(depth)}${[`${role}${level}`, ...(name ? [`"${short(name)}"`] : []), ...statesOf(element, role)].join(' ')}`
			);
			below = depth + 1;
			if (NAMED_BY_CONTENT.has(role) || role === 'img' || role === 'combobox' || role === 'textbox') return;
		}
		for (const child of element.childNodes) walk(child, below);
	};
	walk(document.body, 0);
	if (lines.length >= MAX_LINES) lines.push('... (more)');
	const { scrollWidth, clientWidth } = document.documentElement;
	return { tree: lines.join('\n'), overflowPx: Math.max(0, scrollWidth - clientWidth) };
}
