import { expect, vi } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { WheelParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<WheelParameters>;

export const checks = {
	spins: async (context) => {
		clock.stop();
		const { view, user } = context;
		await user.click(spinButton(context));
		expect(view.getByRole('status').textContent).toBe(words('spinning'));
		expect(spinButton(context).hasAttribute('disabled')).toBe(true);
		await clock.pass(8000);
		const said = view.getByRole('status').textContent;
		expect(context.parameters.entries.map((name) => words('drawn', { name }))).toContain(said);
	},
	'every-entry': async (context) => {
		clock.stop();
		const { entries } = context.parameters;
		const chance = vi.spyOn(Math, 'random');
		try {
			for (const [index, name] of entries.entries()) {
				chance.mockReturnValue((index + 0.5) / entries.length);
				expect(await spin(context)).toBe(words('drawn', { name }));
			}
		} finally {
			chance.mockRestore();
		}
	},
	history: async (context) => {
		clock.stop();
		const drawn: string[] = [];
		for (let turn = 0; turn < 3; turn++) drawn.push(await spin(context));
		const list = (view: Context['view']) =>
			[...view.getByRole('list', { name: words('history') }).children].map((one) =>
				words('drawn', { name: one.textContent ?? '' })
			);
		expect(list(context.view)).toEqual(drawn);
		expect(list(await context.reload())).toEqual(drawn);
	},
	'adds-and-removes': async (context) => {
		const { view, user, parameters } = context;
		const field = view.getByRole('textbox', { name: words('new-entry') });
		await user.fill(field, 'Quillon');
		await user.submit(field);
		expect(onWheel(view)).toEqual([...parameters.entries, 'Quillon']);
		await user.click(view.getByRole('button', { name: words('off', { name: parameters.entries[0] ?? '' }) }));
		const left = [...parameters.entries.slice(1), 'Quillon'];
		expect(onWheel(view)).toEqual(left);
		const again = await context.reload();
		expect(onWheel(again)).toEqual(left);
		for (const name of left.slice(1)) await user.click(again.getByRole('button', { name: words('off', { name }) }));
		expect(again.getByText(words('least'))).toBeTruthy();
		expect(spinButton({ ...context, view: again }).hasAttribute('disabled')).toBe(true);
	},
	'refuses-empty': async (context) => {
		const { view, user, parameters } = context;
		const field = view.getByRole('textbox', { name: words('new-entry') });
		await user.fill(field, '  ');
		await user.submit(field);
		expect(view.getByText(t('is-missing', { label: words('new-entry') }))).toBeTruthy();
		await user.fill(field, parameters.entries[0]?.toUpperCase() ?? '');
		await user.submit(field);
		expect(view.getByText(words('twice'))).toBeTruthy();
		expect(onWheel(view)).toEqual(parameters.entries);
	},
	'takes-off': async (context) => {
		clock.stop();
		const { view, user, parameters } = context;
		const said = await spin(context);
		const name = parameters.entries.find((one) => words('drawn', { name: one }) === said)!;
		await user.click(view.getByRole('button', { name: words('take-off', { name }) }));
		expect(onWheel(view)).toEqual(parameters.entries.filter((one) => one !== name));
	}
} satisfies Checks<WheelParameters>;

const spinButton = ({ view }: Context) => view.getByRole('button', { name: words('spin') });
const onWheel = (view: Context['view']) =>
	[...view.getByRole('list', { name: words('entries') }).children].map((one) => one.firstElementChild?.textContent);

/** @returns what is said once it stands still */
async function spin(context: Context): Promise<string> {
	await context.user.click(spinButton(context));
	await clock.pass(8000);
	return context.view.getByRole('status').textContent ?? '';
}
