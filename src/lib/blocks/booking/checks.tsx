import { expect } from 'vitest';
import { setAccount } from '../../core/account';
import { addDays, today, weekdayOf } from '../../core/days';
import * as format from '../../core/format';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { fieldsOf } from './booking-form';
import { isOpen, slugOfResource, timesOf } from './logic';
import type { BookingParameters } from './parameters';
import { sayWhen } from './when';
import { words } from './words';

type Context = CheckContext<BookingParameters>;

export const checks = {
	'shows-free-and-taken': async (context) => {
		const { view, parameters } = context;
		if (isByDay(parameters)) {
			await bookOnce(context, { length: 1 });
			const taken = dayButtons(context.view).filter((one) => one.getAttribute('data-state') === 'taken');
			expect(taken).toHaveLength(1);
			expect(taken[0]?.getAttribute('aria-label')).toBe(`${format.day(dayFor(context))}: ${words('taken')}`);
		} else {
			await goToDay(context);
			for (const { name } of parameters.resources) {
				const cells = [...view.getByRole('list', { name }).children].map(({ textContent }) => textContent ?? '');
				expect(cells).toHaveLength(timesOf(parameters.unit).length);
				for (const cell of cells)
					expect(cell).toContain(parameters.places ? words('left', { n: parameters.places }) : words('free'));
			}
			await bookOnce(context, { length: 1 });
			const [cell] = view.getByRole('list', { name: nameOf(parameters) }).children;
			expect(cell?.textContent).toContain(parameters.places ? words('left', { n: parameters.places - 1 }) : words('taken'));
		}
	},
	'lists-all': ({ view, parameters }) => {
		const cards = [...view.getByRole('list', { name: parameters.all }).children];
		expect(cards.map((card) => card.querySelector('h3')?.textContent)).toEqual(parameters.resources.map(({ name }) => name));
		for (const card of cards) {
			expect(card.querySelector('[role="img"], img')).toBeTruthy();
			expect(card.textContent).toContain(words('free-now'));
		}
	},
	'asks-sign-in': async (context) => {
		setAccount({ kind: 'visitor', name: '' });
		const view = await atForm({ ...context, view: await context.reload() });
		expect(view.getByRole('link', { name: t('sign-in') })).toBeTruthy();
		await fill({ ...context, view }, { length: 1 });
		expect(view.queryByText(context.parameters.thanks)).toBeNull();
		expect(view.getByRole('alert').textContent).toBe(words('sign-in-first'));
	},
	books: async (context) => {
		const view = await atForm(context);
		await fill({ ...context, view }, { length: 1 });
		expect(view.getByText(context.parameters.thanks)).toBeTruthy();
		expect(view.getByText(`${nameOf(context.parameters)}, ${whenOf(context, 1)}`)).toBeTruthy();
	},
	'marks-missing': async (context) => {
		const view = await atForm(context);
		await context.user.submit(view.getByRole('button', { name: words('book') }));
		const form = view.getByRole('button', { name: words('book') }).closest('form');
		expect(form?.querySelectorAll('[aria-invalid="true"]').length).toBeGreaterThan(0);
		expect(view.queryByText(context.parameters.thanks)).toBeNull();
	},
	'refuses-overlap': async (context) => {
		await bookOnce(context, { length: 1 });
		const view = await atForm({ ...context, view: await context.reload() });
		await fill({ ...context, view }, { length: 1 });
		expect(view.getByRole('alert').textContent).toBe(words('is-taken'));
		expect(view.queryByText(context.parameters.thanks)).toBeNull();
	},
	'other-resource-free': async (context) => {
		await bookOnce(context, { length: 1 });
		const view = await context.reload(pathOf(context, 1));
		await fill({ ...context, view }, { length: 1, resource: 1 });
		expect(view.getByText(context.parameters.thanks)).toBeTruthy();
	},
	'refuses-too-long': async (context) => {
		const { parameters } = context;
		const view = await atForm(context);
		const most = parameters.most ?? 1;
		await fill({ ...context, view }, { length: most + 1 });
		expect(view.getByRole('alert').textContent).toContain(String(most));
		expect(view.queryByText(parameters.thanks)).toBeNull();
		await fill({ ...context, view }, { length: most });
		expect(view.getByText(parameters.thanks)).toBeTruthy();
	},
	'refuses-past': async (context) => {
		const view = await atForm(context);
		await fill({ ...context, view }, { length: 1, daysAhead: -7 });
		expect(view.getByRole('alert').textContent).toBe(words('is-past'));
		expect(view.queryByText(context.parameters.thanks)).toBeNull();
	},
	'refuses-wrong-order': async (context) => {
		const view = await atForm(context);
		await fill({ ...context, view }, { length: -1 });
		expect(view.getByRole('alert').textContent).toBe(words('order'));
	},
	'price-by-day': async (context) => {
		const { parameters } = context;
		const view = await atForm(context);
		const { per = 0, weekendPercent = 0 } = parameters.price ?? {};
		const weekend = parameters.unit.kind === 'nights' ? [5, 6] : [0, 6];
		for (const wanted of [3, 6]) {
			let ahead = 8;
			while (weekdayOf(addDays(today(), ahead)) !== wanted) ahead++;
			await enter({ ...context, view }, { length: 1, daysAhead: ahead });
			const price = per * (weekend.includes(wanted) ? 1 + weekendPercent / 100 : 1);
			expect(view.getByText(words('price'), { exact: false, selector: '.booking-price' }).textContent).toContain(
				format.money(Math.round(price * 100))
			);
		}
	},
	'places-fall': async (context) => {
		const places = context.parameters.places ?? 1;
		for (let left = places; left > 0; left--) {
			const view = await context.reload();
			await fill({ ...context, view }, { length: 1 });
			expect(view.getByText(context.parameters.thanks)).toBeTruthy();
		}
		const view = await context.reload();
		await fill({ ...context, view }, { length: 1 });
		expect(view.getByRole('alert').textContent).toBe(words('is-taken'));
	}
} satisfies Checks<BookingParameters>;

const isByDay = ({ unit }: BookingParameters) => unit.kind === 'days' || unit.kind === 'nights';
const nameOf = ({ resources }: BookingParameters, at = 0) => resources[at]?.name ?? '';
const hasPages = (parameters: BookingParameters) => isByDay(parameters) && parameters.resources.length > 1;

/** Where a resource is booked. */
function pathOf({ parameters }: Context, at = 0): string {
	const resource = parameters.resources[at];
	const base = parameters.resources.reduce(
		(path, one) => path.replace(`/${slugOfResource(one)}`, ''),
		decodeURIComponent(location.pathname)
	);
	return hasPages(parameters) && resource ? `${base === '/' ? '' : base}/${slugOfResource(resource)}` : location.pathname;
}

const atForm = async (context: Context): Promise<View> =>
	hasPages(context.parameters) ? context.reload(pathOf(context)) : context.view;

/** A day that is open, a week from now. */
function dayFor({ parameters }: Context, daysAhead = 2): string {
	const step = daysAhead < 0 ? -1 : 1;
	let day = addDays(today(), daysAhead);
	while (!isOpen(parameters.unit, weekdayOf(day))) day = addDays(day, step);
	return day;
}

interface Wanted {
	/** Hours, days or nights. */
	length: number;
	resource?: number;
	daysAhead?: number;
}

/** What is in the fields for a time. */
function valuesFor(context: Context, { length, daysAhead }: Wanted): Record<string, string> {
	const { unit } = context.parameters;
	const day = dayFor(context, daysAhead);
	if (unit.kind === 'days') return { from: day, to: addDays(day, length - 1 - (length < 0 ? 1 : 0)) };
	if (unit.kind === 'nights') return { from: day, to: addDays(day, length) };
	const times = timesOf(unit, true);
	const at = length < 0 ? 2 : 0;
	return { day, from: times[at] ?? '', to: times[at + length] ?? '' };
}

const whenOf = (context: Context, length: number) => {
	const { unit, services } = context.parameters;
	const { day = '', from = '', to = '' } = valuesFor(context, { length });
	if (unit.kind === 'days') return sayWhen({ from, to: addDays(to, 1), unit: unit.kind });
	if (unit.kind === 'nights') return sayWhen({ from, to, unit: unit.kind });
	const minutes = services?.[0]?.minutes ?? (unit.kind === 'slots' ? unit.minutes : 60 * length);
	const end = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + minutes;
	const text = `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
	return sayWhen({ from: `${day}T${from}`, to: `${day}T${text}`, unit: unit.kind });
};

async function enter(context: Context, wanted: Wanted): Promise<void> {
	const { view, parameters, user } = context;
	const form = view.getByRole('button', { name: words('book') }).closest('form');
	const values: Record<string, string> = {
		...valuesFor(context, wanted),
		resource: nameOf(parameters, wanted.resource),
		service: parameters.services?.[0]?.name ?? '',
		people: '1'
	};
	for (const field of fieldsOf(parameters)) {
		const control = form?.querySelector(`[name="${field.name}"]`);
		if (!control) continue;
		const sample = {
			...{
				text: 'Kim Sample',
				longText: 'Kim',
				email: 'kim@example.com',
				phone: '030 1234567',
				url: 'https://example.com',
				check: 'true'
			},
			...{
				number: String(field.min ?? 1),
				money: '1',
				date: '',
				time: '10:00',
				choice: field.options?.[0] ?? '',
				password: 'a long secret'
			}
		}[field.kind];
		if (field.kind === 'check') await user.click(control);
		else await user.fill(control, values[field.name] ?? sample);
	}
}

async function fill(context: Context, wanted: Wanted): Promise<void> {
	await enter(context, wanted);
	await context.user.submit(context.view.getByRole('button', { name: words('book') }));
}

/** Books the first resource; the context has the view of its page afterwards. */
async function bookOnce(context: Context, wanted: Wanted): Promise<void> {
	context.view = await atForm(context);
	await fill(context, wanted);
	expect(context.view.getByText(context.parameters.thanks)).toBeTruthy();
	if (isByDay(context.parameters) && dayFor(context).slice(0, 7) !== today().slice(0, 7))
		await context.user.click(context.view.getByRole('button', { name: words('next-month') }));
}

const dayButtons = (view: View) => [
	...view
		.getByRole('button', { name: words('next-month') })
		.closest('section')!
		.querySelectorAll('.booking-cell')
];

async function goToDay(context: Context): Promise<void> {
	const { view, user } = context;
	const isThere = () => view.queryByRole('heading', { name: format.weekday(dayFor(context)) });
	for (let left = 14; left > 0 && !isThere(); left--) await user.click(view.getByRole('button', { name: words('next-day') }));
	if (!isThere()) throw new Error(`The days do not lead to ${dayFor(context)}.`);
}
