import { act } from '@testing-library/react';
import { expect } from 'vitest';
import { setAccount } from '../../core/account';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import { idle } from '../../testing/idle';
import { plant } from '../../testing/plant';
import { words as profileWords } from '../profiles/words';
import { blocksOf } from '../profiles/people';
import type { MessagesParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<MessagesParameters>;

const HOUR_MS = 3_600_000;
const START = '2031-03-04T10:00:00Z';

/** Whoever looks is Zoe; Bo and Cy are others. */
const join = ({ parameters: { profiles, titleField } }: Context) =>
	plant(
		profiles,
		['Zoe', 'Bo', 'Cy'].map((name) => ({ slug: `${name.toLowerCase()}-test`, [titleField]: `${name} Test` }))
	);

const addressOf = (slug: string) => `${location.pathname.replace(/\/$/, '')}/${slug}`;
const withBo = ({ reload }: Context) => reload(addressOf('bo-test'));
const heard = (view: View) =>
	[...view.getByRole('list', { name: 'Bo Test' }).children].map(({ textContent }) => textContent ?? '');

async function write(view: View, { user }: Context, text: string): Promise<void> {
	await user.fill(view.getByRole('textbox', { name: words('text') }), text);
	await user.click(view.getByRole('button', { name: t('send') }));
}

export const checks = {
	'asks-to-join': async ({ view }) => {
		await act(async () => setAccount({ kind: 'visitor', name: '' }));
		await idle();
		expect(view.getByRole('link', { name: profileWords('join') }).getAttribute('href')).toBe('/sign-in');
		expect(view.queryByRole('list')).toBeNull();
	},
	'asks-for-profile': ({ view, parameters }) => {
		expect(view.getByRole('link', { name: words('profile') }).getAttribute('href')).toBe(parameters.profilesPath);
	},
	sends: async (context) => {
		await join(context);
		const view = await withBo(context);
		await write(view, context, 'Are you there on Sunday?');
		expect(heard(view)[0]).toContain('Are you there on Sunday?');
		const again = await context.reload();
		expect(heard(again)[0]).toContain('Are you there on Sunday?');
		expect(again.getByRole('textbox', { name: words('text') }).textContent).toBe('');
	},
	'refuses-empty': async (context) => {
		await join(context);
		const view = await withBo(context);
		await write(view, context, '  ');
		expect(view.getByRole('textbox', { name: words('text') }).getAttribute('aria-invalid')).toBe('true');
		expect(heard(view)).toEqual([]);
	},
	'arrives-later': async (context) => {
		const { parameters } = context;
		const later = Date.parse(START) + parameters.arrivesAfterHours * HOUR_MS;
		clock.stop(START);
		await join(context);
		await plant(parameters.collection, [{ from: 'bo-test', to: 'zoe-test', text: 'The ice is gone.' }]);
		const path = addressOf('bo-test');
		clock.stop(later - 60_000);
		const before = await context.reload(path);
		expect(before.queryByText('The ice is gone.')).toBeNull();
		expect(heard(before)).toHaveLength(1);
		clock.stop(later + 1000);
		expect((await context.reload(path)).getByText('The ice is gone.')).toBeTruthy();
	},
	'says-when': async (context) => {
		clock.stop(START);
		await join(context);
		const view = await withBo(context);
		await write(view, context, 'On its way.');
		const [said = ''] = words('sent').split('{when}');
		expect(heard(view)[0]).toContain(said.trim());
	},
	answers: async (context) => {
		const { parameters } = context;
		clock.stop(START);
		await join(context);
		await plant(parameters.collection, [{ from: 'bo-test', to: 'zoe-test', text: 'First.' }]);
		clock.stop(Date.parse(START) + (parameters.arrivesAfterHours + 1) * HOUR_MS);
		const view = await withBo(context);
		await write(view, context, 'Second.');
		expect(heard(view).map((text) => /First|Second/.exec(text)?.[0])).toEqual(['First', 'Second']);
	},
	'only-two-read': async (context) => {
		const { parameters, reload } = context;
		await join(context);
		await plant(parameters.collection, [{ from: 'bo-test', to: 'cy-test', text: 'Between us two.' }]);
		expect((await reload()).queryByText((text) => text.includes('Between us'))).toBeNull();
		const view = await withBo(context);
		expect([heard(view), view.queryByText('Between us two.')]).toEqual([[], null]);
	},
	'refused-when-shut-out': async (context) => {
		await join(context);
		await plant(blocksOf(context.parameters.profiles), [{ from: 'bo-test', to: 'zoe-test' }]);
		const view = await withBo(context);
		await write(view, context, 'Please answer.');
		expect(view.getByRole('alert').textContent).toBe(words('refused', { name: 'Bo Test' }));
		expect(heard(view)).toEqual([]);
	},
	'finds-welcome': async (context) => {
		await join(context);
		const view = await context.reload();
		for (const { from, text } of context.parameters.welcome ?? []) {
			expect(view.getByRole('heading', { name: from })).toBeTruthy();
			expect(view.getByText(text)).toBeTruthy();
		}
	}
} satisfies Checks<MessagesParameters>;
