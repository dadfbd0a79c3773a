import { expect, test } from 'vitest';
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import type { GateContext } from '../../../src/lib/team/gates/gate';
import { reviewGate } from '../../../src/lib/team/gates/review-gate';
import { fullstackFrame } from '../../../src/lib/frames/fullstack';
import { planTasks } from '../../../src/lib/team/planning/task-graph';
import { routeFailures } from '../../../src/lib/team/planning/failure-routing';
import { architect } from '../../../workers/builtin-model/understand/architect';
import { filesOf } from '../../../workers/builtin-model/generate/files';
import { CUSTOMER_DASHBOARD } from '../../fixtures/requirements.mjs';

const blueprint = architect(CUSTOMER_DASHBOARD);
const frame = fullstackFrame({ slug: 'app', title: 'App', summary: 'An app.' });

/** Findings of a review of the built-in model's app with some files in place of others, each with who gets it. */
async function review(changed: Record<string, string> = {}, plan: Blueprint = blueprint) {
	const files = new Map([...frame, ...filesOf(plan), ...Object.entries(changed)]);
	const context = {
		files: {
			read: (path: string) => files.get(path),
			list: (under = '') => [...files.keys()].filter((path: string) => path.startsWith(under))
		},
		blueprint: plan,
		frozen: new Set(frame.keys()),
		progress: () => undefined
	} as unknown as GateContext;
	const { failures } = await reviewGate(context);
	const facts = { tasks: planTasks(plan, frame.keys()), asked: new Map(), frozen: frame.keys() };
	return failures.map((failure) => [
		failure.code,
		failure.file,
		failure.lineNumber,
		routeFailures([failure], facts).routes[0]?.task.role
	]);
}

test('nothing is found in what the built-in model writes', async () => {
	expect(await review()).toEqual([]);
});

const REPO = 'src/features/customers/repo.ts';
const PAGE = 'src/features/customers/list.page.tsx';
const ROUTES = 'src/features/customers/routes.ts';

test.each([
	['a secret', REPO, "const KEY = 'sk-proj-abcdefghijklmnopqrstuvwx123';", 'SECRET', 'backend'],
	['a secret by its name', REPO, "const apiKey = 'abc123def456ghi789jkl0';", 'SECRET', 'backend'],
	[
		'SQL from what was sent',
		REPO,
		"db.query(`select * from customers where name = '${query.q}'`);",
		'SQL_FROM_STRINGS',
		'backend'
	],
	['SQL that is added to', REPO, "db.query('delete from customers where id = ' + params.id);", 'SQL_FROM_STRINGS', 'backend'],
	['HTML from text', PAGE, '<p dangerouslySetInnerHTML={{ __html: note }} />', 'UNSAFE_HTML', 'frontend'],
	['styles that the policy blocks', PAGE, 'const Styles = () => <style>{CSS}</style>;', 'POLICY', 'frontend'],
	['a route past the contract', ROUTES, "app.get('/api/all', (c) => c.json(rows));", 'ACCESS', 'backend'],
	['an error without a word', ROUTES, 'try { save(); } catch {}', 'LOST_ERROR', 'backend']
])('%s is found and goes to who wrote it', async (_, file, line, code, role) => {
	expect(await review({ [file]: `// first\n${line}\n` })).toEqual([[code, file, 2, role]]);
});

test('parameters, comments and tests are no findings', async () => {
	const fine = [
		'// never `innerHTML =`',
		'db.query(`select ${COLUMNS} from customers where id = $1`, [params.id]);',
		'const password = body.password;'
	].join('\n');
	expect(await review({ [REPO]: fine, 'src/features/customers/x.test.ts': "document.write('x')" })).toEqual([]);
});

test('an endpoint that anybody may call, though the blueprint says who may, goes to its author', async () => {
	const contract =
		"export const api = {\n\tlist: endpoint({ id: 'listCustomers', method: 'get', path: '/api/customers', access: 'public' })\n};";
	expect(await review({ 'src/features/customers/contract.ts': contract })).toEqual([
		['ACCESS', 'src/features/customers/contract.ts', 2, 'backend']
	]);
});

test('bad packages and a Dockerfile that cannot work are DevOps’', async () => {
	const manifest = JSON.parse(frame.get('package.json') ?? '{}') as { dependencies: object };
	const dockerfile = (frame.get('Dockerfile') ?? '').replace('npm run build', 'npm run bundle').replace('USER node\n', '');
	const changed = JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, 'event-stream': '3.3.6' } });
	const found = await review({ 'package.json': changed, Dockerfile: dockerfile });
	expect(found.map(([code, file, , role]) => [code, file, role])).toEqual([
		['PACKAGE_BAD', 'package.json', 'devops'],
		['DOCKERFILE', 'Dockerfile', 'devops'],
		['DOCKERFILE', 'Dockerfile', 'devops']
	]);
});
