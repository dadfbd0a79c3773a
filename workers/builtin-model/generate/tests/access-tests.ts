/** Tests of signing in, of roles and invitations, and of the looks that were asked for. */
import type { Blueprint, Criterion, Feature } from '../../../../src/lib/domain/blueprint';
import { criterionKind } from '../criteria';
import { accessOf, namesOf, quote, rolesOf } from '../names';
import { accentOf, askedFor, groundOf } from '../palette';
import { criteriaOf, title } from './case';

export function accessTests(blueprint: Blueprint, feature: Feature): [string, string][] {
	const roles = rolesOf(blueprint);
	const low = roles[0]?.name ?? 'admin';
	const tests = criteriaOf(blueprint, feature).map((criterion) => {
		switch (criterionKind(criterion.text)) {
			case 'sign-in': {
				const closed = blueprint.entities.find((entity) => accessOf(blueprint, entity, 'read') !== 'public');
				return `test(${title(criterion)}, async () => {
  const server = await startApp();
  expect((await server.visitor().send('/api/${closed ? namesOf(closed).folder : 'users'}')).status).toBe(401);
  expect((await (await server.visitor().send('/api/session')).json())).toBeNull();
});`;
			}
			case 'sign-up':
				return `test(${title(criterion)}, async () => {
  const visitor = (await startApp()).visitor();
  await visitor.call(sessionApi.signUp, { body: { name: 'Tom Field', email: 'tom@mail.example', password: 'a long password' } });
  expect(await visitor.call(sessionApi.me, {})).toMatchObject({ name: 'Tom Field', role: SIGN_UP_ROLES[0] });
  expect((await visitor.tryCall(sessionApi.signUp, { body: { name: 'Eve', email: 'eve@mail.example', password: 'a long password', role: 'admin' } })).status).toBe(403);
});`;
			case 'invite':
				return `test(${title(criterion)}, async () => {
  const server = await startApp();
  const admin = await server.signIn('admin');
  const { link } = await admin.call(usersApi.invite, { body: { email: 'tom@mail.example', name: 'Tom Field', role: '${low}' } });
  const guest = server.visitor();
  const body = { token: link.split('#')[1]!, password: 'a long password' };
  expect(await guest.call(sessionApi.accept, { body })).toMatchObject({ name: 'Tom Field', status: 'active' });
  expect((await server.visitor().tryCall(sessionApi.accept, { body })).status).toBe(409);
});`;
			case 'role':
				return `test(${title(criterion)}, async () => {
  const server = await startApp();
  const admin = await server.signIn('admin');
  const { rows } = await admin.call(usersApi.list, { query: { q: '${low}@' } });
  const changed = await admin.call(usersApi.update, { params: { id: rows[0]!.id }, body: { role: 'admin' } });
  expect(changed.role).toBe('admin');
  expect((await (await server.signIn('${low}')).tryCall(usersApi.list, {})).status).toBe(200);
});`;
			case 'deactivate':
				return `test(${title(criterion)}, async () => {
  const server = await startApp();
  const [admin, user] = [await server.signIn('admin'), await server.signIn('${low}')];
  const me = (await user.call(sessionApi.me, {}))!;
  await admin.call(usersApi.update, { params: { id: me.id }, body: { active: false } });
  expect(await user.call(sessionApi.me, {})).toBeNull();
  expect((await server.signIn('${low}')).status).toBe(401);
});`;
			case 'users-refuse':
				return `test(${title(criterion)}, async () => {
  const server = await startApp();
  expect((await (await server.signIn('${low}')).tryCall(usersApi.list, {})).status).toBe(403);
  expect((await (await server.signIn('admin')).tryCall(usersApi.list, {})).status).toBe(200);
});`;
			case 'colours':
				return colourTest(blueprint, criterion);
			case 'mode':
				return `test(${title(criterion)}, () => {
  expect(readFileSync('src/web/ui/palette.css', 'utf8')).toMatch(/:root \\{[^}]*color-scheme: ${blueprint.design.darkMode};/);
});`;
			case 'title':
				return `test(${title(criterion)}, () => {
  expect(APP.title).toBe(${quote(blueprint.title)});
});`;
			case 'no-role':
				return `test(${title(criterion)}, () => {
  expect(Object.values(ROLE_LABELS)).not.toContain(${quote(/^Nobody shall have the role (.*) any more/.exec(criterion.text)?.[1] ?? '')});
});`;
			case 'no-chart':
				return `test(${title(criterion)}, async () => {
  const admin = await (await startApp()).signIn('admin');
  expect((await admin.send('/api/dashboard')).status).toBe(404);
});`;
			case 'currency':
				return `test(${title(criterion)}, () => {
  expect(APP.currency).toBe(${quote(blueprint.design.currency)});
});`;
			case 'no-longer':
				return `test(${title(criterion)}, async () => {
  const admin = await (await startApp()).signIn('admin');
  expect((await admin.send('${/\/api\/[\w-]+/.exec(criterion.text)?.[0] ?? '/api/none'}')).status).toBe(404);
});`;
			case 'role-name': {
				const label = /^The app shall call a role (.*)\.$/.exec(criterion.text)?.[1] ?? '';
				return `test(${title(criterion)}, () => {
  expect(Object.values(ROLE_LABELS)).toContain(${quote(label)});
});`;
			}
			default:
				return `test.todo(${title(criterion)});`;
		}
	});
	if (!tests.length) return [];
	const text = tests.join('\n\n');
	const imports = [
		text.includes('readFileSync') && "import { readFileSync } from 'node:fs';",
		`import { ${text.includes('expect(') ? 'expect, ' : ''}test } from 'vitest';`,
		/APP\.(title|currency)/.test(text) && "import { APP } from '../../core/app';",
		/SIGN_UP_ROLES|ROLE_LABELS/.test(text) &&
			`import { ${['ROLE_LABELS', 'SIGN_UP_ROLES'].filter((name) => text.includes(name)).join(', ')} } from '../../core/roles';`,
		text.includes('startApp') && "import { startApp } from '../../testing/harness';",
		text.includes('sessionApi') &&
			`import { api as sessionApi } from '${feature.kind === 'session' ? './contract' : '../session/contract'}';`,
		text.includes('usersApi') &&
			`import { api as usersApi } from '${feature.kind === 'users' ? './contract' : '../users/contract'}';`
	].filter(Boolean);
	return [
		[`src/features/${feature.kind === 'users' ? 'users' : 'session'}/access.test.ts`, `${imports.join('\n')}\n\n${text}\n`]
	];
}

/** The colour must be the one that goes by its name, and stand where the frame's styles take it from. */
function colourTest(blueprint: Blueprint, criterion: Criterion): string {
	const accent = askedFor(blueprint.design, 'accent');
	const ground = askedFor(blueprint.design, 'ground');
	const lines = [
		...(accent
			? [
					`expect(css('palette')).toContain('--accent: light-dark(${accentOf(accent).join(', ')})');`,
					"expect(css('ui')).toMatch(/\\.button\\[data-look='primary'\\] \\{[^}]*background: var\\(--accent\\)/);"
				]
			: []),
		...(ground
			? [
					`expect(css('palette')).toContain('--bg: light-dark(${groundOf(ground).join(', ')})');`,
					"expect(css('tokens')).toMatch(/body \\{[^}]*background: var\\(--bg\\)/);"
				]
			: [])
	];
	return `test(${title(criterion)}, () => {
  const css = (name: string) => readFileSync(\`src/web/ui/\${name}.css\`, 'utf8');
${lines.map((line) => `  ${line}`).join('\n')}
});`;
}
