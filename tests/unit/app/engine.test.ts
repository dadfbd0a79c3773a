import { describe, expect, it } from 'vitest';
import { Engine, type Bootable } from '../../../src/lib/app/project/engine';
import type { PreviewServer } from '../../../src/lib/app/ports';
import { AppError } from '../../../src/lib/domain/app-error';

/** An engine by hand: it boots at once, and dies and serves when told to. */
class HandEngine implements Bootable {
	readonly #death = new AbortController();
	readonly death = this.#death.signal;
	serve: (server: PreviewServer) => void = () => undefined;
	close: (port: number) => void = () => undefined;
	isDisposed = false;

	onServerReady(listener: (server: PreviewServer) => void): void {
		this.serve = listener;
	}
	onServerClosed(listener: (port: number) => void): void {
		this.close = listener;
	}
	async dispose(): Promise<void> {
		this.isDisposed = true;
	}
	die(): void {
		this.#death.abort(new AppError('ENGINE_DIED', 'It has died.'));
	}
}
const server = (port: number): PreviewServer => ({ port, url: `http://p${port}.localhost` });

describe('an engine', () => {
	it('is booted once for all who ask', async () => {
		let boots = 0;
		const engine = new Engine(async () => (boots++, new HandEngine()));
		expect(await engine.boot()).toBe(await engine.boot());
		expect(boots).toBe(1);
	});
	it('is tried again after a boot that failed', async () => {
		let boots = 0;
		const engine = new Engine(async () => {
			if (++boots === 1) throw new Error('no frame');
			return new HandEngine();
		});
		await expect(engine.boot()).rejects.toThrow('no frame');
		expect(engine.current).toBeUndefined();
		await expect(engine.boot()).resolves.toBeInstanceOf(HandEngine);
	});
	it('tells which servers are up, the first one first', async () => {
		const engine = new Engine(async () => new HandEngine());
		const seen: number[][] = [];
		engine.serversChanged.subscribe(() => seen.push(engine.servers.map(({ port }) => port)));
		const container = await engine.boot();
		container.serve(server(4000));
		container.serve(server(3000));
		container.close(4000);
		container.close(4000);
		expect(seen).toEqual([[4000], [4000, 3000], [3000]]);
	});
	it('that has died is followed by another only once the person wants it', async () => {
		const engine = new Engine(async () => new HandEngine());
		const fell: string[] = [];
		engine.fell.subscribe(({ code }) => fell.push(code));
		const first = await engine.boot();
		first.serve(server(3000));
		first.die();
		expect([fell, engine.servers, first.isDisposed]).toEqual([['ENGINE_DIED'], [], true]);
		await expect(engine.boot()).rejects.toMatchObject({ code: 'ENGINE_DIED' });
		const waiting = engine.bootWhenAllowed();
		expect([engine.restart(), engine.restart()]).toEqual([true, false]);
		expect(await waiting).not.toBe(first);
	});
	it('of a closed project is gone before the next project boots one', async () => {
		const engine = new Engine(async () => new HandEngine());
		const last = await engine.boot();
		engine.dispose();
		engine.dispose();
		await expect(engine.boot()).rejects.toMatchObject({ code: 'PROJECT_CLOSED' });
		await new Engine(async () => new HandEngine()).boot();
		expect(last.isDisposed).toBe(true);
	});
});
