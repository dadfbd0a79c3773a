import { useState } from 'react';
import { isAmong, useAccount } from '../../core/account';
import { addDays } from '../../core/days';
import type { FormField, FormValues } from '../../core/fields';
import { showValue } from '../../core/finding';
import * as format from '../../core/format';
import { RefusedError } from '../../core/rules';
import { t } from '../../core/words';
import { LinkButton } from '../../web/ui/button';
import { Form } from '../../web/ui/form';
import { Icon } from '../../web/ui/icon';
import type { Parts } from './booking';
import { priceOf, problemOf, slotSpan, slugOfResource, timesOf, unitsOf, type Booking, type Span } from './logic';
import type { BookingParameters, BookingResource } from './parameters';
import { nowText, sayWhen } from './when';
import { words } from './words';

/** What the form begins with. */
export interface Preset {
	resource?: string;
	day?: string;
	/** A time, or a day. */
	from?: string;
	to?: string;
}

interface BookingFormProps extends Parts {
	preset: Preset;
	/** The only one, or the one whose page it is. */
	resource?: BookingResource;
}

/** Asks for what and when, says what it costs, and books it unless something speaks against it. */
export function BookingForm({ parameters, kept, preset, resource }: BookingFormProps) {
	const { who, thanks, unit } = parameters;
	const account = useAccount();
	const [problem, setProblem] = useState('');
	const [booked, setBooked] = useState<Booking>();
	const isAllowed = isAmong(account, who);
	const find = (texts: FormValues) =>
		resource ?? parameters.resources.find(({ name }) => name === texts['resource']) ?? parameters.resources[0];

	const send = async (values: FormValues) => {
		setBooked(undefined);
		if (!isAllowed) return setProblem(words('sign-in-first'));
		const of = find(values);
		if (!of) return;
		const span = spanOf(parameters, values);
		const found = problemOf(parameters, kept.records, { resource: slugOfResource(of), span, now: nowText() });
		if (found) return setProblem(sayProblem(found, parameters));
		const service = String(values['service'] ?? '');
		const made: Booking = {
			...{ resource: slugOfResource(of), title: of.name, ...span, unit: unit.kind, state: '' },
			places: parameters.places ?? 0,
			price: priceOf(parameters, span, service),
			details: detailsOf(parameters, values, account.name)
		};
		try {
			await kept.create(made);
			setProblem('');
			setBooked(made);
		} catch (error) {
			if (!(error instanceof RefusedError)) throw error;
			setProblem(error.refusal === 'not-allowed' ? words('sign-in-first') : words('is-taken'));
		}
	};
	return (
		<section className="booking-form card">
			{booked && (
				<div className="booking-done" role="status">
					<Icon name="check" />
					<div>
						<strong>{thanks}</strong>
						<p>{`${booked.title}, ${sayWhen(booked)}`}</p>
					</div>
				</div>
			)}
			<Form
				fields={fieldsOf(parameters, resource)}
				submit={words('book')}
				values={presetValues(parameters, preset)}
				onSubmit={send}
			>
				{(texts) => <Price parameters={parameters} texts={texts} />}
			</Form>
			{problem && (
				<p className="field-error" role="alert">
					{problem}
				</p>
			)}
			{!isAllowed && (
				<div className="booking-ask">
					<p>{words('sign-in-first')}</p>
					<div className="row">
						<LinkButton href="/sign-in">{t('sign-in')}</LinkButton>
						<LinkButton href="/register">{words('register')}</LinkButton>
					</div>
				</div>
			)}
		</section>
	);
}

function Price({ parameters, texts }: { parameters: BookingParameters; texts: FormValues }) {
	const span = spanOf(parameters, texts);
	const price = span.from && span.to ? priceOf(parameters, span, String(texts['service'] ?? '')) : 0;
	if (!price || (!parameters.services && unitsOf(span) <= 0)) return null;
	return (
		<p className="booking-price" role="status">
			{words('price')} <strong>{format.money(price)}</strong>
		</p>
	);
}

export function fieldsOf(parameters: BookingParameters, resource?: BookingResource): FormField[] {
	const { resources, one, unit, services, people, fields } = parameters;
	const choice = (name: string, label: string, options: string[]): FormField => ({
		name,
		label,
		kind: 'choice',
		isRequired: true,
		options
	});
	const day = (name: string, label: string): FormField => ({ name, label, kind: 'date', isRequired: true });
	const [from, to] = unit.kind === 'nights' ? (['arrival', 'departure'] as const) : (['first-day', 'last-day'] as const);
	return [
		...(resource || resources.length === 1
			? []
			: [
					choice(
						'resource',
						one.charAt(0).toUpperCase() + one.slice(1),
						resources.map(({ name }) => name)
					)
				]),
		...(services
			? [
					choice(
						'service',
						words('service'),
						services.map(({ name }) => name)
					)
				]
			: []),
		...(unit.kind === 'hours' || unit.kind === 'slots'
			? [
					day('day', words('day')),
					choice('from', words('from'), timesOf(unit)),
					...(unit.kind === 'hours' ? [choice('to', words('to'), timesOf(unit, true).slice(1))] : [])
				]
			: [day('from', words(from)), day('to', words(to))]),
		...(people
			? [{ name: 'people', label: people.label, kind: 'number' as const, isRequired: true, min: 1, max: people.most }]
			: []),
		...fields
	];
}

function presetValues({ services, resources }: BookingParameters, preset: Preset): FormValues {
	const first = { service: services?.[0]?.name ?? '', resource: resources[0]?.name ?? '' };
	return { ...first, ...Object.fromEntries(Object.entries(preset).filter(([, value]) => value !== undefined)) };
}

/** The time that is asked for, by what is in the fields. */
function spanOf({ unit, services }: BookingParameters, values: FormValues): Span {
	const [day, from, to] = [values['day'], values['from'], values['to']].map((value) => String(value ?? ''));
	if (unit.kind === 'hours') return { from: `${day}T${from}`, to: `${day}T${to}` };
	if (unit.kind === 'slots') {
		const minutes = services?.find(({ name }) => name === values['service'])?.minutes ?? unit.minutes;
		return from ? slotSpan(day ?? '', from, minutes) : { from: '', to: '' };
	}
	return { from: from ?? '', to: unit.kind === 'days' && to ? addDays(to, 1) : (to ?? '') };
}

function detailsOf(parameters: BookingParameters, values: FormValues, name: string): Booking['details'] {
	const { fields, people, services } = parameters;
	const asked: FormField[] = [
		...(services ? [{ name: 'service', label: words('service'), kind: 'text' as const }] : []),
		...(people ? [{ name: 'people', label: people.label, kind: 'number' as const }] : []),
		...fields
	];
	const given = asked.flatMap((field) => {
		const value = field.kind === 'password' ? '' : showValue({ ...field, kind: field.kind }, values[field.name]);
		return value ? [{ label: field.label, value }] : [];
	});
	return name ? [{ label: '', value: name }, ...given] : given;
}

function sayProblem(problem: NonNullable<ReturnType<typeof problemOf>>, { unit, most = 0 }: BookingParameters): string {
	if (problem === 'too-long') return words(`too-long-${unit.kind === 'slots' ? 'hours' : unit.kind}`, { n: most });
	return words(({ order: 'order', past: 'is-past', closed: 'closed', taken: 'is-taken' } as const)[problem]);
}
