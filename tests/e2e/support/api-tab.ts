import { afterAll, beforeAll } from 'vitest';
import type { WebContainer } from '@webcontainer/api';
import { openTab } from '../../../scripts/headless-tab.mjs';

/** One tab for a file's tests, with the public API as its unmodified client sees it. Tests run functions in the page. */

declare global {
	/** The booted one, in the page. */
	var container: WebContainer;
	/** Runs a program's source there; its output is all that it prints. */
	var node: (source: string, options?: object) => Promise<{ code: number; output: string }>;
	/** Opens a shell there. `play` waits for its prompt, then sends keys step by step, each until something is shown; `exit` ends it. */
	var openShell: () => Promise<{ play(steps: [keys: string, shown: string][]): Promise<void>; exit(): Promise<number> }>;
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
			globalThis.openShell = async () => {
				const shell = await container.spawn('jsh', [], { terminal: { cols: 80, rows: 24 } });
				let output = '';
				void shell.output.pipeTo(new WritableStream({ write: (text) => void (output += text.replaceAll('\r', '')) }));
				const input = shell.input.getWriter();
				const shows = async (text: string) => {
					for (let tries = 0; !output.includes(text); tries++) {
						if (tries > 400) throw new Error(`no ${text} in ${JSON.stringify(output)}`);
						await new Promise((done) => setTimeout(done, 25));
					}
					output = '';
				};
				return {
					async play(steps) {
						await shows('❯');
						for (const [keys, shown] of steps) {
							await input.write(keys);
							await shows(shown);
						}
					},
					async exit() {
						await input.write('\x04');
						return shell.exit;
					}
				};
			};
		});
	});
	afterAll(() => tab.close());
}

export const apiTab = () => tab;
export const inPage = <T, A>(run: (argument: A) => Promise<T> | T, argument?: A) =>
	tab.page.evaluate(run as never, argument as never) as Promise<T>;
