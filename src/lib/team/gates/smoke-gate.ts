import { messageOf } from '../../domain/app-error';
import type { Failure } from '../../domain/check';
import type { Account, PreviewVisit } from '../../container/preview-probe';
import { failureOf, reportOf, type Gate, type GateContext } from './gate';

/** Every page of the live app opens and shows itself without an error: to a visitor, and to who signs in with the example account. */
export const smokeGate: Gate = async (context) => {
	const started = performance.now();
	const { server } = context.app;
	if (!server)
		return reportOf('smoke', started, {
			summary: 'The app is not running.',
			failures: [failureOf('smoke', 'NOT_RUNNING', 'The app is not running.')]
		});
	const smoke = new Smoke(context, server.url);
	const { isPublic, account } = await smoke.visitStart();
	const rest = context.pages.filter(({ route }) => route !== '/');
	// What is open to everybody is seen by visitors first.
	if (isPublic || !account) for (const page of rest) await smoke.open(page, { inspect: true });
	if (account) {
		await smoke.signIn(account);
		for (const [index, page] of rest.entries())
			await smoke.open(page, { inspect: !isPublic, ...(index === rest.length - 1 ? { signOut: true } : {}) });
	}
	const { failures, opened } = smoke;
	return reportOf('smoke', started, {
		summary: failures.length
			? `${failures.length} problems in the live app.`
			: `All ${context.pages.length} pages open without an error${account ? `, ${isPublic ? 'as a visitor and ' : ''}signed in as ${account.email}` : ''}.`,
		passed: opened,
		failures
	});
};

class Smoke {
	readonly failures: Failure[] = [];
	opened = 0;

	constructor(
		private readonly context: GateContext,
		private readonly url: string
	) {}

	/**
	 * Opens the start page as a visitor.
	 * @returns whether it shows more than how to sign in, and the example account that is named there or where one signs in
	 */
	async visitStart(): Promise<{ isPublic: boolean; account?: Account | undefined }> {
		const first = exampleAccount((await this.open(this.#start, { inspect: true })) ?? '');
		if (first) return { isPublic: false, account: first };
		const account = exampleAccount((await this.open(this.#start, { findSignIn: true })) ?? '');
		return { isPublic: true, account };
	}

	async signIn(account: Account): Promise<void> {
		this.context.progress(`Signing in as ${account.email}`);
		await this.open(this.#start, { signInAs: account, inspect: true });
	}

	get #start(): { route: string; feature?: string } {
		return this.context.pages.find(({ route }) => route === '/') ?? { route: '/' };
	}

	/** @returns the page's text; undefined when it could not be opened or something asked of it failed */
	async open({ route, feature }: { route: string; feature?: string }, visit: PreviewVisit): Promise<string | undefined> {
		const { context, url } = this;
		context.signal.throwIfAborted();
		context.progress(`Opening ${route}`);
		const before = this.failures.length;
		const complain = (code: string, message: string) =>
			this.failures.push(failureOf('smoke', code, `${route}: ${message}`, this.#where(message, feature)));
		try {
			const page = await context.probe.open(url, route, context.signal, visit);
			if (page.status >= 400) complain('STATUS', `answered with ${page.status}.`);
			else if (!page.text.trim()) complain('BLANK', 'shows nothing.');
			else if (page.isSettled === false) complain('LOADING', `is still loading: ${page.text.slice(0, 200)}`);
			for (const failure of page.failures ?? []) complain('JOURNEY', failure);
			for (const error of page.consoleErrors) complain('CONSOLE', error);
			for (const violation of page.violations ?? []) complain('A11Y', violation);
			this.opened++;
			return this.failures.length === before ? page.text : undefined;
		} catch (error) {
			context.signal.throwIfAborted();
			complain('PROBE', `could not be opened: ${messageOf(error)}`);
			return undefined;
		}
	}

	/** The file that a message names; else the page of the feature, whose author knows best. */
	#where(message: string, feature: string | undefined): { file?: string } {
		const named = /(src\/[\w./-]+\.tsx?)/.exec(message)?.[1];
		if (named) return { file: named };
		const file = feature && this.context.files.list(`src/features/${feature}`).find((path) => path.endsWith('.page.tsx'));
		return file ? { file } : {};
	}
}

/** The account that a sign-in page offers for trying out: the administrator's, else the last one named. */
export function exampleAccount(text: string): Account | undefined {
	const emails = text.match(/[\w.+-]+@example\.(?:com|org)/g) ?? [];
	const password = /password:?\s+([\w-]+)/i.exec(text.slice(text.indexOf(emails[0] ?? ' ')))?.[1];
	const email = emails.find((one) => one.startsWith('admin')) ?? emails.at(-1);
	return email && password ? { email, password } : undefined;
}
