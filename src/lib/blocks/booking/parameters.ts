import type { FormField, Picture } from '../data';

export interface BookingParameters {
	heading: string;
	intro?: string;
	/** What one thing that is booked is called, and several: 'room', 'rooms'. */
	one: string;
	all: string;
	resources: BookingResource[];
	unit: BookingUnit;
	/** What is done, where it takes different times: a haircut of 45 minutes. Only with 'slots'. */
	services?: { name: string; minutes: number; price?: number }[];
	/** The most hours, days or nights in a row. */
	most?: number;
	/** In whole units for an hour, day or night; more on Saturdays and Sundays (nights: Friday and Saturday). */
	price?: { per: number; weekendPercent?: number };
	/** Whether an account is needed. */
	who: 'members' | 'everybody';
	/** What is asked: name and phone where everybody may book. */
	fields: FormField[];
	/** How many people may come along. */
	people?: { label: string; most: number };
	/** How many may book the same slot: places of a class. */
	places?: number;
	/** kebab-case, where bookings are kept. */
	collection: string;
	/** Said when it is booked. */
	thanks: string;
}

export interface BookingResource {
	/** Of its address; from its name where it is left out. */
	slug?: string;
	name: string;
	text?: string;
	picture?: Picture;
}

/** Times as '10:00', weekdays from 0 for Sunday; all days where they are left out. */
export type BookingUnit =
	| { kind: 'hours'; from: string; to: string; weekdays?: number[] }
	| { kind: 'slots'; minutes: number; from: string; to: string; weekdays?: number[] }
	| { kind: 'days' }
	| { kind: 'nights' };
