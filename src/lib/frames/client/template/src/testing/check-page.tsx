import { cleanup, configure, getConfig, render, screen, within, type BoundFunctions, type queries } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest';
import { app } from '../app';
import type { PageDefinition } from '../core/app';
import { App } from '../web/app';
import { idle } from './idle';
import { user, type User } from './user';

const { asyncWrapper } = getConfig();
configure({
	// Slow machines need longer than the second that is the default.
	asyncUtilTimeout: 10_000,
	// The library waits one setTimeout for React, which works in steps of setImmediate: where timers come first, that is no wait at all.
	asyncWrapper: (find) =>
		asyncWrapper(async () => {
			const found = await find();
			await idle();
			return found;
		})
});

export interface CheckContext<P> {
	parameters: P;
	/** What the block shows: `view.getByRole('button', { name: 'Start' })`. */
	view: BoundFunctions<typeof queries>;
	/** The whole page, header and dialogs too. */
	page: typeof screen;
	user: User;
}

/** What tests may ask of a block, by the name of a criterion's kind. */
export type Checks<P> = Record<string, (context: CheckContext<P>) => Promise<void> | void>;

interface Case {
	/** Of the criterion, as 'R1.1', and what it says. */
	id: string;
	text: string;
	/** Which block of the page, from 0; all of the page where it is left out. */
	at?: number;
	// The laid test hands each block's own checks to it: the parameters fit.
	check: (context: CheckContext<never>) => Promise<void> | void;
}

/** One test per criterion: opens the page afresh, with nothing kept on the device, and asks the block. */
export function checkPage(page: PageDefinition, cases: readonly Case[]): void {
	let complaints: MockInstance<typeof console.error>;
	beforeEach(() => {
		localStorage.clear();
		complaints = vi.spyOn(console, 'error');
	});
	afterEach(() => {
		cleanup();
		vi.useRealTimers();
		expect(
			complaints.mock.calls.map(([what]) => String(what)),
			'what the page complained of'
		).toEqual([]);
		complaints.mockRestore();
	});
	for (const { id, text, at, check } of cases)
		it(`${id} ${text}`, async () => {
			const { container } = openPage(page.path);
			await idle();
			const block = at === undefined ? container : container.querySelector<HTMLElement>(`[data-at="${at}"]`);
			if (!block) throw new Error(`The page ${page.path} has no block ${at}; it has ${page.blocks.length}.`);
			await check({ parameters: page.blocks[at ?? -1]?.parameters as never, view: within(block), page: screen, user });
		});
}

/** The whole app at an address. */
export function openPage(path: string) {
	history.replaceState(null, '', path);
	return render(<App app={app} />);
}
