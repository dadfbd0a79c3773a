import { afterAll, beforeAll } from 'vitest';
import type { WebContainer } from '@webcontainer/api';
import { openTab } from '../../../scripts/headless-tab.mjs';

/** One tab for a file's tests, with the public API as its unmodified client sees it. Tests run functions in the page. */

declare global {
	/** The booted one, in the page. */
	var container: WebContainer;
	/** Runs a program's source there; its output is all that it prints. */
	var node: (source: string, options?: object) => Promise<{ code: number; output: string }>;
}

let tab: Awaited<ReturnType<typeof openTab>>;

export function useApiTab(): void {
	beforeAll(async () => {
		tab = await openTab({ workdirName: 'app' });
		await tab.page.evaluate(() => {
			globalThis.node = async (source, options = {}) => {
				const child = await container.spawn('node', ['-e', source], options);
				let output = '';
				const ended = child.output.pipeTo(new WritableStream({ write: (text) => void (output += text) }));
				const code = await child.exit;
				await ended;
				return { code, output };
			};
		});
	});
	afterAll(() => tab.close());
}

export const apiTab = () => tab;
export const inPage = <T, A>(run: (argument: A) => Promise<T> | T, argument?: A) =>
	tab.page.evaluate(run as never, argument as never) as Promise<T>;
