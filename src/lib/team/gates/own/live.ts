import { runToEnd } from '../../../container/container';
import { messageOf } from '../../../domain/app-error';
import type { Failure } from '../../../domain/check';
import { lookedUp } from '../../../project/project-kind';
import { PAGES, startPlan } from '../../../project/start-plan';
import { boot } from '../boot-gate';
import type { RunningServer } from '../../../container/start-server';
import { failureOf, reportOf, type Gate, type GateContext } from '../gate';
import { placesIn } from './problems';
import { absent, kindOf } from './scripts';

/** The project runs, and answers. */

const BOOT_TIMEOUT_MS = 60_000;
const ANSWER_TIMEOUT_MS = 20_000;

export const ownBootGate: Gate = async (context) => {
	context.app.server?.stop();
	context.app.server = undefined;
	const plan = startPlan(lookedUp(context.files));
	if (!plan) return absent('boot', 'Nothing here says how to start an app.');
	return boot(context, plan, BOOT_TIMEOUT_MS);
};

/** A page shows something without an error; an API answers at all. What pages of the team's are held to besides is not asked of others. */
export const ownSmokeGate: Gate = async (context) => {
	const started = performance.now();
	const { server } = context.app;
	if (!server) return absent('smoke', 'The app does not run: nothing was looked at.');
	context.progress('Opening /');
	const isPage = kindOf(context).serves === 'page';
	const { failures, summary } = await (isPage ? pageSmoke(context, server) : apiSmoke(context, server));
	return reportOf('smoke', started, {
		summary: failures.length
			? `${failures.length === 1 ? '1 problem' : `${failures.length} problems`} in the live app.`
			: summary,
		passed: failures.length ? 0 : 1,
		failures
	});
};

interface Smoke {
	failures: Failure[];
	summary: string;
}

async function pageSmoke(context: GateContext, { url }: RunningServer): Promise<Smoke> {
	const complain = (code: string, message: string) => failureOf('smoke', code, `/: ${message}`, whereOf(message, context));
	try {
		const page = await context.probe.open(url, '/', context.signal, {});
		const status = page.status >= 400 ? [complain('STATUS', `answered with ${page.status}.`)] : [];
		const blank = page.text.trim() ? [] : [complain('BLANK', 'shows nothing.')];
		// Browsers ask for one by themselves.
		const errors = page.consoleErrors.filter((error) => !error.includes('favicon.ico'));
		const failures = [...status, ...(status.length ? [] : blank), ...errors.map((error) => complain('CONSOLE', error))];
		return { failures, summary: 'The page opens without an error.' };
	} catch (error) {
		context.signal.throwIfAborted();
		return { failures: [complain('PROBE', `could not be opened: ${messageOf(error)}`)], summary: '' };
	}
}

/** Asked where it runs: what it answers with need not be a page. */
async function apiSmoke(context: GateContext, { port }: RunningServer): Promise<Smoke> {
	const ask = `fetch('http://localhost:${port}/').then(({ status }) => console.log('status ' + status), (error) => console.log(String(error.cause ?? error)))`;
	const { output } = await runToEnd(context.container, 'node', ['-e', ask], {
		signal: context.signal,
		timeoutMs: ANSWER_TIMEOUT_MS
	});
	const status = Number(/status (\d+)/.exec(output)?.[1] ?? 0);
	if (status > 0 && status < 500) return { failures: [], summary: `The app answers (${status} at /).` };
	const message = status ? `/: answered with ${status}.` : `/: did not answer. ${output.trim().slice(-300)}`;
	return { failures: [failureOf('smoke', status ? 'STATUS' : 'SILENT', message)], summary: '' };
}

/** The files that a message names, else the page. */
function whereOf(message: string, { files }: GateContext): Partial<Failure> {
	const named = placesIn(message, files).map(({ path }) => path);
	const page = PAGES.find((path) => files.read(path) !== undefined);
	const [file, ...suspects] = [...named, ...(page ? [page] : [])];
	return file ? { file, ...(suspects.length ? { suspects } : {}) } : {};
}
