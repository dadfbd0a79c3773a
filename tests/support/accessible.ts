import '../../src/lib/styles/tokens.css';
import '../../src/lib/styles/base.css';
import './pane.css';
import axe from 'axe-core';
import { expect } from 'vitest';

/** Holds what is drawn to WCAG 2 A and AA, in the page's own styles; says each rule that is broken, and where. */
export async function expectAccessible(element: Element): Promise<void> {
	const { violations } = await axe.run(element, { runOnly: ['wcag2a', 'wcag2aa'], resultTypes: ['violations'] });
	expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
}
