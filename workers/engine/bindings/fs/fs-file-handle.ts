import { EBADF } from '../../fs/errno';
import type { Runtime } from '../../process/runtime';
import type { Descriptors } from './fs-descriptors';
import { AsyncWrap } from '../streams/handle-wrap';

/** The native half of `fs.promises`' FileHandle: owns one descriptor. */
export function fileHandleClass(runtime: Runtime, descriptors: Descriptors) {
	return class FileHandle extends AsyncWrap {
		#fd: number;
		onread: unknown;

		constructor(fd: number) {
			super();
			this.#fd = fd;
		}

		get fd(): number {
			return this.#fd;
		}

		close(): Promise<void> {
			return new Promise((resolve, reject) => {
				let failure: unknown;
				try {
					this.closeSync();
				} catch (error) {
					failure = error;
				}
				runtime.loop.macro(() => (failure === undefined ? resolve() : reject(failure)));
			});
		}

		closeSync(): void {
			const fd = this.releaseFD();
			if (fd < 0) throw runtime.uvException(EBADF, 'close');
			descriptors.close(fd);
		}

		/** Gives the descriptor away without closing it. */
		releaseFD(): number {
			const fd = this.#fd;
			this.#fd = -1;
			return fd;
		}
	};
}
