import { AppError } from '../run/app-error';
import type { PreviewPage } from '../team/gates/gate';
import type { TabContainer } from './web-container';

/** Opens pages of the running app in a frame that nobody sees, and listens to what they say of themselves. */

const LOAD_TIMEOUT_MS = 40_000;
/** How long errors may come in after the page has shown itself. */
const SETTLE_MS = 600;
const CHANNEL = 'tabsmith-probe';

/** Runs in every preview page: tells the embedding page what there is to see, once there is something. */
const REPORTER = `(() => {
	if (window.parent === window) return;
	const started = Date.now();
	const report = () => {
		const text = (document.body && document.body.innerText || '').trim();
		if (!text && Date.now() - started < 15000) return setTimeout(report, 150);
		const [entry] = performance.getEntriesByType('navigation');
		const failed = performance.getEntriesByType('resource').filter((one) => one.responseStatus >= 500).map((one) => one.responseStatus + ' ' + one.name);
		window.parent.postMessage({ channel: '${CHANNEL}', status: entry && entry.responseStatus || 200, title: document.title, text: text.slice(0, 4000), failed }, '*');
	};
	if (document.readyState === 'complete') report();
	else addEventListener('load', report);
})();`;

interface ProbeReport {
	channel: string;
	status: number;
	title: string;
	text: string;
	/** Requests of the page that the app answered with a server error, as 'STATUS URL'. */
	failed: string[];
}

/** One page at a time, so that errors belong to the page that is open. */
export class FrameProbe {
	#queue: Promise<unknown> = Promise.resolve();
	#isPrepared: Promise<void> | undefined;

	constructor(private readonly container: () => Promise<TabContainer>) {}

	open(url: string, path: string, signal: AbortSignal): Promise<PreviewPage> {
		const work = this.#queue.then(() => this.#open(url, path, signal));
		this.#queue = work.catch(() => undefined);
		return work;
	}

	async #open(url: string, path: string, signal: AbortSignal): Promise<PreviewPage> {
		signal.throwIfAborted();
		const { inner } = await this.container();
		this.#isPrepared ??= inner.setPreviewScript(REPORTER);
		await this.#isPrepared;
		const consoleErrors: string[] = [];
		const unsubscribe = inner.on('preview-message', (message) => {
			consoleErrors.push('message' in message ? `${message.message} ${message.stack ?? ''}` : message.args.map(String).join(' '));
		});
		const frame = document.createElement('iframe');
		frame.title = 'Smoke test';
		frame.tabIndex = -1;
		frame.allow = 'cross-origin-isolated';
		frame.setAttribute('aria-hidden', 'true');
		frame.style.cssText =
			'position:fixed;inset-block-start:0;inset-inline-start:-2000px;inline-size:1280px;block-size:800px;border:0';
		try {
			const report = this.#hear(frame, signal);
			frame.src = url + path;
			document.body.append(frame);
			const { status, title, text, failed } = await report;
			await new Promise((done) => setTimeout(done, SETTLE_MS));
			return { status, title, text, consoleErrors: [...consoleErrors, ...failed.map((one) => `Request failed: ${one}`)] };
		} finally {
			unsubscribe();
			frame.remove();
		}
	}

	#hear(frame: HTMLIFrameElement, signal: AbortSignal): Promise<ProbeReport> {
		return new Promise((resolve, reject) => {
			const end = (finish: () => void) => {
				removeEventListener('message', onMessage);
				clearTimeout(timer);
				finish();
			};
			const onMessage = (event: MessageEvent<Partial<ProbeReport> | null>) => {
				if (event.source !== frame.contentWindow || event.data?.channel !== CHANNEL) return;
				const { status, title, text, failed } = event.data;
				end(() =>
					resolve({
						channel: CHANNEL,
						status: Number(status),
						title: String(title),
						text: String(text),
						failed: Array.isArray(failed) ? failed.map(String) : []
					})
				);
			};
			const timer = setTimeout(
				() => end(() => reject(new AppError('PREVIEW_SILENT', `${frame.src} did not load within ${LOAD_TIMEOUT_MS / 1000} s.`))),
				LOAD_TIMEOUT_MS
			);
			addEventListener('message', onMessage);
			signal.addEventListener('abort', () => end(() => reject(signal.reason as Error)), { once: true });
		});
	}
}
