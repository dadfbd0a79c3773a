import { vi, type Mock } from 'vitest';

/** In place of the printer's dialog: counts how often the page asks for it. */
export function heardPrinting(): Mock {
	const print = vi.fn();
	vi.stubGlobal('print', print);
	window.print = print;
	return print;
}
