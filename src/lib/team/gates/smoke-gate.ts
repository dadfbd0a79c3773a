import { codeOf, messageOf } from '../../domain/app-error';
import type { Failure, GateName } from '../../domain/check';
import type { Account, PreviewPage, PreviewVisit } from '../../container/preview-probe';
import { frameNamed } from '../../frames';
import { isTest } from '../../frames/rules';
import { filesOfEndpoints } from '../planning/suspect-files';
import { exampleAccount, exampleAccounts, nameOf } from './example-accounts';
import { failureOf, reportOf, type Gate, type GateContext } from './gate';
import { stopsOf, type JourneyStop } from './journeys';

/** Every page of the live app opens and shows itself without an error: to a visitor, and to who signs in with the example account. */
export const smokeGate: Gate = async (context) => {
	const started = performance.now();
	const { server } = context.app;
	if (!server)
		return reportOf('smoke', started, {
			summary: 'The app is not running.',
			failures: [failureOf('smoke', 'NOT_RUNNING', 'The app is not running.')]
		});
	const { failures, summary, opened } = await smokeTest('smoke', context, server.url);
	return reportOf('smoke', started, { summary, passed: opened, failures });
};

/** Opens every page of an app that runs at an address, and plays the blueprint's journeys. */
export async function smokeTest(
	gate: GateName,
	context: GateContext,
	url: string
): Promise<{ failures: Failure[]; summary: string; opened: number }> {
	const smoke = new Smoke(gate, context, url);
	const { isPublic, account } = await smoke.visitStart();
	const rest = context.pages.filter(({ route }) => route !== '/');
	const stops = context.blueprint ? stopsOf(context.blueprint) : [];
	const visitors = stops.filter(({ role }) => !account || !smoke.accountOf(role));
	// What is open to everybody is seen by visitors first.
	if (isPublic || !account) for (const page of rest) await smoke.open(page, { inspect: true });
	const seen = new Set(context.pages.map(({ route }) => route));
	if (isPublic || !account) for (const stop of visitors) if (stop.press || !seen.has(stop.route)) await smoke.play(stop);
	if (account) await smoke.playAs(account, { pages: rest, inspect: !isPublic, stops });
	const { failures, opened, unjudged } = smoke;
	const who = account ? `, ${isPublic ? 'as a visitor and ' : ''}signed in as ${account.email}` : '';
	return {
		failures,
		opened,
		summary: failures.length
			? `${failures.length} ${failures.length === 1 ? 'problem' : 'problems'} in the live app.`
			: `${context.pages.length === 1 ? 'The page opens' : `All ${context.pages.length} pages open`} without an error${who}.${unjudged.length ? ` Not judged, being painted too late: ${unjudged.join(', ')}.` : ''}`
	};
}

interface Place {
	route: string;
	feature?: string | undefined;
}

class Smoke {
	readonly failures: Failure[] = [];
	/** Pages, and at which width, of which nobody can say whether they fit. */
	readonly unjudged: string[] = [];
	opened = 0;
	/** Example accounts, by the name before the @. */
	readonly #accounts = new Map<string, Account>();
	#who = 'visitor';

	constructor(
		private readonly gate: GateName,
		private readonly context: GateContext,
		private readonly url: string
	) {}

	/**
	 * Opens the start page as a visitor.
	 * @returns whether it shows more than how to sign in, and the example account that is named there or where one signs in
	 */
	async visitStart(): Promise<{ isPublic: boolean; account?: Account | undefined }> {
		const first = this.#remember((await this.open(this.#start, { inspect: true })) ?? '');
		if (first) return { isPublic: false, account: first };
		if (!frameNamed(this.context.blueprint?.frame).hasAccounts) return { isPublic: true };
		const account = this.#remember((await this.open(this.#start, { findSignIn: true })) ?? '');
		return { isPublic: true, account };
	}

	accountOf(role: string): Account | undefined {
		return this.#accounts.get(role);
	}

	async signIn(account: Account, visit: PreviewVisit): Promise<void> {
		this.context.progress(`Signing in as ${account.email}`);
		this.#who = nameOf(account);
		await this.open(this.#start, { signInAs: account, ...visit });
	}

	/** Opens pages as the first one, then plays the stops of everybody who has an account, each signed in and out again. */
	async playAs(
		first: Account,
		{ pages, inspect, stops }: { pages: readonly Place[]; inspect: boolean; stops: readonly JourneyStop[] }
	): Promise<void> {
		for (const account of [first, ...[...this.#accounts.values()].filter(({ email }) => email !== first.email)]) {
			const own = stops.filter(({ role }) => role === nameOf(account));
			const looks = account === first ? pages.map((page) => ({ ...page, visit: { inspect } })) : [];
			const seen = new Set(['/', ...looks.map(({ route }) => route)]);
			const steps = own
				.filter(({ route, press }) => press !== undefined || !seen.has(route))
				.map(({ press, ...stop }) => ({ ...stop, visit: press ? { press } : {} }));
			const visits: (Place & { visit: PreviewVisit; said?: string })[] = [...looks, ...steps];
			if (account !== first && visits.length === 0) continue;
			const isInspected = account === first;
			await this.signIn(account, { ...(isInspected ? { inspect: true } : {}), ...(visits.length ? {} : { signOut: true }) });
			for (const [index, { visit, said, ...place }] of visits.entries())
				await this.open(place, index === visits.length - 1 ? { ...visit, signOut: true } : visit, said);
		}
	}

	/** A stop of a journey, as a visitor. */
	async play({ route, feature, press, said }: JourneyStop): Promise<void> {
		await this.open({ route, feature }, press ? { press } : {}, said);
	}

	get #start(): Place {
		return this.context.pages.find(({ route }) => route === '/') ?? { route: '/' };
	}

	#remember(text: string): Account | undefined {
		for (const account of exampleAccounts(text)) this.#accounts.set(nameOf(account), account);
		return exampleAccount(text);
	}

	/**
	 * @param journey the step that leads there
	 * @returns the page's text; undefined when it could not be opened or something asked of it failed
	 */
	async open({ route, feature }: Place, visit: PreviewVisit, journey?: string): Promise<string | undefined> {
		const { context } = this;
		context.signal.throwIfAborted();
		context.progress(`Opening ${route}`);
		const before = this.failures.length;
		const complain = (code: string, message: string) =>
			this.failures.push(
				failureOf(this.gate, code, `${journey ? `${journey}: ` : ''}${route}: ${message}`, this.#where(message, feature))
			);
		try {
			const page = await this.#visit(route, { ...visit, ...(visit.inspect ? { widths: [...context.widths] } : {}) });
			if (page.status >= 400) complain('STATUS', `answered with ${page.status}.`);
			else if (!page.text.trim()) complain('BLANK', 'shows nothing.');
			else if (page.isSettled === false) complain('LOADING', `is still loading: ${page.text.slice(0, 200)}`);
			else if (page.text.includes(NO_PAGE)) complain('NO_PAGE', 'the app has no such page, though the blueprint has.');
			else if (journey && page.text.includes(NOT_ALLOWED)) complain('JOURNEY', `is closed to the role ${this.#who}.`);
			for (const width of page.unmeasured ?? []) this.unjudged.push(`${route} at ${width} px`);
			for (const failure of page.failures ?? []) complain('JOURNEY', failure);
			for (const error of page.consoleErrors) complain('CONSOLE', error);
			for (const blocked of page.blocked ?? []) complain('POLICY', `the content security policy of production blocks ${blocked}`);
			for (const id of page.mocked ?? []) complain('MOCK', `'${id}' is not served: it answered with a made-up example.`);
			for (const problem of page.layout ?? []) complain('LAYOUT', problem);
			for (const violation of page.violations ?? []) complain('A11Y', violation);
			this.opened++;
			return this.failures.length === before ? page.text : undefined;
		} catch (error) {
			context.signal.throwIfAborted();
			complain('PROBE', `could not be opened: ${messageOf(error)}`);
			return undefined;
		}
	}

	/** Twice, where the page did not answer in time: a machine at its limit is no fault of the app. */
	async #visit(route: string, visit: PreviewVisit): Promise<PreviewPage> {
		const { probe, signal } = this.context;
		try {
			return await probe.open(this.url, route, signal, visit);
		} catch (error) {
			signal.throwIfAborted();
			if (codeOf(error) !== 'PREVIEW_SILENT') throw error;
			return probe.open(this.url, route, signal, visit);
		}
	}

	/** The file of a feature that shows something. */
	#pageOf(name: string): string | undefined {
		const { blueprint, files } = this.context;
		const feature = blueprint?.features.find((candidate) => candidate.name === name);
		const places = frameNamed(blueprint?.frame).placesOf(feature ?? { name, pages: [] });
		const own = places.flatMap((place) => files.list(place.replace(/\/[^/]*$/, '')).filter((path) => path.startsWith(place)));
		return own.find((path) => /\.page\.tsx$|^src\/pages\//.test(path) && !isTest(path));
	}

	/** The file that a message names, the server of the endpoint that it names, else the page of the feature, whose author knows best. */
	#where(message: string, feature: string | undefined): Partial<Failure> {
		const { files } = this.context;
		const named = /(src\/[\w./-]+\.tsx?)/.exec(message)?.[1];
		const page = feature && this.#pageOf(feature);
		const own = page ? [page] : [];
		const served = filesOfEndpoints(message, files);
		const places = [...(named ? [named] : []), ...(PAGE_AT_FAULT.test(message) ? [...own, ...served] : [...served, ...own])];
		const [file, ...suspects] = [...new Set(places)];
		return file ? { file, ...(suspects.length ? { suspects } : {}) } : {};
	}
}

/** The frame's own judgement of who breaks a contract (src/web/api.ts). */
const PAGE_AT_FAULT = /\bAt fault: the page\b/;
/** What the frame shows where there is no page, and where there is one for others. */
const NO_PAGE = 'There is no such page';
const NOT_ALLOWED = 'Not for your role';
