import type { PagePicture, PictureLimits } from './preview-picture';
import type { PageTree } from './preview-tree';

/** What a page of the preview says of itself once it has settled. */
export interface PageReport {
	/** HTTP status of the document. */
	status: number;
	title: string;
	/** Visible text, at most 4000 characters. */
	text: string;
	/** Requests that the app answered with a server error, as 'STATUS URL'. */
	failed: string[];
	/** What the page's content security policy kept from loading or running. */
	blocked: string[];
	/** Endpoints that answered with made-up examples, since nobody serves them yet. */
	mocked: string[];
	/** False when requests were still under way, or nothing was to be seen, when patience ended. */
	isSettled: boolean;
}

/** What the embedding page may ask of a preview page. */
export type AgentCommand =
	| { name: 'signIn'; email: string; password: string }
	/** Goes to where one signs in, from a page that anybody may see. */
	| { name: 'findSignIn' }
	| { name: 'signOut' }
	/** Presses the control of this accessible name. */
	| { name: 'press'; control: string }
	/** Looks at whether the page fits into its window, which is getting this width in CSS pixels. */
	| { name: 'measure'; width: number }
	/** Looks for accessibility problems; `source` is axe-core's script. */
	| { name: 'inspect'; source: string }
	/** Draws the page. */
	| ({ name: 'draw' } & PictureLimits)
	/** Reads the accessibility tree. */
	| { name: 'read' };

/** What came of a command. */
interface Outcome extends PagePicture {
	error?: string;
	violations?: string[];
	/** Missing when a measure could not be taken. */
	layout?: string[];
	tree?: PageTree;
}

/** From the preview page: it has settled, or a command was carried out. */
export type AgentMessage =
	| { channel: string; type: 'ready'; page: PageReport }
	| ({ channel: string; type: 'done'; id: number; page: PageReport } & Outcome);

/** To the preview page. */
export interface AgentRequest {
	channel: string;
	id: number;
	command: AgentCommand;
}

/**
 * Runs in every page of the preview, before the page's own scripts: tells the IDE when the page has settled, and does what a person
 * would do there when the IDE asks. Printed and injected as text, so it may use nothing from outside.
 */
export function previewAgent(
	ideOrigin: string,
	channel: string,
	readTree: () => PageTree,
	drawPage: (limits: PictureLimits) => Promise<PagePicture>
): void {
	if (window.parent === window) return;
	const PATIENCE_MS = 45_000;
	const QUIET_MS = 200;
	const MAX_TEXT = 4000;
	const RESIZE_MS = 3000;
	const PAINT_MS = 1000;
	let underWay = 0;
	let lastChange = performance.now();
	const blocked: string[] = [];
	const mocked = new Set<string>();
	/** Our own scripts run where those of the page may not. */
	const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? '';
	const touch = () => void (lastChange = performance.now());

	const hostFetch = window.fetch;
	window.fetch = async function fetch(...input) {
		underWay++;
		try {
			const answer = await hostFetch.apply(this, input);
			const mock = answer.headers.get('x-mock');
			if (mock) mocked.add(mock);
			return answer;
		} finally {
			underWay--;
			touch();
		}
	};

	document.addEventListener(
		'securitypolicyviolation',
		({ effectiveDirective, blockedURI, sourceFile, lineNumber, disposition }) => {
			if (disposition !== 'enforce' || blocked.length >= 20) return;
			const where = sourceFile ? `, from ${sourceFile.replace(location.origin, '')}:${lineNumber}` : '';
			blocked.push(`${blockedURI || 'inline'} (${effectiveDirective}${where})`);
		}
	);

	const textOf = () => (document.body?.innerText ?? '').trim();
	const isBusy = () =>
		document.readyState !== 'complete' || underWay > 0 || !!document.querySelector('[aria-busy="true"]') || !textOf();
	/** Resolves when nothing has moved for a moment, or patience ends. */
	const settled = async (): Promise<boolean> => {
		const started = performance.now();
		while (performance.now() - started < PATIENCE_MS) {
			if (!isBusy() && performance.now() - lastChange > QUIET_MS) return true;
			await new Promise((done) => setTimeout(done, 50));
		}
		return false;
	};
	const report = (isSettled: boolean): PageReport => {
		const [navigation] = performance.getEntriesByType('navigation');
		const failed = (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
			.filter((resource) => resource.responseStatus >= 500)
			.map((resource) => `${resource.responseStatus} ${resource.name}`);
		const status = (navigation as PerformanceNavigationTiming | undefined)?.responseStatus || 200;
		return { status, title: document.title, text: textOf().slice(0, MAX_TEXT), failed, blocked, mocked: [...mocked], isSettled };
	};
	const say = (message: object) => window.parent.postMessage({ channel, ...message }, ideOrigin);

	const named = (selector: string, name: RegExp) =>
		[...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
			name.test((element.getAttribute('aria-label') ?? element.innerText ?? '').trim())
		);
	const passwordField = () => document.querySelector<HTMLInputElement>('input[type=password]');
	/** As typed by a person: the setter that frameworks do not shadow, then the event that they hear. */
	const type = (field: HTMLInputElement, value: string) => {
		Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
		field.dispatchEvent(new Event('input', { bubbles: true }));
		field.dispatchEvent(new Event('change', { bubbles: true }));
	};
	const findSignIn = async (): Promise<void> => {
		if (passwordField()) return;
		named('a, button', /^(sign|log) in$/i)?.click();
		await new Promise((done) => setTimeout(done, QUIET_MS));
		await settled();
	};
	const signIn = async ({ email, password }: { email: string; password: string }): Promise<string> => {
		await findSignIn();
		const field = passwordField();
		const form = field?.form;
		if (!field || !form)
			return `There is no form to sign in with. The page shows: ${document.body.innerText.replace(/\s+/g, ' ').trim().slice(0, 160) || 'nothing'}`;
		const nameField = form.querySelector<HTMLInputElement>('input[type=email], input[autocomplete=username], input[type=text]');
		if (nameField) type(nameField, email);
		type(field, password);
		form.requestSubmit();
		await new Promise((done) => setTimeout(done, QUIET_MS));
		const started = performance.now();
		while (passwordField()?.isConnected && performance.now() - started < PATIENCE_MS) {
			const alert = document.querySelector<HTMLElement>('[role=alert]')?.innerText.trim();
			if (alert && underWay === 0) return alert;
			await new Promise((done) => setTimeout(done, 50));
		}
		return passwordField()?.isConnected ? 'The form is still there after it was sent.' : '';
	};
	/** As a script of the page: text may not be evaluated where a policy forbids it. */
	const runScript = (source: string) => {
		const script = document.createElement('script');
		script.nonce = nonce;
		script.textContent = source;
		document.head.append(script);
		script.remove();
	};
	const press = async (control: string): Promise<string> => {
		const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
		const nameOf = (element: HTMLElement) =>
			plain(element.getAttribute('aria-label') ?? element.innerText ?? '') || plain(element.title);
		const controls = [
			...document.querySelectorAll<HTMLElement>(
				'button, a[href], summary, [role=button], [role=link], [role=tab], [role=radio], [role=switch], [role=menuitem], label'
			)
		].filter((element) => element.getClientRects().length > 0);
		const wanted = plain(control);
		const found =
			controls.find((element) => nameOf(element) === wanted) ?? controls.find((element) => nameOf(element).includes(wanted));
		if (!found) {
			const names = [...new Set(controls.map(nameOf).filter(Boolean))].slice(0, 20);
			return `there is no control '${control}'. There are: ${names.join(', ') || 'none'}.`;
		}
		if (found.matches(':disabled, [aria-disabled=true]')) return `the control '${control}' is disabled.`;
		found.click();
		await new Promise((done) => setTimeout(done, QUIET_MS));
		return '';
	};
	/** Resolves after two frames, in which the page has laid out itself anew; false when it is not painted. */
	const painted = () =>
		Promise.race([
			new Promise<boolean>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
			new Promise<boolean>((done) => setTimeout(() => done(false), PAINT_MS))
		]);
	/** What is wider than the window; undefined when that cannot be said. The window's new size comes on another way than the message that asks for this. */
	const measure = async (wanted: number): Promise<string[] | undefined> => {
		const started = performance.now();
		while (window.innerWidth !== wanted && performance.now() - started < RESIZE_MS)
			await new Promise((done) => setTimeout(done, 10));
		// A page that is not painted does not lay out anew what measures itself: nothing can be said of it.
		if (window.innerWidth !== wanted || !(await painted())) return undefined;
		const width = document.documentElement.clientWidth;
		const { scrollWidth } = document.documentElement;
		if (scrollWidth <= width + 1) return [];
		const widest = [...document.querySelectorAll<HTMLElement>('body *')]
			.map((element) => ({ element, right: element.getBoundingClientRect().right }))
			.reduce((most, next) => (next.right > most.right ? next : most), { element: document.body, right: 0 });
		const name = widest.element.tagName.toLowerCase() + [...widest.element.classList].map((part) => `.${part}`).join('');
		return [`is ${scrollWidth} px wide in a window of ${width} px: ${name} sticks out.`];
	};
	const inspect = async (source: string): Promise<string[]> => {
		runScript(source);
		const { axe } = window as unknown as {
			axe: {
				run(
					context: Document,
					options: object
				): Promise<{ violations: { id: string; impact: string; help: string; nodes: { target: string[] }[] }[] }>;
			};
		};
		const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'], resultTypes: ['violations'] });
		return violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}, first ${nodes[0]?.target.join(' ') ?? ''})`);
	};
	const carryOut = async (command: AgentCommand): Promise<Outcome> => {
		switch (command.name) {
			case 'signIn': {
				const error = await signIn(command);
				return error ? { error } : {};
			}
			case 'findSignIn':
				await findSignIn();
				return {};
			case 'signOut':
				named('button, a', /^(sign|log) out$/i)?.click();
				await new Promise((done) => setTimeout(done, QUIET_MS));
				return {};
			case 'press': {
				const error = await press(command.control);
				return error ? { error } : {};
			}
			case 'measure': {
				const layout = await measure(command.width);
				return layout ? { layout } : {};
			}
			case 'inspect':
				return { violations: await inspect(command.source) };
			case 'draw':
				return drawPage(command);
			case 'read':
				return { tree: readTree() };
		}
	};

	window.addEventListener('message', (event: MessageEvent<Partial<AgentRequest> | null>) => {
		if (event.source !== window.parent || event.origin !== ideOrigin || event.data?.channel !== channel) return;
		const { id, command } = event.data;
		if (!command) return;
		carryOut(command)
			.catch((error: unknown) => ({ error: String(error) }))
			.then(async (outcome) => say({ type: 'done', id, page: report(await settled()), ...outcome }))
			.catch(() => undefined);
	});
	document.addEventListener('DOMContentLoaded', () => {
		new MutationObserver(touch).observe(document, { childList: true, subtree: true, characterData: true });
		void settled().then((isSettled) => say({ type: 'ready', page: report(isSettled) }));
	});
}
