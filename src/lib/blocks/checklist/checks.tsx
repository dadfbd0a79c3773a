import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { ChecklistParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<ChecklistParameters>;

export const checks = {
	lists: ({ view, parameters }) => {
		for (const { name, items } of parameters.groups) {
			const list = view.getByRole('list', { name: name || parameters.heading });
			expect([...list.querySelectorAll('label')].map(({ textContent }) => textContent?.trim())).toEqual(items);
		}
	},
	ticks: async ({ view, parameters, user, reload }) => {
		const all = countOf(parameters);
		expect(share(view)).toContain(words('share', { n: 0, all }));
		await user.click(boxes(view)[0]!);
		expect(share(view)).toContain(words('share', { n: 1, all }));
		const again = await reload();
		expect(boxes(again)[0]?.checked).toBe(true);
		expect(share(again)).toContain(words('share', { n: 1, all }));
		await user.click(boxes(again)[0]!);
		expect(share(again)).toContain(words('share', { n: 0, all }));
	},
	'says-done': async (context) => {
		const { view, parameters } = context;
		expect(view.queryByText(parameters.done)).toBeNull();
		await tickAll(context, view);
		expect(view.getByText(parameters.done)).toBeTruthy();
	},
	adds: async ({ view, parameters, user, reload }) => {
		const before = boxes(view).length;
		const field = view.getAllByRole('textbox')[0]!;
		await user.fill(field, '  ');
		await user.submit(field);
		expect(view.getByRole('alert').textContent).toBe(words('empty'));
		await user.fill(field, parameters.groups[0]?.items[0]?.toUpperCase() ?? '');
		await user.submit(field);
		expect(view.getByRole('alert').textContent).toBe(words('there'));
		expect(boxes(view)).toHaveLength(before);
		await user.fill(field, 'Sample entry');
		await user.submit(field);
		const again = await reload();
		expect(again.getByRole('checkbox', { name: 'Sample entry' })).toBeTruthy();
		await user.click(again.getByRole('button', { name: words('remove', { name: 'Sample entry' }) }));
		expect(again.queryByRole('checkbox', { name: 'Sample entry' })).toBeNull();
		expect(again.getAllByRole('button', { name: t('add') }).length).toBeGreaterThan(0);
	},
	'new-each-day': async (context) => {
		clock.stop('2031-05-04T10:00:00');
		await tickAll(context, await context.reload());
		clock.stop('2031-05-05T10:00:00');
		const next = await context.reload();
		expect(boxes(next).every(({ checked }) => !checked)).toBe(true);
	},
	streak: async (context) => {
		for (const [index, day] of ['04', '05', '06'].entries()) {
			clock.stop(`2031-05-${day}T10:00:00`);
			const view = await context.reload();
			expect(share(view)).toContain(words('streak', { n: index }));
			await tickAll(context, view);
			expect(share(view)).toContain(words('streak', { n: index + 1 }));
		}
		clock.stop('2031-05-08T10:00:00');
		expect(share(await context.reload())).toContain(words('streak', { n: 0 }));
	}
} satisfies Checks<ChecklistParameters>;

const boxes = (view: View) => view.getAllByRole<HTMLInputElement>('checkbox');
const share = (view: View) => view.getByRole('status').textContent ?? '';
const countOf = ({ groups }: ChecklistParameters) => groups.reduce((sum, { items }) => sum + items.length, 0);

async function tickAll({ user }: Context, view: View): Promise<void> {
	for (const box of boxes(view)) await user.click(box);
}
