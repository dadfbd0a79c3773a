import { describe, expect, it } from 'vitest';
import { blueprintSchema } from '../../../src/lib/domain/blueprint';
import { diffBlueprints, isEmptyPatch, patchBlueprint } from '../../../src/lib/domain/blueprint-patch';

const shop = blueprintSchema.parse({
	title: 'Corner shop',
	slug: 'corner-shop',
	summary: 'Customers and what they bought.',
	design: { palette: 'forest', locale: 'de' },
	requirements: [
		{ id: 'R1', text: 'The app shall keep customers.', criteria: [{ id: 'R1.1', text: 'A customer is added.' }] },
		{ id: 'R2', text: 'The app shall keep orders.', criteria: [{ id: 'R2.1', text: 'An order is added.' }] }
	],
	entities: [
		{ name: 'customer', plural: 'customers', label: 'Customer', fields: [{ name: 'name', label: 'Name', type: 'text' }] },
		{
			...{ name: 'order', plural: 'orders', label: 'Order' },
			fields: [{ name: 'customer', label: 'Customer', type: 'reference', reference: 'customer' }]
		}
	],
	features: [
		{ name: 'customers', kind: 'crud', entity: 'customer', criteria: ['R1.1'] },
		{ name: 'orders', kind: 'crud', entity: 'order', criteria: ['R2.1'] }
	]
});
const customer = shop.entities[0];
const withBirthday = {
	...{ name: 'customer', plural: 'customers', label: 'Customer' },
	fields: [
		{ name: 'name', label: 'Name', type: 'text' as const },
		{ name: 'birthday', label: 'Birthday', type: 'date' as const }
	]
};

describe('a patch of a blueprint', () => {
	it('puts an item in the place of the one with its name and leaves all else as it is', () => {
		const patched = patchBlueprint(shop, { set: { entities: [withBirthday] } });
		expect(patched.entities.map(({ name, fields }) => [name, fields.map((field) => field.name)])).toEqual([
			['customer', ['name', 'birthday']],
			['order', ['customer']]
		]);
		expect({ ...patched, entities: [] }).toEqual({ ...shop, entities: [] });
	});

	it('changes only what it names of the design', () => {
		const { design } = patchBlueprint(shop, { design: { colours: ['teal'] } });
		expect(design).toEqual({ ...shop.design, colours: ['teal'] });
	});

	it('removes items, and refuses what would point to nothing', () => {
		const without = patchBlueprint(shop, { remove: { entities: ['order'], features: ['orders'], requirements: ['R2'] } });
		expect(without.features.map(({ name }) => name)).toEqual(['customers']);
		expect(() => patchBlueprint(shop, { remove: { entities: ['order'] } })).toThrow(
			expect.objectContaining({ code: 'BLUEPRINT_INVALID', message: expect.stringContaining("'order' is no entity") as string })
		);
	});

	it('is what is different between two blueprints, and turns the one into the other', () => {
		const after = patchBlueprint(shop, {
			title: 'Corner shop and café',
			design: { ground: 'beige' },
			set: {
				entities: [withBirthday],
				requirements: [{ id: 'R3', text: 'The app shall keep birthdays.', criteria: [{ id: 'R3.1', text: 'It is shown.' }] }],
				features: [{ name: 'customers', kind: 'crud', entity: 'customer', criteria: ['R1.1', 'R3.1'] }]
			},
			remove: { entities: ['order'], features: ['orders'] }
		});
		const patch = diffBlueprints(shop, after);
		expect(patch.set.entities.map(({ name }) => name)).toEqual(['customer']);
		expect(patch.remove.features).toEqual(['orders']);
		expect(patchBlueprint(shop, patch)).toEqual(after);
		expect(patchBlueprint(after, diffBlueprints(after, shop))).toEqual({
			...shop,
			entities: expect.arrayContaining([customer, shop.entities[1]]) as unknown
		});
	});

	it('is empty between equals', () => {
		expect(isEmptyPatch(diffBlueprints(shop, shop))).toBe(true);
		expect(isEmptyPatch(diffBlueprints(shop, { ...shop, title: 'Other' }))).toBe(false);
	});
});
