/** Tests named by criterion: what QA writes. A criterion without a known test becomes a `todo`, never a pass. */
import type { Blueprint, Criterion, Entity, Feature, Field } from '../../../src/lib/domain/blueprint';
import { filterFields } from './backend';
import { bookingOf } from './bookings';
import { criterionKind, type CriterionKind } from './criteria';
import { plansOf } from './dashboard';
import { label as optionLabel } from './fields';
import { accentOf, askedFor, groundOf } from './palette';
import { boardLink, stateField } from './specials';
import {
	accessOf,
	childrenOf,
	holdersOf,
	isOwned,
	isPrivate,
	labelField,
	namesOf,
	parentField,
	quote,
	rolesOf,
	sentence,
	someoneWho,
	someoneWhoMayNot
} from './names';

/** A value that the field accepts, as code. */
function sample(field: Field, variant = 0): string {
	switch (field.type) {
		case 'integer':
			return String(Math.min(field.max ?? 99, Math.max(field.min ?? 0, 3 + variant)));
		case 'decimal':
			return String(Math.max(field.min ?? 0, 2.5 + variant));
		case 'money':
			return String(12_500 + variant * 100);
		case 'reference':
			return '1';
		case 'boolean':
			return 'true';
		case 'date':
			return `'2025-06-2${variant}'`;
		case 'dateTime':
			return `'2025-06-2${variant}T09:00:00.000Z'`;
		case 'email':
			return `'sample${variant}@mail.example'`;
		case 'phone':
			return `'+49 30 555${variant}'`;
		case 'url':
		case 'image':
			return `'https://example.com/${variant}'`;
		case 'enum':
			return quote(field.options?.[variant % (field.options.length || 1)] ?? '');
		default:
			return quote(`Sample ${field.label.toLowerCase()} ${variant}`);
	}
}

const body = (entity: Entity) => {
	const place = bookedSample(entity);
	const fields = entity.fields.filter((field) => field.required || field === labelField(entity));
	return `{ ${fields.map((field) => `${field.name}: ${place[field.name] ?? sample(field)}`).join(', ')} }`;
};

/** A time that no example record has taken. */
function bookedSample(entity: Entity): Record<string, string> {
	const booking = bookingOf(entity);
	if (!booking) return {};
	return 'until' in booking.length
		? { [booking.from.name]: "'2031-03-03'", [booking.length.until.name]: "'2031-03-05'" }
		: { [booking.from.name]: "'2031-03-03T09:00:00.000Z'" };
}

interface Case {
	api: string[];
	ui: string[];
}
const none: Case = { api: [], ui: [] };

export function criteriaOf(blueprint: Blueprint, feature: Feature): Criterion[] {
	return blueprint.requirements
		.flatMap((requirement) => requirement.criteria)
		.filter((criterion) => feature.criteria.includes(criterion.id));
}
const title = (criterion: Criterion) => quote(`${criterion.id} ${criterion.text}`);
const header = (name: string) => `let server: Awaited<ReturnType<typeof startApp>>;
beforeEach(async () => void (server = await startApp()));

describe(${quote(name)}, () => {
`;

export function entityTests(blueprint: Blueprint, feature: Feature, entity: Entity): [string, string][] {
	const { folder, all } = namesOf(entity);
	const cases = criteriaOf(blueprint, feature).map((criterion) => entityCase(blueprint, entity, criterion));
	const api = cases.flatMap((one) => one.api).join('\n\n');
	const ui = cases.flatMap((one) => one.ui).join('\n\n');
	const files: [string, string][] = [];
	if (api) {
		files.push([
			`src/features/${folder}/api.test.ts`,
			`import { beforeEach, describe${api.includes('expect(') ? ', expect' : ''}, test } from 'vitest';
import { startApp } from '../../testing/harness';
${importsOf(blueprint, entity, api)}${api.includes('api.') ? "import { api } from './contract';\n" : ''}${api.includes('const sample') || !api.includes('sample') ? '' : `\nconst sample = ${body(entity)} as const;\n`}
${header(all)}${api}
});
`
		]);
	}
	if (ui) {
		const uses = ['fireEvent', 'screen', 'waitFor', 'within'].filter((name) => new RegExp(`\\b${name}\\b`).test(ui));
		files.push([
			`src/features/${folder}/ui.test.tsx`,
			`import { ${uses.join(', ')} } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openPage } from '../../testing/render';
${ui.includes('announce(') ? "import { announce } from '../../web/live';\n" : ''}${ui.includes('api.') ? "import { api } from './contract';\n" : ''}
describe(${quote(`${all} on the page`)}, () => {
${ui}
});
`
		]);
	}
	return files;
}

/** Contracts of other entities that the tests call. */
const importsOf = (blueprint: Blueprint, entity: Entity, code: string) =>
	holdersOf(blueprint, entity)
		.map(namesOf)
		.filter(({ many }) => code.includes(`${many}Api.`))
		.map(({ many, folder }) => `import { api as ${many}Api } from '../${folder}/contract';\n`)
		.join('');

function entityCase(blueprint: Blueprint, entity: Entity, criterion: Criterion): Case {
	const write = entityCases[criterionKind(criterion.text)];
	return write ? write(blueprint, entity, criterion) : { api: [`  test.todo(${title(criterion)});`], ui: [] };
}

type Writer = (blueprint: Blueprint, entity: Entity, criterion: Criterion) => Case;
const sign = (role: string) => `const user = await server.signIn(${quote(role)});`;

const entityCases: Partial<Record<CriterionKind, Writer>> = {
	list: (blueprint, entity, criterion) => {
		const role = someoneWho(blueprint, entity, 'read');
		const { all } = namesOf(entity);
		const top = entity.ownedBy === null || entity.ownedBy === 'user';
		const sort = labelField(entity).name;
		return {
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(role)}
    const first = await user.call(api.list, { query: { sort: 'createdAt', dir: 'desc', size: 5 } });
    const times = first.rows.map((row) => row.createdAt);
    expect(times).toEqual([...times].sort().reverse());
    const next = await user.call(api.list, { query: { sort: 'createdAt', dir: 'desc', size: 5, page: 2 } });
    expect(first.rows.filter((row) => next.rows.some((other) => other.id === row.id))).toEqual([]);
    expect((await user.call(api.list, { query: { q: 'no such words' } })).total).toBe(0);
    expect((await user.tryCall(api.list, { query: { page: '0' } })).status).toBe(422);
    expect((await user.call(api.list, { query: { sort: '${sort}' } })).rows.length).toBeGreaterThan(0);
  });`
			],
			ui: top
				? [
						`  test(${title(criterion)}, async () => {
    await openPage(${quote(namesOf(entity).route)}, ${quote(role)});
    expect(await screen.findByRole('heading', { name: ${quote(sentence(all))} })).toBeTruthy();
    expect(within(await screen.findByRole('table', { name: ${quote(sentence(all))} })).getAllByRole('row').length).toBeGreaterThan(1);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'no such words' } });
    expect(await screen.findByText(${quote(`No ${all} match “no such words”`)})).toBeTruthy();
  });`
					]
				: []
		};
	},
	create: (blueprint, entity, criterion) => {
		const name = labelField(entity);
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'create'))}
    const made = await user.call(api.create, { body: sample });
    expect(made).toMatchObject(sample);
    expect(made.${name.name}).toBe(sample.${name.name});
    expect(await user.call(api.get, { params: { id: made.id } })).toEqual(made);
    expect((await user.tryCall(api.get, { params: { id: 999_999 } })).status).toBe(404);
  });`
			]
		};
	},
	invalid: (blueprint, entity, criterion) => {
		const { one, route } = namesOf(entity);
		const required = entity.fields.filter((field) => field.required && field.type !== 'boolean');
		const role = someoneWho(blueprint, entity, 'create');
		const typed = required.filter((field) => ['text', 'longText', 'list', 'integer', 'decimal', 'money'].includes(field.type));
		const numbers = required.filter((field) => ['integer', 'decimal', 'money'].includes(field.type));
		const top = entity.ownedBy === null || entity.ownedBy === 'user';
		return {
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(role)}
    const { status, data } = await user.tryCall(api.create, { body: {} });
    expect(status).toBe(422);
    expect(Object.keys(data.error.fields).sort()).toEqual([${required
			.map((field) => quote(field.name))
			.sort()
			.join(', ')}]);${numbers
			.map(
				(field) =>
					`\n    expect((await user.tryCall(api.create, { body: { ...sample, ${field.name}: '' } })).data.error.fields).toEqual({ ${field.name}: ${quote(`${field.label} is required`)} });`
			)
			.join('')}
  });`
			],
			ui:
				top && typed.length
					? [
							`  test(${title(criterion)}, async () => {
    await openPage(${quote(route)}, ${quote(role)});
    fireEvent.click(await screen.findByRole('button', { name: ${quote(`Add ${one}`)} }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
${typed.map((field) => `    expect(await screen.findByText(${quote(`${field.label} is required`)})).toBeTruthy();`).join('\n')}
  });`
						]
					: []
		};
	},
	change: (blueprint, entity, criterion) => {
		const field =
			entity.fields.find((one) => ['text', 'longText', 'list', 'integer', 'money', 'decimal'].includes(one.type)) ??
			labelField(entity);
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign('admin')}
    const made = await user.call(api.create, { body: sample });
    const changed = await user.call(api.update, { params: { id: made.id }, body: { ${field.name}: ${sample(field, 1)} } });
    expect(changed).toEqual({ ...made, ${field.name}: ${sample(field, 1)}, label: changed.label });
  });`
			]
		};
	},
	remove: (blueprint, entity, criterion) => {
		const holder = holdersOf(blueprint, entity)[0];
		const children = childrenOf(blueprint, entity).filter((child) => parentField(child));
		const { many, all } = namesOf(holder ?? entity);
		return {
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign('admin')}
    const made = await user.call(api.create, { body: sample });
    await user.call(api.remove, { params: { id: made.id } });
    expect((await user.tryCall(api.get, { params: { id: made.id } })).status).toBe(404);${
			holder
				? `
    // ${sentence(all)} need it: one that is in use stays.
    const used = (await user.call(${many}Api.list, { query: {} })).rows[0]!.${holder.fields.find((field) => field.required && field.reference === entity.name)?.name ?? 'id'};
    expect((await user.tryCall(api.remove, { params: { id: used } })).status).toBe(409);
    expect((await user.tryCall(api.get, { params: { id: used } })).status).toBe(200);`
				: ''
		}
  });`
			],
			ui: children.length
				? [
						`  test(${title(criterion)}, async () => {
    const { user } = await openPage(${quote(`${namesOf(entity).route}/1`)}, 'admin');
    const record = await user.call(api.get, { params: { id: 1 } });
    let asked = '';
    globalThis.confirm = (text) => ((asked = text ?? ''), false);
    fireEvent.click(await screen.findByRole('button', { name: 'Delete' }));
${children.map((child) => `    expect(asked).toContain(\`\${record.${namesOf(child).many}Count} ${namesOf(child).one.slice(0, 4)}\`);`).join('\n')}
    expect((await user.tryCall(api.get, { params: { id: 1 } })).status).toBe(200);
  });`
					]
				: []
		};
	},
	refuse: (blueprint, entity, criterion) => {
		const role = someoneWhoMayNot(blueprint, entity, 'create');
		const { one, route } = namesOf(entity);
		const top = entity.ownedBy === null || entity.ownedBy === 'user';
		const mayRead =
			role &&
			(() => {
				const rule = accessOf(blueprint, entity, 'read');
				return typeof rule === 'string' || rule.includes(role);
			})();
		return role
			? {
					api: [
						`  test(${title(criterion)}, async () => {
    ${sign(role)}
    expect((await user.tryCall(api.create, { body: sample })).status).toBe(403);
  });`
					],
					ui:
						top && mayRead
							? [
									`  test(${title(criterion)}, async () => {
    await openPage(${quote(route)}, ${quote(role)});
    await screen.findByRole('searchbox');
    expect(screen.queryByRole('button', { name: ${quote(`Add ${one}`)} })).toBeNull();
  });`
								]
							: []
				}
			: { ...none, api: [`  test.todo(${title(criterion)});`] };
	},
	filter: (blueprint, entity, criterion) => {
		const field = filterFields(entity).find((one) => criterion.text.includes(one.label.toLowerCase())) ?? filterFields(entity)[0];
		if (!field) return { ...none, api: [`  test.todo(${title(criterion)});`] };
		const [sent, expected] = field.type === 'boolean' ? ["'true'", 'true'] : [sample(field), sample(field)];
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'read'))}
    const { rows } = await user.call(api.list, { query: { ${field.name}: ${sent}, size: 100 } });
    expect([...new Set(rows.map((row) => row.${field.name}))].filter((value) => value !== ${expected})).toEqual([]);
  });`
			]
		};
	},
	own: (blueprint, entity, criterion) => {
		const [maker, other] = ownerPair(blueprint, entity);
		if (!maker || !other) return { ...none, api: [`  test.todo(${title(criterion)});`] };
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    const made = await (await server.signIn(${quote(maker)})).call(api.create, { body: sample });
    const other = await server.signIn(${quote(other)});
    expect((await other.tryCall(api.update, { params: { id: made.id }, body: {} })).status).toBe(403);
    expect((await other.tryCall(api.remove, { params: { id: made.id } })).status).toBe(403);${isPrivate(entity) ? `\n    expect((await other.tryCall(api.get, { params: { id: made.id } })).status).toBe(403);` : ''}
  });`
			]
		};
	},
	panel: (blueprint, entity, criterion) => {
		const child = childrenOf(blueprint, entity).find((one) => criterion.text.includes(`its ${namesOf(one).all}`));
		const parent = child && parentField(child);
		if (!child || !parent) return { ...none, api: [`  test.todo(${title(criterion)});`] };
		const name = sentence(namesOf(child).all);
		return {
			...none,
			ui: [
				`  test(${title(criterion)}, async () => {
    await openPage(${quote(`${namesOf(entity).route}/1`)}, ${quote(someoneWho(blueprint, entity, 'read'))});
    fireEvent.click(await screen.findByRole('tab', { name: ${`/^${name}/`} }));
    expect(await screen.findByRole('tab', { name: /^${name}/, selected: true })).toBeTruthy();
    expect(await screen.findByText(/^(No ${namesOf(child).all} yet|1–.*)$/)).toBeTruthy();
  });`
			]
		};
	},
	live: (blueprint, entity, criterion) => {
		const role = rolesOf(blueprint).find((one) => someoneWho(blueprint, entity, 'create') === one.name)?.name ?? 'admin';
		const { route, table } = namesOf(entity);
		return {
			...none,
			ui: [
				`  test(${title(criterion)}, async () => {
    const { user } = await openPage(${quote(route)}, ${quote(role)});
    const total = Number((await screen.findByText(/ in total$/)).textContent.split(' ')[0]);
    await user.call(api.create, { body: ${body(entity)} });
    announce([${quote(table)}]);
    expect(await screen.findByText(\`\${total + 1} in total\`)).toBeTruthy();
  });`
			]
		};
	},
	overdue: (blueprint, entity, criterion) => {
		const open = stateField(entity)?.options?.find((option) => !['paid', 'done', 'closed'].includes(option)) ?? '';
		const done = stateField(entity)?.options?.find((option) => ['paid', 'done', 'closed'].includes(option)) ?? '';
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'create'))}
    const late = { ...sample, dueDate: '2020-01-31' };
    expect((await user.call(api.create, { body: { ...late, status: ${quote(open)} } })).overdue).toBe(true);
    expect((await user.call(api.create, { body: { ...late, ${uniqueField(entity)}status: ${quote(done)} } })).overdue).toBe(false);
    expect((await user.call(api.create, { body: { ...sample, ${uniqueField(entity)}dueDate: '2999-01-31', status: ${quote(open)} } })).overdue).toBe(false);
  });`
			]
		};
	},
	scale: (blueprint, entity, criterion) => ({
		...none,
		ui: [
			`  test(${title(criterion)}, async () => {
    await openPage(${quote(`${namesOf(entity).route}/1`)}, ${quote(someoneWho(blueprint, entity, 'read'))});
    const servings = await screen.findByLabelText<HTMLInputElement>('Servings');
    const amounts = () => screen.getAllByRole('listitem').map((item) => Number.parseFloat(item.textContent)).filter((amount) => !Number.isNaN(amount));
    const before = amounts();
    expect(before.length).toBeGreaterThan(0);
    fireEvent.change(servings, { target: { value: String(Number(servings.value) * 2) } });
    expect(amounts()).toEqual(before.map((amount) => amount * 2));
  });`
		]
	}),
	board: (blueprint, entity, criterion) => {
		const last = stateField(entity)?.options?.at(-1) ?? '';
		const first = stateField(entity)?.options?.[0] ?? '';
		const named = labelField(entity).type !== 'longText';
		const link = boardLink(blueprint, entity)?.replace(/\$\{.*\}/, '');
		const linked = link && `/^${link.replace(/\//g, '\\/')}\\d+$/`;
		return {
			...none,
			ui: [
				`  test(${title(criterion)}, async () => {
    ${named ? 'const { user } = ' : ''}await openPage(${quote(`${namesOf(entity).route}/board`)}, ${quote(someoneWho(blueprint, entity, 'update'))});
    const column = (name: string) => within(screen.getByRole('region', { name }));
    await screen.findByRole('region', { name: ${quote(optionLabel(first))} });
    const box = column(${quote(optionLabel(first))}).getAllByRole('combobox')[0]!;
    const article = box.closest('article')!;
    const card = article.getAttribute('aria-label')!;${named ? `\n    const { rows } = await user.call(api.list, { query: { size: 100, status: ${quote(first)} } });\n    expect(rows.map((row) => row.label)).toContain(card);` : ''}${linked ? `\n    expect(within(article).getByRole('link', { name: card }).getAttribute('href')).toMatch(${linked});` : ''}
    expect(screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page').map((link) => link.getAttribute('href'))).toEqual([${quote(`${namesOf(entity).route}/board`)}]);
    const there = column(${quote(optionLabel(last))}).queryAllByRole('article', { name: card }).length;
    fireEvent.change(box, { target: { value: ${quote(last)} } });
    await waitFor(() => expect(column(${quote(optionLabel(last))}).getAllByRole('article', { name: card })).toHaveLength(there + 1));
  });`
			]
		};
	},
	calendar: (blueprint, entity, criterion) => ({
		...none,
		ui: [
			`  test(${title(criterion)}, async () => {
    await openPage(${quote(`${namesOf(entity).route}/calendar?week=2025-06-16`)}, ${quote(someoneWho(blueprint, entity, 'read'))});
    expect(await screen.findAllByRole('region')).toHaveLength(7);
    expect(screen.getByRole('region', { name: /^Wednesday/ })).toBeTruthy();
    expect(screen.getAllByRole('article').length).toBeGreaterThan(0);
  });`
		]
	}),
	booked: (blueprint, entity, criterion) => {
		const booking = bookingOf(entity);
		if (!booking) return { ...none, api: [`  test.todo(${title(criterion)});`] };
		const other = booking.cancelled && `{ ...sample, ${booking.cancelled.state.name}: ${quote(booking.cancelled.option)} }`;
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'create'))}
    const answers = await Promise.all(Array.from({ length: 5 }, () => user.tryCall(api.create, { body: sample })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(answers.find((answer) => answer.status === 409)!.data.error.code).toBe('taken');${
			other ? `\n    expect((await user.tryCall(api.create, { body: ${other} })).status).toBe(201);` : ''
		}
  });`
			]
		};
	},
	visitor: (_blueprint, entity, criterion) => ({
		...none,
		ui: [
			`  test(${title(criterion)}, async () => {
    await openPage(${quote(namesOf(entity).route)});
    expect(await screen.findByRole('heading', { name: ${quote(sentence(namesOf(entity).all))} })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeTruthy();
  });`
		]
	})
};

const uniqueField = (entity: Entity) =>
	entity.fields
		.filter((field) => field.unique)
		.map((field) => `${field.name}: ${sample(field, 1)}, `)
		.join('');

/** Two roles of which one may make a record and the other may not touch it. */
export function ownerPair(blueprint: Blueprint, entity: Entity): [string?, string?] {
	if (!isOwned(entity)) return [];
	const allowed = (action: 'create' | 'update') => {
		const rule = accessOf(blueprint, entity, action);
		return rolesOf(blueprint)
			.map((role) => role.name)
			.filter((name) => typeof rule === 'string' || rule.includes(name));
	};
	const makers = allowed('create');
	const other = allowed('update').find((name) => name !== 'admin' && makers.some((maker) => maker !== name));
	return other ? [makers.find((maker) => maker !== other), other] : [];
}

export function dashboardTests(blueprint: Blueprint, feature: Feature): [string, string][] {
	const criteria = criteriaOf(blueprint, feature);
	const plans = plansOf(blueprint, feature);
	const tests = criteria.map((criterion) => {
		const plan = plans.find((one) => criterion.text.toLowerCase().includes(one.chart.title.toLowerCase()));
		if (!plan) return `  test.todo(${title(criterion)});`;
		if (plan.chart.kind === 'ranking')
			return `  test(${title(criterion)}, async () => {
    const { ${plan.key} } = await (await server.signIn('admin')).call(api.get, {});
    const values = ${plan.key}.map((point) => point.value);
    expect(values.length).toBeGreaterThan(0);
    expect(values.length).toBeLessThanOrEqual(10);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });`;
		const count = plan.chart.by === 'day' ? 30 : ['week', 'month'].includes(plan.chart.by) ? 12 : 0;
		return `  test(${title(criterion)}, async () => {
    const { ${plan.key} } = await (await server.signIn('admin')).call(api.get, {});
${count ? `    expect(${plan.key}).toHaveLength(${count});\n    expect(${plan.key}.map((point) => point.label)).toEqual(${plan.key}.map((point) => point.label).sort());` : `    expect(${plan.key}.length).toBeGreaterThan(0);`}
    expect(${plan.key}.reduce((sum, point) => sum + point.value, 0)).toBeGreaterThan(0);
  });`;
	});
	const shown = plans.filter((plan) => plan.chart.kind !== 'ranking');
	const files: [string, string][] = tests.length
		? [
				[
					'src/features/dashboard/api.test.ts',
					`import { beforeEach, describe, expect, test } from 'vitest';\nimport { startApp } from '../../testing/harness';\nimport { api } from './contract';\n\n${header('dashboard')}${tests.join('\n\n')}\n});\n`
				]
			]
		: [];
	const ids = criteria.map((criterion) => criterion.id).join(' ');
	if (shown.length && ids)
		files.push([
			'src/features/dashboard/ui.test.tsx',
			`import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../../testing/render';

test(${quote(`${ids} every chart offers its numbers as a table`)}, async () => {
  await openPage('/', 'admin');
  expect(await screen.findByRole('heading', { name: 'Dashboard' })).toBeTruthy();
${shown.map((plan) => `  expect(await screen.findByRole('table', { name: ${quote(plan.chart.title)} })).toBeTruthy();`).join('\n')}
});
`
		]);
	return files;
}

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
			default:
				return `test.todo(${title(criterion)});`;
		}
	});
	if (!tests.length) return [];
	const text = tests.join('\n\n');
	const imports = [
		text.includes('readFileSync') && "import { readFileSync } from 'node:fs';",
		`import { ${text.includes('expect(') ? 'expect, ' : ''}test } from 'vitest';`,
		text.includes('SIGN_UP_ROLES') && "import { SIGN_UP_ROLES } from '../../core/roles';",
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
