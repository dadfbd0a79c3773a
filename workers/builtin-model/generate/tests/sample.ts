/** Values that the fields of an entity accept, as code. */
import type { Entity, Field } from '../../../../src/lib/domain/blueprint';
import { bookingOf } from '../bookings';
import { labelField, quote } from '../names';

/** A value that the field accepts, as code. */
export function sample(field: Field, variant = 0): string {
	switch (field.type) {
		case 'integer':
			return String(Math.min(field.max ?? 99, Math.max(field.min ?? 0, 3 + variant)));
		case 'decimal':
			return String(Math.max(field.min ?? 0, 2.5 + variant));
		case 'money':
			return String(12_500 + variant * 100);
		case 'reference':
			return '1';
		case 'boolean':
			return 'true';
		case 'date':
			return `'2025-06-2${variant}'`;
		case 'dateTime':
			return `'2025-06-2${variant}T09:00:00.000Z'`;
		case 'email':
			return `'sample${variant}@mail.example'`;
		case 'phone':
			return `'+49 30 555${variant}'`;
		case 'url':
		case 'image':
			return `'https://example.com/${variant}'`;
		case 'enum':
			return quote(field.options?.[variant % (field.options.length || 1)] ?? '');
		default:
			return quote(`Sample ${field.label.toLowerCase()} ${variant}`);
	}
}

/** The least that makes a record. */
export const body = (entity: Entity) => {
	const place = bookedSample(entity);
	const fields = entity.fields.filter((field) => field.required || field === labelField(entity) || field.name in place);
	return `{ ${fields.map((field) => `${field.name}: ${place[field.name] ?? sample(field)}`).join(', ')} }`;
};

/** A time that no example record has taken. */
export function bookedSample(entity: Entity): Record<string, string> {
	const booking = bookingOf(entity);
	if (!booking) return {};
	// What is taken may be left open: an appointment of nobody takes nothing.
	const taken = booking.resource && !booking.resource.required ? { [booking.resource.name]: '1' } : {};
	return 'until' in booking.length
		? { ...taken, [booking.from.name]: "'2031-03-03'", [booking.length.until.name]: "'2031-03-05'" }
		: { ...taken, [booking.from.name]: "'2031-03-03T09:00:00.000Z'" };
}

/** What differs in a second record, where no two may have the same. */
export const uniqueField = (entity: Entity) =>
	entity.fields
		.filter((field) => field.unique)
		.map((field) => `${field.name}: ${sample(field, 1)}, `)
		.join('');
