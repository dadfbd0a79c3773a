import { within } from '@testing-library/react';
import { expect } from 'vitest';
import { useCollection, type Collection } from '../../core/collection';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import { plant, using } from '../../testing/plant';
import type { Joined } from '../shifts/logic';
import type { Shift } from '../shifts/parameters';
import type { ShiftsDeskParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<ShiftsDeskParameters>;

export const checks = {
	creates: async (context) => {
		const { view, parameters, user, reload } = context;
		await add(context, { to: '09:00' });
		expect(view.getByRole('alert').textContent).toBe(words('order'));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: t('cancel') }));
		await add(context);
		const again = await reload();
		const card = again.getByRole('heading', { name: NAME }).closest('li');
		expect(card?.textContent).toContain(words('count', { n: 0, all: 3 }));
		expect(card?.textContent).toContain(parameters.nobody);
	},
	'shows-names': async (context) => {
		const { view, parameters } = context;
		await add(context);
		const shift = await idOf(parameters);
		await plant<Joined>(parameters.joined, [
			{
				...{ shift, title: NAME, from: '2041-03-04T10:00', to: '2041-03-04T12:00', email: 'kim@example.com' },
				details: [{ label: 'Name', value: 'Kim Sample' }]
			}
		]);
		const card = view.getByRole('heading', { name: NAME }).closest('li');
		expect(card?.textContent).toContain('Kim Sample');
		expect(card?.textContent).toContain(words('count', { n: 1, all: 3 }));
	},
	'removes-after-asking': async (context) => {
		const { view, user, reload } = context;
		await add(context);
		await user.click(view.getByRole('button', { name: words('delete', { name: NAME }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: t('cancel') }));
		expect(view.getByRole('heading', { name: NAME })).toBeTruthy();
		await user.click(view.getByRole('button', { name: words('delete', { name: NAME }) }));
		await user.click(within(view.getByRole('dialog')).getByRole('button', { name: t('delete') }));
		expect((await reload()).queryByRole('heading', { name: NAME })).toBeNull();
	}
} satisfies Checks<ShiftsDeskParameters>;

const NAME = 'Sample shift';

async function add({ view, parameters, user }: Context, more: Record<string, string> = {}): Promise<void> {
	await user.click(view.getByRole('button', { name: words('add') }));
	const where = parameters.places[0] ?? '';
	const values = {
		title: NAME,
		date: '2041-03-04',
		from: '10:00',
		to: '12:00',
		where,
		task: parameters.tasks[0] ?? '',
		people: '3',
		...more
	};
	for (const [name, value] of Object.entries(values)) {
		const control = view.getByRole('dialog').querySelector(`[name="${name}"]`);
		if (!control) throw new Error(`The form has no field '${name}'.`);
		await user.fill(control, value);
	}
	await user.submit(within(view.getByRole('dialog')).getByRole('button', { name: t('add') }));
}

async function idOf({ collection }: ShiftsDeskParameters): Promise<string> {
	let id = '';
	await using<Collection<Shift>>(
		() => useCollection<Shift>(collection),
		({ records }) => void (id = records.find(({ title }) => title === NAME)?.id ?? '')
	);
	return id;
}
