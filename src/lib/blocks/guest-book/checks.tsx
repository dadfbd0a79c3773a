import { expect } from 'vitest';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import type { GuestBookParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<GuestBookParameters>;

const entries = (view: View, { heading }: GuestBookParameters) =>
	[...view.getByRole('list', { name: heading }).children].map((entry) => [
		entry.querySelector('strong')?.textContent,
		entry.querySelector('p')?.textContent
	]);

async function write({ user }: Context, view: View, [name, text]: readonly [string, string]): Promise<void> {
	await user.fill(view.getByRole('textbox', { name: words('name') }), name);
	await user.fill(view.getByRole('textbox', { name: words('text') }), text);
	await user.click(view.getByRole('button', { name: words('write') }));
}

export const checks = {
	writes: async (context) => {
		const { view, parameters, reload } = context;
		const examples = [...(parameters.entries ?? [])].reverse().map(({ name, text }) => [name, text]);
		await write(context, view, ['Zoe', 'A quiet place.']);
		expect(view.getByText(parameters.thanks)).toBeTruthy();
		await write(context, view, ['Ben', 'We come again.']);
		for (const open of [() => view, reload])
			expect(entries(await open(), parameters)).toEqual([['Ben', 'We come again.'], ['Zoe', 'A quiet place.'], ...examples]);
	},
	'refuses-empty': async (context) => {
		const { view, parameters } = context;
		await write(context, view, ['', ' ']);
		expect(view.getAllByRole('textbox').map((field) => field.getAttribute('aria-invalid'))).toEqual(['true', 'true']);
		expect(view.queryByText(parameters.thanks)).toBeNull();
		expect(entries(view, parameters)).toHaveLength(parameters.entries?.length ?? 0);
	},
	removes: async (context) => {
		const { view, parameters, user, reload } = context;
		await write(context, view, ['Zoe', 'Not this one.']);
		await user.click(view.getByRole('button', { name: words('remove', { name: 'Zoe' }) }));
		expect(entries(await reload(), parameters)).toHaveLength(parameters.entries?.length ?? 0);
	}
} satisfies Checks<GuestBookParameters>;
