import type { PreviewServer, PreviewSource } from './ports';

export interface DeviceSize {
	id: string;
	label: string;
	/** CSS pixels; undefined fills the pane. */
	width?: number;
	height?: number;
}

export const DEVICES: [DeviceSize, ...DeviceSize[]] = [
	{ id: 'fit', label: 'Fit the pane' },
	{ id: 'phone', label: 'Phone', width: 390, height: 844 },
	{ id: 'tablet', label: 'Tablet', width: 820, height: 1180 },
	{ id: 'laptop', label: 'Laptop', width: 1280, height: 800 }
];

/** Where the preview is: its server, path, history and size. The app runs on another origin, so the history is kept here. */
export class PreviewState {
	#server: PreviewServer | undefined = $state.raw();
	#history: string[] = $state.raw(['/']);
	#index = $state.raw(0);
	#reloads = $state.raw(0);
	#device: DeviceSize = $state.raw(DEVICES[0]);
	#isRotated = $state.raw(false);
	#unsubscribe: () => void;

	constructor(source: PreviewSource) {
		this.#unsubscribe = source.subscribe((server) => {
			if (server?.url !== this.#server?.url) this.#reloads += 1;
			this.#server = server;
		});
	}

	get server(): PreviewServer | undefined {
		return this.#server;
	}
	get path(): string {
		return this.#history[this.#index] ?? '/';
	}
	/** The address shown in the frame; undefined while no server is up. */
	get url(): string | undefined {
		return this.#server && new URL(this.path, this.#server.url).href;
	}
	/** Changes whenever the frame must load anew. */
	get frameKey(): string {
		return `${this.#reloads}:${this.#index}:${this.url ?? ''}`;
	}
	get canGoBack(): boolean {
		return this.#index > 0;
	}
	get canGoForward(): boolean {
		return this.#index < this.#history.length - 1;
	}
	get device(): DeviceSize {
		return this.#device;
	}
	/** Width and height in CSS pixels after rotation; undefined fills the pane. */
	get size(): { width: number; height: number } | undefined {
		const { width, height } = this.#device;
		if (!width || !height) return undefined;
		return this.#isRotated ? { width: height, height: width } : { width, height };
	}

	/** Goes to a path of the app, or to a whole URL's path. Leading slash optional. */
	go(input: string): void {
		const text = input.trim();

		const wanted = /^https?:/i.test(text) && URL.canParse(text) ? pathOf(new URL(text)) : text;
		// One slash exactly: two would name another host.
		const path = `/${wanted.replace(/^[/\\]+/, '')}`;
		if (path === this.path) return this.reload();
		this.#history = [...this.#history.slice(0, this.#index + 1), path];
		this.#index = this.#history.length - 1;
	}
	back(): void {
		if (this.canGoBack) this.#index -= 1;
	}
	forward(): void {
		if (this.canGoForward) this.#index += 1;
	}
	reload(): void {
		this.#reloads += 1;
	}
	chooseDevice(id: string): void {
		this.#device = DEVICES.find((one) => one.id === id) ?? DEVICES[0];
	}
	rotate(): void {
		this.#isRotated = !this.#isRotated;
	}
	dispose(): void {
		this.#unsubscribe();
	}
}

function pathOf(url: URL): string {
	return url.pathname + url.search + url.hash;
}
