/** Fields as somebody asked for them later: kept, asked for or not, of these values only; and what a role may do. */
import type { Blueprint, Criterion, Entity, Field } from '../../../../src/lib/domain/blueprint';
import { wording } from '../criteria';
import { entityNamed, isOwned, namesOf, quote, sentence, someoneWho } from '../names';
import { rightsOf, roleOfRights } from '../rights';
import { none, sign, title, type Case, type Cases } from './case';
import { bookedSample, sample, uniqueField } from './sample';

const todo = (criterion: Criterion): Case => ({ ...none, api: [`  test.todo(${title(criterion)});`] });

/** The field that a criterion of this wording speaks of. */
const fieldOf = (entity: Entity, criterion: Criterion, say: (noun: string, label: string, field: Field) => string) =>
	entity.fields.find((field) => say(namesOf(entity).one, field.label.toLowerCase(), field) === criterion.text);

const valueOf = (entity: Entity, field: Field, variant = 0) => bookedSample(entity)[field.name] ?? sample(field, variant);

export const fieldCases: Cases = {
	field: (blueprint, entity, criterion) => {
		const field = fieldOf(entity, criterion, wording.field);
		if (!field) return todo(criterion);
		return {
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'create'))}
    const made = await user.call(api.create, { body: { ...sample, ${field.name}: ${valueOf(entity, field)} } });
    expect(made.${field.name}).toBe(${valueOf(entity, field)});
    expect((await user.call(api.get, { params: { id: made.id } })).${field.name}).toBe(${valueOf(entity, field)});
  });`
			],
			ui: isAskedOnList(entity) ? [inForm(blueprint, entity, criterion, { label: field.label, isThere: true })] : []
		};
	},
	required: (blueprint, entity, criterion) => {
		const field = fieldOf(entity, criterion, wording.required);
		if (!field) return todo(criterion);
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'create'))}
    const { status, data } = await user.tryCall(api.create, { body: { ...sample, ${field.name}: undefined } });
    expect([status, Object.keys(data.error.fields)]).toEqual([422, [${quote(field.name)}]]);
  });`
			]
		};
	},
	optional: (blueprint, entity, criterion) => {
		const field = fieldOf(entity, criterion, wording.optional);
		if (!field) return todo(criterion);
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'create'))}
    const made = await user.call(api.create, { body: { ...sample, ${field.name}: undefined } });
    expect(made.${field.name}).toBeNull();
  });`
			]
		};
	},
	options: (blueprint, entity, criterion) => {
		const field = fieldOf(entity, criterion, (noun, label, { options = [] }) => wording.options(noun, label, options));
		if (!field) return todo(criterion);
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    const user = await server.signIn('admin');
    const { id } = await user.call(api.create, { body: sample });
    for (const ${field.name} of [${(field.options ?? []).map(quote).join(', ')}] as const)
      expect((await user.call(api.update, { params: { id }, body: { ${field.name} } })).${field.name}).toBe(${field.name});
    expect((await user.tryCall(api.update, { params: { id }, body: { ${field.name}: 'none of these' } })).status).toBe(422);
  });`
			]
		};
	},
	unique: (_blueprint, entity, criterion) => {
		const field = fieldOf(entity, criterion, wording.unique);
		if (!field) return todo(criterion);
		const value = valueOf(entity, field);
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    const user = await server.signIn('admin');
    await user.call(api.create, { body: { ...sample, ${field.name}: ${value} } });
    expect((await user.tryCall(api.create, { body: { ...sample, ${uniqueField({ ...entity, fields: entity.fields.filter((other) => other !== field) })}${field.name}: ${value} } })).status).toBe(409);
  });`
			]
		};
	},
	gone: (blueprint, entity, criterion) => {
		const label = /^The app shall not ask for the (.*) of /.exec(criterion.text)?.[1] ?? '';
		const name = label.replace(/[^a-z0-9]+(\w?)/gi, (_, letter: string) => letter.toUpperCase());
		return {
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'create'))}
    expect(await user.call(api.create, { body: sample })).not.toHaveProperty(${quote(name)});
  });`
			],
			ui: isAskedOnList(entity) ? [inForm(blueprint, entity, criterion, { label: sentence(label), isThere: false })] : []
		};
	},
	called: (blueprint, entity, criterion) => {
		const parent = isAskedOnList(entity) ? undefined : entityNamed(blueprint, entity.ownedBy);
		const shown = parent ?? entity;
		const all = sentence(namesOf(entity).all);
		const check = parent
			? `expect(await screen.findByRole('tab', { name: ${`/^${all}/`} })).toBeTruthy();`
			: `expect(await screen.findByRole('heading', { name: ${quote(all)} })).toBeTruthy();`;
		return {
			...none,
			ui: [
				`  test(${title(criterion)}, async () => {
    await openPage(${quote(parent ? `${namesOf(shown).route}/1` : namesOf(shown).route)}, ${quote(someoneWho(blueprint, shown, 'read'))});
    ${check}
  });`
			]
		};
	},
	rights: (blueprint, entity, criterion) => {
		const role = roleOfRights(blueprint, entity, criterion.text);
		if (!role) return todo(criterion);
		const { may } = rightsOf(blueprint, entity, role);
		const status = (verb: string, fine: number) => (may.includes(verb) ? fine : 403);
		// The records of others are theirs alone, whatever a role may do with its own.
		const isStrange = isOwned(entity) && !may.includes('add');
		const onMade = (verb: string) => (isStrange ? 403 : status(verb, 200));
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(role.name)}
    expect((await user.tryCall(api.list, { query: {} })).status).toBe(${status('see', 200)});
    expect((await user.tryCall(api.create, { body: {} })).status).toBe(${status('add', 422)});
    const { id } = await ${may.includes('add') ? 'user' : "(await server.signIn('admin'))"}.call(api.create, { body: sample });
    expect((await user.tryCall(api.update, { params: { id }, body: {} })).status).toBe(${onMade('change')});
    expect((await user.tryCall(api.remove, { params: { id } })).status).toBe(${onMade('delete')});
  });`
			]
		};
	}
};

const isAskedOnList = (entity: Entity) => entity.ownedBy === null || entity.ownedBy === 'user';

/** The form that adds a record, which asks for a field or does not. */
function inForm(
	blueprint: Blueprint,
	entity: Entity,
	criterion: Criterion,
	{ label, isThere }: { label: string; isThere: boolean }
): string {
	const { one, route } = namesOf(entity);
	return `  test(${title(criterion)}, async () => {
    await openPage(${quote(route)}, ${quote(someoneWho(blueprint, entity, 'create'))});
    fireEvent.click(await screen.findByRole('button', { name: ${quote(`Add ${one}`)} }));
    const form = (await screen.findByRole('button', { name: 'Save' })).closest('form')!;
    expect(within(form).queryAllByLabelText(${quote(label)})${isThere ? '.length).toBeGreaterThan(0)' : ').toEqual([])'};
  });`;
}
