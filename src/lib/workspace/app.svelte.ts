import type { AppPorts } from './ports';
import { Settings } from './settings.svelte';

/** The one place the screens reach the app through: settings, and the ports once they are connected. */
class App {
	#ports: AppPorts | undefined = $state.raw();
	#error: Error | undefined = $state.raw();
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
	}
	fail(error: Error): void {
		this.#error = error;
	}
}

export const app = new App();
