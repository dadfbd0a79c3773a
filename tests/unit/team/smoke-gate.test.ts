import { expect, test } from 'vitest';
import type { PreviewPage, PreviewVisit } from '../../../src/lib/container/preview-probe';
import { AppError } from '../../../src/lib/domain/app-error';
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import type { GateContext } from '../../../src/lib/team/gates/gate';
import { exampleAccount } from '../../../src/lib/team/gates/example-accounts';
import { smokeGate } from '../../../src/lib/team/gates/smoke-gate';

const CONTRACT = 'src/features/customers/contract.ts';
const SIGN_IN = 'Sign in\nExample data: viewer@example.com, admin@example.com, editor@example.com; password demo-password.';

/** The gate on an app whose pages answer as `pageOf` says; what it opened is kept. */
async function run(
	pageOf: (path: string, visit: PreviewVisit) => Partial<PreviewPage>,
	journeys?: Blueprint['journeys'],
	pages = [{ route: '/' }, { route: '/customers', feature: 'customers' }]
) {
	const opened: [string, PreviewVisit][] = [];
	const context = {
		probe: {
			open: async (_url: string, path: string, _signal: AbortSignal, visit: PreviewVisit = {}) => {
				const { widths, ...rest } = visit;
				opened.push([path, rest]);
				if (visit.inspect) expect(widths).toEqual([1280, 375]);
				return { status: 200, title: 'App', text: 'Customers', consoleErrors: [], isSettled: true, ...pageOf(path, visit) };
			}
		},
		widths: [1280, 375],
		pages,
		files: {
			read: (path: string) =>
				path === CONTRACT ? "endpoint({ id: 'listCustomers', method: 'get', path: '/api/customers' })" : '',
			list: (under?: string) => (under === 'src/features' ? [CONTRACT] : [`${under}/contract.ts`, `${under}/list.page.tsx`])
		},
		...(journeys
			? { blueprint: { journeys, features: [{ name: 'customers', pages: [{ route: '/customers', title: 'Customers' }] }] } }
			: {}),
		signal: new AbortController().signal,
		progress: () => undefined,
		app: { server: { url: 'http://p3000.test', port: 3000, stop: () => undefined } }
	} as unknown as GateContext;
	const { ok, failures, summary } = await smokeGate(context);
	return { ok, summary, failures: failures.map(({ code, message, file }) => ({ code, message, file })), opened };
}

test('a page that is painted too late to be judged at a width is named', async () => {
	const { ok, summary } = await run((path) => (path === '/customers' ? { unmeasured: [375] } : {}));
	expect([ok, summary]).toEqual([
		true,
		expect.stringMatching(/open without an error\. Not judged, .*: \/customers at 375 px\.$/)
	]);
});

test('a page that did not answer in time is opened once more', async () => {
	const silent = (times: number) => {
		let left = times;
		return run((path) => {
			if (path === '/customers' && left-- > 0) throw new AppError('PREVIEW_SILENT', 'It did not answer within 90 s.');
			return {};
		});
	};
	expect((await silent(1)).ok).toBe(true);
	expect((await silent(2)).failures).toMatchObject([{ code: 'PROBE', message: expect.stringContaining('did not answer') }]);
});

test('an app whose pages show themselves passes', async () => {
	expect(await run(() => ({}))).toMatchObject({ ok: true, failures: [] });
});

test.each([
	['a style that the policy blocks', { blocked: ['inline (style-src-elem)'] }, 'POLICY'],
	['a page that does not fit', { layout: ['is 900 px wide in a window of 375 px: table sticks out.'] }, 'LAYOUT'],
	['a page that is not there', { text: 'There is no such page' }, 'NO_PAGE'],
	['an error page', { status: 404 }, 'STATUS'],
	['a blank page', { text: ' \n' }, 'BLANK'],
	['a page that never stops loading', { isSettled: false, text: 'Loading' }, 'LOADING'],
	['a serious accessibility problem', { violations: ['label: Form elements must have labels (1, first input)'] }, 'A11Y']
])('%s fails, and is told to the author of the page', async (_, page, code) => {
	const { ok, failures } = await run((path) => (path === '/customers' ? page : {}));
	expect(ok).toBe(false);
	expect(failures).toMatchObject([{ code, file: 'src/features/customers/list.page.tsx' }]);
});

test('pages are seen as who signs in with the example account, who signs out at the end', async () => {
	const { ok, opened } = await run((path, visit) => (path === '/' && !visit.signInAs ? { text: SIGN_IN } : {}));
	expect(ok).toBe(true);
	expect(opened).toEqual([
		['/', { inspect: true }],
		['/', { inspect: true, signInAs: { email: 'admin@example.com', password: 'demo-password' } }],
		['/customers', { inspect: true, signOut: true }]
	]);
});

test('an app that is open to visitors is seen by one first, then as who signs in', async () => {
	const { ok, opened } = await run((path, visit) => (visit.findSignIn ? { text: SIGN_IN } : { text: 'Recipes' }));
	expect(ok).toBe(true);
	expect(opened).toEqual([
		['/', { inspect: true }],
		['/', { findSignIn: true }],
		['/customers', { inspect: true }],
		['/', { inspect: true, signInAs: { email: 'admin@example.com', password: 'demo-password' } }],
		['/customers', { inspect: false, signOut: true }]
	]);
});

test('an example account that does not let in fails', async () => {
	const { ok, failures } = await run((path, visit) =>
		path !== '/' ? {} : visit.signInAs ? { failures: ['signIn: Wrong e-mail or password.'] } : { text: SIGN_IN }
	);
	expect({ ok, failures }).toMatchObject({
		ok: false,
		failures: [{ code: 'JOURNEY', message: '/: signIn: Wrong e-mail or password.' }]
	});
});

test('a request that the server fails is told to the author of its endpoint, then to that of the page', async () => {
	const { failures } = await run((path) =>
		path === '/customers' ? { consoleErrors: ['Request failed: 500 http://p3000.test/api/customers?page=1'] } : {}
	);
	expect(failures).toMatchObject([{ code: 'CONSOLE', file: 'src/features/customers/routes.ts' }]);
});

test('a page that breaks a contract is told to its own author, a server that does to that of the server', async () => {
	const told = async (error: string) =>
		(await run((path) => (path === '/customers' ? { consoleErrors: [error] } : {}))).failures[0];
	const spec = 'listCustomers (GET /api/customers)';
	expect(
		await told(`${spec}: this page sends what the contract does not admit. At fault: the page. Sent: {}. Answered: 422`)
	).toMatchObject({
		file: 'src/features/customers/list.page.tsx'
	});
	expect(await told(`${spec} answers something else. At fault: the server. Sent: {}. Answered: {}`)).toMatchObject({
		file: 'src/features/customers/routes.ts'
	});
});

test('an app whose pages live of made-up answers is not done', async () => {
	const { ok, failures } = await run((path) => (path === '/customers' ? { mocked: ['listCustomers'] } : {}));
	expect(ok).toBe(false);
	expect(failures).toMatchObject([{ code: 'MOCK', file: 'src/features/customers/routes.ts' }]);
});

test('journeys are played by each role, which presses what the step names', async () => {
	const step = { role: 'viewer', action: 'presses "Export"', target: '/customers' };
	const { ok, failures, opened } = await run(
		(path, visit) =>
			visit.press
				? { failures: [`press: there is no control '${visit.press}'.`] }
				: path === '/' && !visit.signInAs
					? { text: SIGN_IN }
					: {},
		[{ id: 'J1', title: 'Take the list home', steps: [step] }]
	);
	expect(ok).toBe(false);
	expect(failures).toMatchObject([
		{
			code: 'JOURNEY',
			message: 'J1 "Take the list home": viewer presses "Export": /customers: press: there is no control \'Export\'.'
		}
	]);
	expect(opened.slice(-2)).toEqual([
		['/', { signInAs: { email: 'viewer@example.com', password: 'demo-password' } }],
		['/customers', { press: 'Export', signOut: true }]
	]);
});

test('a text that names no account has none', () => {
	expect(exampleAccount('Sign in\nE-mail\nPassword')).toBeUndefined();
});

test('whoever signed in is signed out again, also where the first page is all there is to see', async () => {
	const journeys = [{ id: 'J1', title: 'Look', steps: [{ role: 'viewer', action: 'looks at customers', target: '/customers' }] }];
	const { opened } = await run((path, visit) => (visit.signInAs ? {} : { text: SIGN_IN }), journeys, [{ route: '/' }]);
	const signed = opened.map(([path, { signInAs, signOut }]) => [path, signInAs?.email, signOut]);
	expect(signed.filter(([, email, out]) => email || out)).toEqual([
		['/', 'admin@example.com', true],
		['/', 'viewer@example.com', undefined],
		['/customers', undefined, true]
	]);
});
