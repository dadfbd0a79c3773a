import type { BindingInstaller } from '../../process/runtime';
import { HandleWrap } from '../streams/handle-wrap';

/** Signal handlers: a bit per signal in the slot tells the kernel that this process handles it itself. */
export const signal_wrap: BindingInstaller = (binding, runtime) => {
	const handlers = new Map<number, Signal>();

	class Signal extends HandleWrap {
		onsignal?: (signal: number) => void;
		#signal = 0;

		override isActive(): boolean {
			return this.#signal !== 0;
		}

		start(signal: number): number {
			this.stop();
			this.#signal = signal;
			runtime.memory.setHandled(signal, true);
			handlers.set(signal, this);
			return 0;
		}

		stop(): number {
			if (!this.#signal) return 0;
			runtime.memory.setHandled(this.#signal, false);
			handlers.delete(this.#signal);
			this.#signal = 0;
			return 0;
		}

		protected override onClose(): void {
			this.stop();
		}
	}

	runtime.onKernel.set('signal', ({ signal }: { signal: number }) => {
		runtime.loop.macro(() => handlers.get(signal)?.onsignal?.(signal));
	});
	binding.Signal = Signal;
};
