import { AppError } from '../domain/app-error';
import { PROBE_SANDBOX } from './frame-sandbox';
import type { PreviewPage, PreviewVisit } from './preview-probe';
import type { AgentCommand, AgentMessage, AgentRequest, PageReport } from './preview-agent';
import type { PagePicture } from './preview-picture';
import type { PageTree } from './preview-tree';
import { PROBE_CHANNEL as CHANNEL } from './preview-script';
import { messageOfPage, reportedText, reportedTexts } from './reported';
import type { TabContainer } from './web-container';

/** Opens pages of the running app in a frame that nobody sees, does what a person would do there, and listens to what they say. */

/** Generous: a busy machine loads a page many times slower, and that is no fault of the app. */
const TIMEOUT_MS = 90_000;
/** Errors that are kept of one visit: the first ones are the cause. */
const MAX_ERRORS = 50;
const MAX_TITLE_LENGTH = 200;
const MAX_TREE_LENGTH = 12_000;
const DEFAULT_WIDTH_PX = 1280;
const HEIGHT_PX = 800;
/** About what models look at without scaling it down, and what is cheap to send with each call. */
const PICTURE = { widthPx: 1280, heightPx: 1600, sizeBytes: 200_000 };

/** One page at a time, so that errors belong to the page that is open. */
export class FrameProbe {
	#queue: Promise<unknown> = Promise.resolve();

	constructor(private readonly container: () => Promise<TabContainer>) {}

	open(url: string, path: string, signal: AbortSignal, visit: PreviewVisit = {}): Promise<PreviewPage> {
		const work = this.#queue.then(() => this.#open(url + path, signal, visit));
		this.#queue = work.catch(() => undefined);
		return work;
	}

	async #open(address: string, signal: AbortSignal, visit: PreviewVisit): Promise<PreviewPage> {
		signal.throwIfAborted();
		const { inner } = await this.container();
		const consoleErrors: string[] = [];
		const unsubscribe = inner.on('preview-message', (message) => {
			if (consoleErrors.length >= MAX_ERRORS) return;
			const stack = 'message' in message ? ` ${message.stack ?? ''}` : '';
			consoleErrors.push(reportedText(messageOfPage(message) + stack));
		});
		const page = new HiddenPage(address, signal, visit.widthPx);
		try {
			let report = await page.ready();
			let violations: string[] = [];
			let tree: PageTree | undefined;
			let drawn: PagePicture = {};
			const failures: string[] = [];
			for (const command of await commandsOf(visit)) {
				const done = await page.ask(command);
				report = done.page;
				violations = done.violations ? reportedTexts(done.violations) : violations;
				tree = done.tree ? treeOf(done.tree) : tree;
				if (command.name === 'draw') {
					drawn = pictureOf(done);
					continue;
				}
				if (done.error) failures.push(`${command.name}: ${reportedText(done.error)}`);
			}
			const layout: string[] = [];
			const unmeasured: number[] = [];
			for (const width of visit.widths ?? []) {
				page.resize(width);
				const measured = await page.ask({ name: 'measure', width });
				if (measured.layout) layout.push(...reportedTexts(measured.layout));
				else unmeasured.push(width);
			}
			const { status, title, text, failed, blocked, mocked, isSettled } = reportOf(report);
			const requests = failed.map((request) => `Request failed: ${request}`);
			const problems = [...consoleErrors, ...requests];
			const found = { failures, violations, blocked, mocked, layout, unmeasured, consoleErrors: problems };
			return { status, title, text, isSettled, ...found, ...tree, ...drawn };
		} finally {
			unsubscribe();
			page.close();
		}
	}
}

/** A page says it of itself, so each part gets its form and length here. */
function reportOf({ status, title, text, failed, blocked, mocked, isSettled }: Record<keyof PageReport, unknown>): PageReport {
	return {
		status: Number(status) || 0,
		title: reportedText(title, MAX_TITLE_LENGTH),
		text: reportedText(text),
		failed: reportedTexts(failed),
		blocked: reportedTexts(blocked),
		mocked: reportedTexts(mocked),
		isSettled: isSettled === true
	};
}

function treeOf({ tree, overflowPx }: Record<keyof PageTree, unknown>): PageTree {
	return { tree: reportedText(tree, MAX_TREE_LENGTH), overflowPx: Number(overflowPx) || 0 };
}

/** A page may say what it likes: only a JPEG of a size that was asked for is one. */
function pictureOf({
	picture,
	pictureProblem,
	error
}: Partial<Record<'picture' | 'pictureProblem' | 'error', unknown>>): PagePicture {
	const problem = pictureProblem ?? error;
	const isPicture =
		typeof picture === 'string' &&
		picture.length <= (PICTURE.sizeBytes * 4) / 3 + 100 &&
		/^data:image\/jpeg;base64,[A-Za-z0-9+/]+=*$/.test(picture);
	if (isPicture) return { picture, ...(problem ? { pictureProblem: reportedText(problem) } : {}) };
	return { pictureProblem: problem ? reportedText(problem) : 'the page sent none.' };
}

async function commandsOf({
	signInAs,
	signOut,
	inspect,
	findSignIn,
	press,
	tree,
	picture
}: PreviewVisit): Promise<AgentCommand[]> {
	const commands: AgentCommand[] = [];
	if (signInAs) commands.push({ name: 'signIn', ...signInAs });
	if (inspect) commands.push({ name: 'inspect', source: (await import('axe-core/axe.min.js?raw')).default });
	if (findSignIn) commands.push({ name: 'findSignIn' });
	if (press) commands.push({ name: 'press', control: press });
	if (tree) commands.push({ name: 'read' });
	if (picture) commands.push({ name: 'draw', ...PICTURE });
	if (signOut) commands.push({ name: 'signOut' });
	return commands;
}

/** What came of a command. */
interface Answer extends PagePicture {
	page: PageReport;
	error?: string;
	violations?: string[];
	layout?: string[];
	tree?: PageTree;
}

/** A frame out of sight, and the conversation with the agent in it. */
class HiddenPage {
	readonly #frame = document.createElement('iframe');
	readonly #signal: AbortSignal;
	#lastId = 0;

	constructor(address: string, signal: AbortSignal, widthPx = DEFAULT_WIDTH_PX) {
		this.#signal = signal;
		this.#frame.title = 'Smoke test';
		this.#frame.tabIndex = -1;
		this.#frame.allow = 'cross-origin-isolated';
		this.#frame.setAttribute('sandbox', PROBE_SANDBOX);
		this.#frame.setAttribute('aria-hidden', 'true');
		// Within the window and on top, as good as transparent: what is never drawn gets one frame a second (Chromium 156), and pages
		// measure themselves in frames.
		this.#frame.style.cssText = `position:fixed;inset:0 auto auto 0;inline-size:${widthPx}px;block-size:${HEIGHT_PX}px;border:0;opacity:0.002;z-index:2147483647;pointer-events:none`;
		this.#frame.src = address;
	}

	/** Loads the page. */
	ready(): Promise<PageReport> {
		const report = this.#waitFor((message) => message.type === 'ready').then(({ page }) => page);
		document.body.append(this.#frame);
		return report;
	}

	/** Has the agent do something. A command may lead to a new document, whose report is then the answer. */
	ask(command: AgentCommand): Promise<Answer> {
		const id = ++this.#lastId;
		const answer = this.#waitFor((message) => message.type === 'ready' || message.id === id);
		const request: AgentRequest = { channel: CHANNEL, id, command };
		this.#frame.contentWindow?.postMessage(request, new URL(this.#frame.src).origin);
		return answer;
	}

	/** @param width in CSS pixels */
	resize(width: number): void {
		this.#frame.style.inlineSize = `${width}px`;
	}

	close(): void {
		this.#frame.remove();
	}

	#waitFor(isWanted: (message: AgentMessage) => boolean): Promise<AgentMessage> {
		return new Promise((resolve, reject) => {
			const end = (finish: () => void) => {
				removeEventListener('message', onMessage);
				this.#signal.removeEventListener('abort', onAbort);
				clearTimeout(timer);
				finish();
			};
			const onMessage = ({ source, data }: MessageEvent<AgentMessage | null>) => {
				if (source !== this.#frame.contentWindow || data?.channel !== CHANNEL || !isWanted(data)) return;
				end(() => resolve(data));
			};
			const onAbort = () => end(() => reject(this.#signal.reason as Error));
			const late = () =>
				reject(new AppError('PREVIEW_SILENT', `${this.#frame.src} did not answer within ${TIMEOUT_MS / 1000} s.`));
			const timer = setTimeout(() => end(late), TIMEOUT_MS);
			addEventListener('message', onMessage);
			this.#signal.addEventListener('abort', onAbort);
		});
	}
}
