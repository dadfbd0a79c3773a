import { cleanup, configure, render } from '@testing-library/react';
import { App } from '../web/app';
import { startApp } from './harness';

// Slow machines need longer than the second that is the default.
configure({ asyncUtilTimeout: 10_000 });

/** The whole app, pages and server, in one process: fetch goes straight to the server. */
export async function openPage(path: string, role?: string, running?: Awaited<ReturnType<typeof startApp>>) {
	cleanup();
	const server = running ?? (await startApp());
	const user = role ? await server.signIn(role) : server.visitor();
	globalThis.fetch = ((input: string, init?: RequestInit) => user.send(input, init)) as typeof fetch;
	history.replaceState(null, '', path);
	return { ...render(<App />), server, user };
}
