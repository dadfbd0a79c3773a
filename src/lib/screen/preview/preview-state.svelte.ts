import type { PageError } from '../../container/container';
import { reportedText } from '../../container/reported';
import type { PreviewServer, PreviewSource, PreviewStatus } from '../../app/ports';
import { pathWithin } from './preview-path';

export interface DeviceSize {
	id: string;
	label: string;
	/** CSS pixels; undefined fills the pane. */
	width?: number;
	height?: number;
}

/** Errors that are kept of one document: the first ones are the cause. */
const MAX_ERRORS = 20;
/** Places that are kept; an app can go to any number of them. */
const MAX_HISTORY = 200;

export const DEVICES: [DeviceSize, ...DeviceSize[]] = [
	{ id: 'fit', label: 'Fit the pane' },
	{ id: 'phone', label: 'Phone', width: 390, height: 844 },
	{ id: 'tablet', label: 'Tablet', width: 820, height: 1180 },
	{ id: 'laptop', label: 'Laptop', width: 1280, height: 800 }
];

/**
 * Where the preview is: its server, path, history and size. The app runs on another origin, so the history is kept here; pages of
 * the app say where they went.
 */
export class PreviewState {
	#source: PreviewSource;
	#status: PreviewStatus = $state.raw({ state: 'off' });
	/** The port that the person chose among several. */
	#port: number | undefined = $state.raw();
	/** The path that the frame was sent to; where the app went from there by itself is only in the history. */
	#sentTo = $state.raw('/');
	#history: string[] = $state.raw(['/']);
	#index = $state.raw(0);
	#reloads = $state.raw(0);
	#device: DeviceSize = $state.raw(DEVICES[0]);
	#isRotated = $state.raw(false);
	#errors: readonly PageError[] = $state.raw([]);
	#buildError = $state.raw('');
	#unsubscribe: () => void;

	constructor(source: PreviewSource) {
		this.#source = source;
		const unsubscribe = source.subscribe((status) => {
			const before = this.server?.url;
			this.#status = status;
			if (this.server?.url !== before) this.#send();
		});
		const unhear = source.onError((error) => this.#add(error));
		this.#unsubscribe = () => {
			unsubscribe();
			unhear();
		};
	}

	get status(): PreviewStatus {
		return this.#status;
	}
	/** All servers that are up. */
	get servers(): readonly PreviewServer[] {
		return this.#status.state === 'up' ? this.#status.servers : [];
	}
	/** The one that is shown. */
	get server(): PreviewServer | undefined {
		return this.servers.find((server) => server.port === this.#port) ?? this.servers[0];
	}
	get path(): string {
		return this.#history[this.#index] ?? '/';
	}
	/** The address of what is shown; undefined while no server is up. */
	get url(): string | undefined {
		return this.server && new URL(this.path, this.server.url).href;
	}
	/** The address that the frame is to load; undefined while no server is up. */
	get frameUrl(): string | undefined {
		return this.server && new URL(this.#sentTo, this.server.url).href;
	}
	/** Changes whenever the frame must load anew. */
	get frameKey(): string {
		return `${this.#reloads}:${this.frameUrl ?? ''}`;
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
		const path = this.#checked(`/${wanted.replace(/^[/\\]+/, '')}`);
		if (path === undefined) return;
		if (path === this.path) return this.reload();
		this.#put([...this.#history.slice(0, this.#index + 1), path]);
		this.#send();
	}
	/** What went wrong in the document that is shown, each error once. */
	get errors(): readonly PageError[] {
		return this.#errors;
	}
	/** What the app's dev server cannot build; empty when it can. */
	get buildError(): string {
		return this.#buildError;
	}
	failedToBuild(text: string): void {
		this.#buildError = reportedText(text);
	}
	/**
	 * The app says where it is. A path that it went to is new in the history; one that it put in place of the last takes its place.
	 * What is no place of the app is ignored.
	 */
	visited(location: string, { isNew, isDocument }: { isNew: boolean; isDocument: boolean }): void {
		if (isDocument) this.#forgetErrors();
		const path = this.#checked(location);
		if (path === undefined || path === this.path) return;
		if (isNew) this.#put([...this.#history.slice(0, this.#index + 1), path]);
		else this.#history = this.#history.with(this.#index, path);
	}
	back(): void {
		if (!this.canGoBack) return;
		this.#index -= 1;
		this.#send();
	}
	forward(): void {
		if (!this.canGoForward) return;
		this.#index += 1;
		this.#send();
	}
	/** Loads the page that is shown again. */
	reload(): void {
		this.#send();
	}
	/** Shows another server than the app's own. */
	choosePort(port: number): void {
		this.#port = port;
		this.#send();
	}
	/** Brings the app up again after it went away or failed. */
	start(): void {
		this.#source.start();
	}
	chooseDevice(id: string): void {
		this.#device = DEVICES.find((device) => device.id === id) ?? DEVICES[0];
	}
	rotate(): void {
		this.#isRotated = !this.#isRotated;
	}
	dispose(): void {
		this.#unsubscribe();
	}

	#checked(location: string): string | undefined {
		return this.server && pathWithin(this.server.url, location);
	}
	/** Makes the last of these places the one that is shown. */
	#put(history: string[]): void {
		this.#history = history.slice(-MAX_HISTORY);
		this.#index = this.#history.length - 1;
	}
	#add(error: PageError): void {
		if (error.port !== this.server?.port || this.#errors.length >= MAX_ERRORS) return;
		if (!this.#errors.some(({ message }) => message === error.message)) this.#errors = [...this.#errors, error];
	}
	#forgetErrors(): void {
		this.#errors = [];
		this.#buildError = '';
	}
	#send(): void {
		this.#forgetErrors();
		this.#sentTo = this.path;
		this.#reloads += 1;
	}
}

function pathOf(url: URL): string {
	return url.pathname + url.search + url.hash;
}
