import { expect, test } from 'vitest';
import { AppStart } from '../../../src/lib/app/project/app-start';
import { AppError } from '../../../src/lib/domain/app-error';

/** An app whose engine boots, or fails to, when told. */
function startOf() {
	let refuse: (error: Error) => void = () => undefined;
	const app = new AppStart({
		boot: () => new Promise((_, reject) => (refuse = reject)),
		readFiles: async () => new Map(),
		restoreTools: async () => undefined,
		servers: () => [],
		signal: new AbortController().signal
	});
	return { app, refuse: (error: Error) => refuse(error) };
}

/** Whether a promise is settled by the next turn of the event loop. */
const isSettled = (promise: Promise<unknown>) =>
	Promise.race([promise.then(() => true), new Promise((resolve) => setTimeout(() => resolve(false)))]);

test('nobody waits for files that no start brings, as after a run in this tab', async () => {
	const { app } = startOf();
	expect(await isSettled(app.filesSettled)).toBe(true);
});

test('files are waited for while a start brings them, and no longer than it lasts', async () => {
	const { app, refuse } = startOf();
	const started = app.run();
	const first = app.filesSettled;
	expect(await isSettled(first)).toBe(false);
	refuse(new AppError('CONTAINER_BOOT', 'No engine.'));
	expect(await started).toBe(true);
	expect(await isSettled(first)).toBe(true);
	expect(app.status).toMatchObject({ state: 'failed', error: { code: 'CONTAINER_BOOT' } });
	app.fail(new AppError('CONTAINER_BOOT', 'No engine.'));
	void app.run();
	expect(await isSettled(app.filesSettled)).toBe(false);
});
