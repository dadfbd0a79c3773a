import type { BindingInstaller } from '../../process/runtime';
import { callLater, HandleWrap } from '../streams/handle-wrap';

/** `internalBinding('fs_event_wrap')`: the kernel sees the changes of all processes and posts the watched ones. */
export const fs_event_wrap: BindingInstaller = (binding, runtime) => {
	const watches = new Map<number, FSEvent>();
	let lastWatchId = 0;

	class FSEvent extends HandleWrap {
		#watchId = 0;
		onchange?: (status: number, event: string, name: unknown) => void;
		encoding: unknown;

		get initialized(): boolean {
			return this.#watchId !== 0;
		}

		override isActive(): boolean {
			return this.initialized;
		}

		/** 0 or a negative errno. */
		start(path: string, isPersistent: boolean, isRecursive: boolean, encoding?: unknown): number {
			const inode = runtime.fs.walk(path.startsWith('/') ? path : `${runtime.cwd()}/${path}`);
			if (inode < 0) return inode;
			this.#watchId = ++lastWatchId;
			this.encoding = encoding;
			watches.set(this.#watchId, this);
			if (isPersistent === false) this.unref();
			runtime.fs.countWatches(1);
			runtime.post({ type: 'watch', watchId: this.#watchId, inode, isRecursive: Boolean(isRecursive) });
			return 0;
		}

		protected override onClose(): void {
			if (!this.#watchId) return;
			watches.delete(this.#watchId);
			runtime.post({ type: 'unwatch', watchId: this.#watchId });
			this.#watchId = 0;
		}
	}

	binding.FSEvent = FSEvent;
	runtime.onKernel.set('watchEvent', (message: { watchId: number; event: string; name: string }) => {
		const watch = watches.get(message.watchId);
		if (!watch) return;
		const name = watch.encoding === 'buffer' ? runtime.Buffer.from(message.name) : message.name;
		callLater(watch, () => {
			if (!watch.isClosed) watch.onchange?.(0, message.event, name);
		});
	});
};
