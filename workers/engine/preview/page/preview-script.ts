/**
 * Runs before everything else in each page of a preview. `data-errors` of its element: `all`, `exceptions-only` or absent.
 */
import { keepCookiesOnHost } from './host-cookies';
import { reportErrors } from './page-errors';
import { installSockets } from '../sockets/page-sockets';
import { linkSharedWorkers } from './shared-workers';
import type { PageToWorker } from '../protocol';

function post(message: PageToWorker, transfer: Transferable[] = []): void {
	const { serviceWorker } = navigator;
	if (serviceWorker.controller) return serviceWorker.controller.postMessage(message, transfer);
	// After a forced reload a page has no worker of its own, but there is one.
	void serviceWorker.ready.then(({ active }) => active?.postMessage(message, transfer));
}

const element = document.currentScript as HTMLScriptElement | null;
const kinds = element?.dataset.errors;
// A page that compares its document with what its server sent must not find us in it.
element?.remove();
keepCookiesOnHost();
installSockets(post);
linkSharedWorkers(post);
if (kinds === 'all' || kinds === 'exceptions-only') reportErrors(kinds, (message) => post({ type: 'preview-message', message }));

export {};
