/** Records are listed, made, changed and deleted. */
import { childrenOf, holdersOf, labelField, namesOf, parentField, quote, sentence, someoneWho } from '../names';
import { none, sign, title, type Cases } from './case';
import { sample } from './sample';

export const recordCases: Cases = {
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
			entity.fields.find(({ type }) => ['text', 'longText', 'list', 'integer', 'money', 'decimal'].includes(type)) ??
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
	}
};
