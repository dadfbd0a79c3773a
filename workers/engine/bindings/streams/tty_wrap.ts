import type { BindingInstaller } from '../../process/runtime';
import { RingStream } from './ring-stream';

/** Terminals: the two rings of a tty; its size stands in the process's slot, raw mode is the kernel's. */
export const tty_wrap: BindingInstaller = (binding, runtime) => {
	binding.isTTY = (fd: number) => runtime.fds.get(fd)?.kind === 'tty';
	binding.TTY = class TTY extends RingStream {
		constructor(fd: number, context: Record<string, unknown>) {
			super();
			const descriptor = runtime.fds.get(fd);
			if (descriptor?.kind !== 'tty') {
				runtime.handles.delete(this);
				Object.assign(context, { code: 'EINVAL', errno: -22, syscall: 'uv_tty_init', message: 'invalid argument' });
				return;
			}
			if (fd === 0) this.attach(descriptor.readRing, 0, fd);
			else this.attach(0, descriptor.writeRing, fd);
		}

		getWindowSize(size: number[]): number {
			size[0] = runtime.memory.columns || 80;
			size[1] = runtime.memory.rows || 24;
			return 0;
		}

		setRawMode(mode: number | boolean): number {
			return runtime.syscall<'setRawMode'>({ op: 'setRawMode', isRaw: Boolean(mode) }).errno ?? 0;
		}
	};
};
