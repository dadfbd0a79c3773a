import { expect, test } from 'vitest';
import { bookingConstraints, bookingOf } from '../../../workers/builtin-model/generate/bookings';
import { manage } from '../../../workers/builtin-model/understand/management';

const constraintsOf = (requirement: string) => manage(requirement).entities.flatMap(bookingConstraints);

test('an appointment takes its doctor for its minutes, unless it is cancelled', () => {
	const [taken] = constraintsOf('A clinic keeps patients, doctors and appointments.');
	expect(taken).toContain("int8range(doctor_id, doctor_id, '[]') with &&");
	expect(taken).toContain("minutes * interval '1 minute') with &&");
	expect(taken).toContain("where (status <> 'cancelled')");
});

test('a reservation takes its pitch from arrival to departure, which comes later', () => {
	const [days, taken] = constraintsOf('A campsite has pitches, guests make reservations of a pitch.');
	expect(days).toContain('check (departure > arrival)');
	expect(taken).toContain('daterange(arrival, departure) with &&');
});

test('rooms and courts are what a booking takes', () => {
	for (const [requirement, resource] of [
		['Our office has meeting rooms. Keep rooms and bookings.', 'room'],
		['A tennis club: courts, members book courts. Keep courts, members and bookings.', 'court']
	] as const) {
		const entity = manage(requirement).entities.find((candidate) => bookingOf(candidate));
		expect(entity && bookingOf(entity)?.resource?.reference).toBe(resource);
	}
});

test('without doctors or rooms the one calendar is taken', () => {
	const [taken] = constraintsOf('An app for my dog grooming salon');
	expect(taken).not.toContain('int8range');
	expect(taken).toContain('exclude using gist (tsrange(');
});

test('what is not booked can happen at the same time', () => {
	expect(constraintsOf('A kanban board with projects and cards. Keep events with a date.')).toEqual([]);
});

test('the wish never to book twice is a criterion, not a wish left out', () => {
	const { requirements, notUnderstood } = manage(
		'A clinic keeps doctors and appointments. Never two appointments at once for a doctor.'
	);
	expect(requirements.flatMap((requirement) => requirement.criteria.map(({ text }) => text)).join('\n')).toContain(
		'If an appointment overlaps another one of the same doctor, then the app shall refuse it'
	);
	expect(notUnderstood).toEqual([]);
});
