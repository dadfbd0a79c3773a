import { expect } from 'vitest';
import { setAccount } from '../../core/account';
import { showValue } from '../../core/finding';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { chooseFilter, openDialog, search } from '../../testing/find';
import { idle } from '../../testing/idle';
import { plant } from '../../testing/plant';
import { findWords } from '../../web/ui/find-words';
import { act } from '@testing-library/react';
import type { Field } from '../data';
import type { ProfileRecord, ProfilesParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<ProfilesParameters>;

const nameOf = (person: ProfileRecord, { titleField }: ProfilesParameters) => String(person[titleField]);
const shown = (view: View, { all }: ProfilesParameters) =>
	[...(view.queryByRole('list', { name: all })?.querySelectorAll('h3') ?? [])].map(({ textContent }) => textContent);
const open = (view: View, { user, parameters }: Context, person: ProfileRecord) =>
	user.click(view.getByRole('link', { name: nameOf(person, parameters) }));

/** Makes whoever looks a member with a profile. */
const join = ({ parameters: { collection, titleField } }: Context) =>
	plant(collection, [{ slug: 'zoe-test', [titleField]: 'Zoe Test' }]);

function someone({ parameters }: Context): ProfileRecord {
	const [person] = parameters.people;
	if (!person) throw new Error('There is nobody.');
	return person;
}

export const checks = {
	lists: ({ view, parameters }) => {
		expect(shown(view, parameters)).toEqual(parameters.people.map((person) => nameOf(person, parameters)));
	},
	'fills-in': async (context) => {
		const { view, page, parameters, user, reload } = context;
		await user.click(view.getByRole('button', { name: words('make') }));
		await user.click(page.getByRole('button', { name: t('save') }));
		const field = (name: string) => openDialog()?.querySelector<HTMLInputElement>(`[name="${name}"]`);
		expect(field(parameters.titleField)?.getAttribute('aria-invalid')).toBe('true');
		for (const one of parameters.fields) {
			const control = field(one.name);
			if (!control) throw new Error(`The profile has no '${one.name}'.`);
			if (one.kind === 'check') await user.click(control);
			else await user.fill(control, one.name === parameters.titleField ? 'Zoe Test' : textFor(one));
		}
		await user.click(page.getByRole('button', { name: t('save') }));
		expect(openDialog()).toBeNull();
		const again = await reload();
		expect(shown(again, parameters)).toContain('Zoe Test');
		await user.click(again.getByRole('link', { name: 'Zoe Test' }));
		const facts = again.getByRole('article').textContent ?? '';
		for (const one of parameters.fields) expect(facts).toContain(readFor(one));
	},
	'shows-profile': async (context) => {
		const { view, parameters } = context;
		const person = someone(context);
		await open(view, context, person);
		expect(view.getByRole('heading', { level: 1 }).textContent).toBe(nameOf(person, parameters));
		const facts = view.getByRole('article').textContent ?? '';
		for (const field of parameters.fields) expect(facts).toContain(showValue(field, person[field.name]));
	},
	searches: async ({ view, parameters }) => {
		const last = parameters.people.at(-1);
		const name = last ? nameOf(last, parameters) : '';
		await search(view, name.toUpperCase());
		expect(shown(view, parameters)).toContain(name);
		expect(shown(view, parameters).length).toBeLessThan(parameters.people.length);
	},
	filters: async ({ view, parameters }) => {
		const { filters = [], fields, people } = parameters;
		for (const filter of filters.filter(({ kind }) => kind === 'choice')) {
			const label = fields.find(({ name }) => name === filter.field)?.label ?? '';
			const has = (person: ProfileRecord) => [person[filter.field] ?? []].flat().map(String);
			for (const value of new Set(people.flatMap(has))) {
				await chooseFilter(view, label, value);
				expect(shown(view, parameters)).toEqual(
					people.filter((person) => has(person).includes(value)).map((person) => nameOf(person, parameters))
				);
			}
			await chooseFilter(view, label, '');
		}
	},
	'nobody-found': async ({ view, parameters }) => {
		await search(view, 'qzxvwkj');
		expect(shown(view, parameters)).toEqual([]);
		expect(view.getByText(parameters.none ?? findWords('hint'))).toBeTruthy();
	},
	'asks-to-join': async (context) => {
		const { view } = context;
		await act(async () => setAccount({ kind: 'visitor', name: '' }));
		await idle();
		expect(view.queryByRole('button', { name: words('make') })).toBeNull();
		expect(view.getByRole('link', { name: words('join') }).getAttribute('href')).toBe('/sign-in');
	},
	'follows-and-unfollows': async (context) => {
		const { user, reload } = context;
		await join(context);
		const view = context.view;
		await open(view, context, someone(context));
		await user.click(view.getByRole('button', { name: words('follow') }));
		const again = await reload();
		const button = again.getByRole('button', { name: words('followed') });
		expect(button.getAttribute('aria-pressed')).toBe('true');
		await user.click(button);
		expect(again.getByRole('button', { name: words('follow') }).getAttribute('aria-pressed')).toBe('false');
	},
	'block-hides': async (context) => {
		const { view, parameters, user } = context;
		const person = someone(context);
		const name = nameOf(person, parameters);
		await join(context);
		await open(view, context, person);
		await user.click(view.getByRole('button', { name: words('block') }));
		await user.click(view.getByRole('link', { name: words('back') }));
		expect(shown(view, parameters)).not.toContain(name);
		await search(view, name);
		expect(shown(view, parameters)).not.toContain(name);
		await search(view, '');
		await user.click(view.getByRole('button', { name: words('let-in', { name }) }));
		expect(shown(view, parameters)).toContain(name);
	},
	'leads-to-messages': async (context) => {
		const { view, parameters } = context;
		const person = someone(context);
		await join(context);
		await open(view, context, person);
		const link = view.getByRole('link', { name: words('write', { name: nameOf(person, parameters) }) });
		expect(link.getAttribute('href')).toBe(`${parameters.messages}/${encodeURIComponent(person.slug)}`);
	}
} satisfies Checks<ProfilesParameters>;

/** A text that a field of a profile takes. */
function textFor({ kind, options = [] }: Field): string {
	const texts: Partial<Record<Field['kind'], string>> = {
		...{ number: '7', money: '7', date: '2031-05-12', time: '10:30', email: 'zoe@example.com', phone: '+49 341 555010' },
		...{ url: 'https://example.com/zoe', choice: options[0] ?? '', list: 'Sample one, Sample two' }
	};
	return texts[kind] ?? 'Sample words';
}

/** How the profile says it. */
function readFor(field: Field): string {
	if (['money', 'date', 'check', 'url'].includes(field.kind)) return '';
	return field.kind === 'list' ? 'Sample two' : field.kind === 'text' || field.kind === 'longText' ? '' : textFor(field);
}
