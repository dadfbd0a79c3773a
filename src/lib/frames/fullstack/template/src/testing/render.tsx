import { cleanup, configure, getConfig, render } from '@testing-library/react';
import { App } from '../web/app';
import { startApp } from './harness';
import { idle } from './idle';

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

/** The whole app, pages and server, in one process: fetch goes straight to the server. */
export async function openPage(path: string, role?: string, running?: Awaited<ReturnType<typeof startApp>>) {
	cleanup();
	const server = running ?? (await startApp());
	const user = role ? await server.signIn(role) : server.visitor();
	globalThis.fetch = ((input: string, init?: RequestInit) => user.send(input, init)) as typeof fetch;
	history.replaceState(null, '', path);
	return { ...render(<App />), server, user };
}
