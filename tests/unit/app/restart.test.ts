import { expect, it } from 'vitest';
import type { Container, Server } from '../../../src/lib/container/container';
import { restartApp } from '../../../src/lib/app/project/restart';

const SCRIPTS = '{"scripts":{"dev":"vite"}}';

/** A container whose npm says a line, then ends with the code given for its first argument; a `run` without one listens. */
function openContainer(codes: Record<string, number>) {
	const written = new Map<string, unknown>();
	const commands: string[] = [];
	const listeners = new Set<(server: Server) => void>();
	let speak: (line: string) => void = () => undefined;
	const container = {
		writeFile: async (path: string, content: unknown) => void written.set(path, content),
		spawn: async (command: string, args: string[]) => {
			commands.push([command, ...args].join(' '));
			const code = codes[args[0] ?? ''];
			if (code === undefined) setTimeout(() => listeners.forEach((tell) => tell({ port: 3000, url: 'http://p3000' })));
			const output = new ReadableStream<string>({
				start: (controller) => {
					controller.enqueue(`\u001b[2m${args[0]} speaks\u001b[0m\r\n`);
					if (code !== undefined) controller.close();
					else speak = (line) => controller.enqueue(line);
				}
			});
			const exit =
				code === undefined ? new Promise<number>(() => undefined) : new Promise<number>((done) => setTimeout(done, 5, code));
			return { output, exit, kill: () => undefined };
		},
		onServerReady: (listener: (server: Server) => void) => (listeners.add(listener), () => listeners.delete(listener))
	} as unknown as Container;
	const steps: string[] = [];
	const start = (files: Record<string, string | Uint8Array>, isRestored = false) =>
		restartApp({
			boot: async () => container,
			readFiles: async () => new Map(Object.entries(files)),
			restoreTools: async () => void commands.push('restore tools'),
			isRestored,
			onRestored: () => steps.push('restored'),
			onStep: (step, detail) => steps.push(detail ? `${step}: ${detail}` : step),
			signal: new AbortController().signal
		});
	return { start, steps, written, commands, speak: (line: string) => speak(line) };
}

it('restores, installs and starts, and says each step', async () => {
	const { start, steps, written, commands, speak } = openContainer({ ci: 0 });
	const dot = new Uint8Array([137, 0]);
	expect(await start({ 'package.json': SCRIPTS, 'package-lock.json': '{}', 'dot.png': dot })).toBe(true);
	speak('later');
	await new Promise((done) => setTimeout(done));
	expect(written.get('dot.png')).toBe(dot);
	expect(commands).toEqual(['npm ci --no-audit --no-fund', 'restore tools', 'npm run dev']);
	expect(steps).toEqual([
		...['Starting the engine', 'Restoring files: 3 files', 'restored'],
		...['Installing packages', 'Installing packages: ci speaks', 'Starting the app', 'Starting the app: run speaks']
	]);
});
it('keeps what lies in the engine when it starts the app again', async () => {
	const { start, written } = openContainer({ install: 0 });
	expect(await start({ 'package.json': SCRIPTS }, true)).toBe(true);
	expect(written.size).toBe(0);
});
it('tells what npm said when packages or the app fail', async () => {
	await expect(openContainer({ install: 1 }).start({ 'package.json': SCRIPTS })).rejects.toMatchObject({
		code: 'INSTALL_FAILED',
		data: { log: 'install speaks' }
	});
	await expect(openContainer({ install: 0, run: 1 }).start({ 'package.json': SCRIPTS })).rejects.toMatchObject({
		code: 'START_FAILED',
		data: { log: 'run speaks' }
	});
});
it('has nothing to start without a script, but the files are there', async () => {
	const { start, commands, written } = openContainer({});
	expect(await start({ 'README.md': '' })).toBe(false);
	expect([commands, [...written.keys()]]).toEqual([[], ['README.md']]);
});
it('serves a plain page without installing anything', async () => {
	const { start, commands } = openContainer({});
	expect(await start({ 'index.html': '<h1>Hi</h1>' })).toBe(true);
	expect(commands.map((command) => command.slice(0, 7))).toEqual(['node -e']);
});
