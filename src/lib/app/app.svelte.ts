import type { AppPorts } from './ports';
import { Settings } from './settings.svelte';

/** The one place the screens reach the app through: settings, and the ports once they are connected. */
class App {
	#ports: AppPorts | undefined = $state.raw();
	#error: Error | undefined = $state.raw();
	#settle!: { resolve(ports: AppPorts): void; reject(error: Error): void };
	/** The ports, once they are connected. @throws why the app could not start */
	readonly ready = new Promise<AppPorts>((resolve, reject) => (this.#settle = { resolve, reject }));
	readonly settings = new Settings(typeof localStorage === 'undefined' ? undefined : localStorage);

	/** Undefined until {@link connect}; screens show their loading state meanwhile. */
	get ports(): AppPorts | undefined {
		return this.#ports;
	}
	/** Why the app could not start, when it could not. */
	get error(): Error | undefined {
		return this.#error;
	}
	connect(ports: AppPorts): void {
		this.#error = undefined;
		this.#ports = ports;
		this.#settle.resolve(ports);
	}
	fail(error: Error): void {
		this.#error = error;
		// Screens show `error`; only who waits for the ports hears the rejection.
		this.ready.catch(() => undefined);
		this.#settle.reject(error);
	}
}

export const app = new App();
