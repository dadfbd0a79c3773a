import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { clock } from '../../testing/clock';
import type { FormField } from '../data';
import type { FormParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<FormParameters>;
type Texts = Record<string, string>;

export const checks = {
	'refuses-empty': async (context) => {
		const { parameters, user } = context;
		const view = await opened(context);
		await user.submit(control(view, context, parameters.fields[0]));
		for (const field of parameters.fields) {
			const { name, note } = problemAt(view, context, field);
			expect([name, note !== '']).toEqual([field.name, Boolean(field.isRequired)]);
		}
		expect(view.queryByText(parameters.thanks)).toBeNull();
	},
	'refuses-email': async (context) => {
		const { parameters } = context;
		const view = await opened(context);
		for (const field of parameters.fields.filter(({ kind }) => kind === 'email')) {
			await send(view, context, { [field.name]: 'nobody at home' });
			expect(problemAt(view, context, field).note).toBe(t('bad-email'));
			expect(view.queryByText(parameters.thanks)).toBeNull();
		}
	},
	'refuses-number': async (context) => {
		const { parameters } = context;
		const view = await opened(context);
		for (const field of parameters.fields.filter(({ kind }) => kind === 'number' || kind === 'money')) {
			await send(view, context, { [field.name]: 'seven' });
			expect(problemAt(view, context, field).note).toBe(t('bad-number'));
			expect(view.queryByText(parameters.thanks)).toBeNull();
		}
	},
	'refuses-phone': async (context) => {
		const { parameters } = context;
		const view = await opened(context);
		for (const field of parameters.fields.filter(({ kind }) => kind === 'phone')) {
			await send(view, context, { [field.name]: 'abc' });
			expect(problemAt(view, context, field).note).toBe(t('bad-phone'));
			expect(view.queryByText(parameters.thanks)).toBeNull();
		}
	},
	thanks: async (context) => {
		const { parameters } = context;
		const view = await opened(context);
		await send(view, context);
		expect(view.getByText(parameters.thanks).closest('[role=status]')).toBeTruthy();
		expect(view.queryByRole('button', { name: parameters.action })).toBeNull();
	},
	'refuses-twice': async (context) => {
		const { parameters, reload } = context;
		await send(await opened(context), context);
		const view = await reload();
		const field = parameters.fields.find(({ name }) => name === parameters.onePer);
		const given = valid(field, 1);
		await send(view, context, { [field?.name ?? '']: given.toUpperCase() });
		expect(view.getByRole('alert').textContent).toBe(parameters.taken ?? words('taken', { value: given.toUpperCase() }));
		expect(view.queryByText(parameters.thanks)).toBeNull();
	},
	'places-fall': async (context) => {
		const { parameters, reload } = context;
		const view = await opened(context);
		const { total = 0, word = '' } = parameters.places ?? {};
		expect(view.getByText(words('left', { n: total, word }))).toBeTruthy();
		await send(view, context);
		expect(view.getByText(words('left', { n: total - 1, word }))).toBeTruthy();
		expect((await reload()).getByText(words('left', { n: total - 1, word }))).toBeTruthy();
	},
	'closes-when-full': async (context) => {
		const { parameters, reload } = context;
		const { total = 0, word = '' } = parameters.places ?? {};
		let view = await opened(context);
		for (let number = 1; number <= total; number++) {
			await send(view, context, uniqueTexts(context, number));
			expect(view.getByText(parameters.thanks)).toBeTruthy();
			view = await reload();
		}
		expect(view.getByText(words('full', { word }))).toBeTruthy();
		expect(view.queryByRole('button', { name: parameters.action })).toBeNull();
	},
	'closes-on': async ({ parameters, reload }) => {
		const last = new Date(`${parameters.closesOn}T12:00`);
		clock.stop(last);
		expect((await reload()).getByRole('button', { name: parameters.action })).toBeTruthy();
		clock.stop(new Date(last.getTime() + 86_400_000));
		expect((await reload()).queryByRole('button', { name: parameters.action })).toBeNull();
	},
	'keeps-private': async (context) => {
		const { parameters, page, reload } = context;
		const view = await opened(context);
		const field = parameters.fields.find(({ kind }) => ['text', 'longText', 'email'].includes(kind));
		const secret = field?.kind === 'email' ? 'zx7q@example.com' : 'Zx7q Wvut';
		await send(view, context, { [field?.name ?? '']: secret });
		await reload();
		expect(page.queryByText((text) => text.includes(secret))).toBeNull();
		expect(document.body.innerHTML).not.toContain(secret);
	}
} satisfies Checks<FormParameters>;

/** The form on a day on which it takes entries. */
async function opened({ view, parameters: { closesOn }, reload }: Context): Promise<View> {
	if (!closesOn) return view;
	clock.stop(`${closesOn}T12:00`);
	return reload();
}

function control(view: View, { parameters }: Context, field: FormField | undefined): HTMLInputElement {
	const form = view.getByRole('button', { name: parameters.action }).closest('form');
	const found = form?.querySelector<HTMLInputElement>(`[name="${field?.name}"]`);
	if (!found) throw new Error(`The form has no field '${field?.name}'.`);
	return found;
}

/** What is said beside a field; '' where nothing is wrong. */
function problemAt(view: View, context: Context, field: FormField): { name: string; note: string } {
	const found = control(view, context, field);
	const isMarked = found.getAttribute('aria-invalid') === 'true';
	const note = document.getElementById(found.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
	return { name: found.name, note: isMarked ? note : '' };
}

/** Fills in the whole form and sends it. @param other texts of fields in place of good ones */
async function send(view: View, context: Context, other: Texts = {}): Promise<void> {
	const { parameters, user } = context;
	for (const field of parameters.fields) {
		const found = control(view, context, field);
		if (field.kind === 'check') {
			if (!found.checked) await user.click(found);
		} else await user.fill(found, other[field.name] ?? valid(field, 1));
	}
	await user.submit(control(view, context, parameters.fields[0]));
}

/** A text that a field takes; another one for each number. */
function valid(field: FormField | undefined, number: number): string {
	const { kind = 'text', options = [], min = 1 } = field ?? {};
	const texts: Partial<Record<FormField['kind'], string>> = {
		...{ email: `person${number}@example.com`, phone: `+49 341 5550${100 + number}`, url: `https://example.com/${number}` },
		...{ number: String(min), money: String(min), date: '2031-05-12', time: '10:30', choice: options[0] ?? '' }
	};
	return texts[kind] ?? `Somebody ${number}`.slice(0, field?.max ?? 40);
}

const uniqueTexts = ({ parameters: { fields, onePer } }: Context, number: number): Texts =>
	Object.fromEntries(fields.filter(({ name }) => name === onePer).map((field) => [field.name, valid(field, number)]));
