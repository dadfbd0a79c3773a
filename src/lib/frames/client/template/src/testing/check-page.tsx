import { cleanup, configure, getConfig, render, screen, within, type BoundFunctions, type queries } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest';
import { app } from '../app';
import { setAccount } from '../core/account';
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

/** What a block shows: `view.getByRole('button', { name: 'Start' })`. */
export type View = BoundFunctions<typeof queries>;

export interface CheckContext<P> {
	parameters: P;
	view: View;
	/** The whole page, header and dialogs too. */
	page: typeof screen;
	user: User;
	/** Opens the page afresh as a new visit does, or another address; the device has kept what it keeps. Answers with the block's new view. */
	reload: (path?: string) => Promise<View>;
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
		setAccount();
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
			const visit = async (path: string) => {
				cleanup();
				const { container } = openPage(path);
				await idle();
				const block = at === undefined ? container : container.querySelector<HTMLElement>(`[data-at="${at}"]`);
				if (!block) throw new Error(`The page ${path} has no block ${at}; it has ${page.blocks.length}.`);
				return within(block);
			};
			const view = await visit(page.path);
			const reload = (path = location.pathname + location.search) => visit(path);
			await check({ parameters: page.blocks[at ?? -1]?.parameters as never, view, page: screen, user, reload });
		});
}

/** The whole app at an address. */
export function openPage(path: string) {
	history.replaceState(null, '', path);
	return render(<App app={app} />);
}
