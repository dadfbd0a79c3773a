/** One person at one app: a fresh browser, what she expects, and what of it she sees. */
import { become, becomeOwner } from './accounts.mjs';
import { settle } from './screen.mjs';

/** How long she waits for anything to be there before she says that it is not. */
const PATIENCE_MS = 3000;
const LOAD_TIMEOUT_MS = 15_000;

export class Visit {
	#browser;
	#contexts = [];
	#seen = 0;
	#missing = [];
	#wrong = [];

	/** Begins in a browser that was never here, at the front page. */
	static async begin(browser, app, shared) {
		const visit = new Visit();
		visit.#browser = browser;
		visit.url = app.url;
		/** @type {() => string} all that the app's server has printed */
		visit.output = app.output;
		visit.accounts = shared.accounts;
		/** Every page that a visitor reaches by links: `{ path, text, controls }`. */
		visit.pages = shared.pages;
		visit.page = await visit.visitor();
		return visit;
	}

	/** Another person's browser, at the front page. @param {import('playwright').BrowserContextOptions} options */
	async visitor(options = {}) {
		const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
		this.#contexts.push(context);
		context.setDefaultTimeout(PATIENCE_MS);
		const page = await context.newPage();
		await this.open('/', page);
		return page;
	}

	/** Loads an address of the app and waits for it to be drawn. */
	async open(path, page = this.page) {
		const response = await page.goto(new URL(path, this.url).href, { timeout: LOAD_TIMEOUT_MS });
		await settle(page);
		return response;
	}

	/** The page as the owner, the first administrator, sees it: she signs in in the way that the app offers. */
	async owner(page) {
		return becomeOwner(this, page ?? (await this.visitor()));
	}

	/** The page as a member of this name sees it: registers when she comes for the first time, else signs in. */
	async member(name, page) {
		return become(this, name, page ?? (await this.visitor()));
	}

	/** Something that has to be so. */
	must(isSo, why) {
		if (isSo) this.#seen++;
		else this.#missing.push(why);
		return !!isSo;
	}

	/** Something that must not be: an app that does nothing earns nothing by it. */
	never(isSo, why) {
		if (isSo) this.#wrong.push(why);
		return !!isSo;
	}

	/** @param {string} [answer] of a check that says it itself: 'held', 'partly: why', 'not: why', 'unplayable: why' */
	verdict(answer) {
		const said = /^(held|partly|not|unplayable)(?:: (.*))?$/s.exec(answer ?? '');
		const seen = this.#wrong.join('; ');
		if (said) return { verdict: said[1], why: said[2] ?? '', seen };
		const why = [...this.#missing, ...this.#wrong].join('; ');
		if (why === '' && this.#seen > 0) return { verdict: 'held', why, seen };
		return { verdict: this.#seen > 0 ? 'partly' : 'not', why: why || 'nothing was asked', seen };
	}

	async dispose() {
		await Promise.all(this.#contexts.map((context) => context.close()));
	}
}
