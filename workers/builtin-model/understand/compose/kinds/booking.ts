/** Bookings: what is free and what is taken, who may book it, and who hands it over. */
import { symbolFor } from '../../content/symbols';
import { contactFields } from '../../reading/form-fields';
import { listsOf } from '../../reading/lists';
import { countOf, NUMBER, numberOf } from '../../reading/numbers';
import { singular } from '../../reading/subject';
import { hoursIn } from '../../reading/when';
import { app, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan, type Parts } from '../parts';
import { capital, slugOf } from '../phrases';

export function composeBooking(context: Context): AppPlan | undefined {
	const { words, language, access } = context;
	const found = resourcesOf(context);
	if (found.items.length === 0) return undefined;
	const line = (pattern: RegExp) => context.lines.filter((sentence) => pattern.test(sentence));
	const unit = unitOf(context);
	const most = mostOf(context);
	const cancelUntilHours = cancelOf(context);
	const handOver = context.says(/\bgiven\b.*\breturned\b|\bborrow\b|\blend\b|\bhand(?:ed)? (?:out|over)\b|\bausleih|\bpréstamo/i);
	const isMembers = access.signIn === 'members';
	const booking = part(
		'booking',
		{
			title: title(context, found.all),
			one: found.one,
			all: found.all,
			collection: 'bookings',
			resources: found.items.map((name) => ({
				slug: slugOf(name),
				name: capital(name),
				symbol: symbolFor(name, symbolFor(found.all, '📅'))
			})),
			unit,
			...(most === undefined ? {} : { most }),
			...(cancelUntilHours === undefined ? {} : { cancelUntilHours }),
			who: isMembers ? 'members' : 'anybody',
			thanks: { en: 'It is booked.', de: 'Es ist gebucht.', es: 'La reserva está hecha.', zh: '预约成功。' }[language],
			...(peopleOf(context)
				? { people: { label: { en: 'People', de: 'Personen', es: 'Personas', zh: '人数' }[language], most: 8 } }
				: {}),
			fields: isMembers ? [] : contactFields(language).slice(0, 2),
			handOver
		},
		context.lines.filter((sentence) => !/\bmy page\b|\bcancel\b/i.test(sentence) || /\bbook|reserv|buch/i.test(sentence))
	);
	const pages = [page('/', title(context, found.all), [booking], { from: context.lines.slice(0, 2) })];
	if (isMembers) {
		const mine = line(/\bmy (?:page|reservations|bookings)\b|\bcancel|\bstornieren\b|\bcancelar\b|我的|取消/i);
		pages.push(
			page(
				'/mine',
				words.myBookings,
				[
					part(
						'my-bookings',
						{ title: words.myBookings, collection: 'bookings', ...(cancelUntilHours === undefined ? {} : { cancelUntilHours }) },
						mine
					)
				],
				{ access: 'members', from: mine }
			)
		);
	}
	const desk = line(/\bkeeper\b|\bowner\b|\bmark when\b|\bsee all\b|\bstaff\b|\bverwalter|店主|管理员/i);
	pages.push(
		page('/desk', words.desk, [part('bookings-desk', { title: words.desk, collection: 'bookings', handOver }, desk)], {
			access: 'owner',
			from: desk,
			isHidden: desk.length === 0
		})
	);
	const name = title(context, found.all);
	return app({ ...context, title: name }, pages, {
		summary: `${name}.`,
		icon: symbolFor(`${found.all} ${context.text.slice(0, 150)}`, '📅'),
		isShared: true,
		layout: 'site'
	});
}

const title = (context: Context, all: string) =>
	context.name ?? (context.says(/\bhouse of tools\b/i) ? 'House of tools' : capital(all));

/** What can be booked: 'two rooms (A and B)', 'a house of tools: drill, ladder, saw', 'three courts'. */
function resourcesOf(context: Context): { items: string[]; one: string; all: string } {
	const lists = context.lines
		.flatMap(listsOf)
		.filter((enumeration) => enumeration.items.every((item) => item.split(/\s+/).length <= 6));
	const list = lists.find(({ head }) => RESOURCE.test(head)) ?? lists[0];
	const noun = RESOURCE.exec(context.text)?.[0].toLowerCase();
	const all = list && /\btools\b/i.test(list.head) ? 'tools' : (context.subject?.all ?? noun ?? '');
	if (list) {
		const items = list.items.map((item) => item.replace(/\s+for \w+$/i, '')).filter((item) => !/^about \d+/i.test(item));
		const wanted = countOf(context.text, 'items?|things|tools|Dinge|cosas')?.count ?? items.length;
		const more = /\btools\b|\bborrow\b/i.test(context.text) ? THINGS.filter((thing) => !items.includes(thing)) : [];
		if (wanted > items.length && more.length)
			context.assumptions.push(`You named ${items.length} of about ${wanted}: the others are examples.`);
		return {
			items: [...items, ...more].slice(0, Math.max(items.length, Math.min(wanted, items.length + more.length))),
			one: context.language === 'en' ? singular(all) : all,
			all
		};
	}
	const counted = noun ? new RegExp(`(${NUMBER})\\s+(?:[\\p{L}-]+\\s+)?${noun}`, 'iu').exec(context.text)?.[1] : undefined;
	if (!noun) return { items: [], one: '', all: '' };
	const count = Math.min(numberOf(counted ?? '') ?? 1, 20);
	const one = capital(context.language === 'en' ? singular(noun) : noun);
	return {
		items: Array.from({ length: count }, (_, at) => (count === 1 ? one : `${one} ${at + 1}`)),
		one: one.toLowerCase(),
		all: noun
	};
}
const RESOURCE =
	/\b(?:tools|rooms?|courts?|tables?|boats?|bikes?|bicycles|kayaks|canoes|desks|cabins?|huts?|cars?|vans?|studios?|halls?|lanes|pitches|plots|chairs|saunas?|proberäume|räume|plätze|tische|boote|fahrräder|salas?|pistas?|mesas?|barcos?|bicicletas?|classes|lessons|appointments?|tours?)\b/i;
const THINGS = [
	'hammer',
	'sander',
	'wheelbarrow',
	'spade',
	'hedge trimmer',
	'pressure washer',
	'jigsaw',
	'toolbox',
	'extension lead',
	'party tent',
	'folding table',
	'benches',
	'projector',
	'sewing machine',
	'bicycle trailer',
	'paint roller',
	'spirit level',
	'chain hoist'
];

function unitOf({ text }: Context): Parts['booking']['unit'] {
	const hours = hoursIn(text) ?? { from: '09:00', to: '18:00' };
	const minutes = /\b(\d{2,3})[- ]minutes?\b/i.exec(text)?.[1];
	if (
		/\bstundenweise\b|\bby the hour\b|\bhourly\b|\bper hour\b|\bhours?\b(?! before)|\bpor horas?\b|按小时/i.test(text) &&
		!/\bper night\b/i.test(text)
	)
		return { kind: 'hours', ...hours };
	if (/\bnights?\b|\bnächte\b|\bnoches?\b/i.test(text)) return { kind: 'nights' };
	if (minutes) return { kind: 'slots', minutes: Number(minutes), ...hours };
	if (/\bdays?\b|\btage?\b|\bdías?\b|天/i.test(text)) return { kind: 'days' };
	return { kind: 'slots', minutes: 60, ...hours };
}

/** 'Max 7 days', 'höchstens drei Stunden am Stück'. */
function mostOf({ text }: Context): number | undefined {
	const match = new RegExp(
		`(?:max(?:imum)?\\.?(?: of)?|at most|up to|no more than|höchstens|maximal|como máximo|máximo(?: de)?|最多)\\s*(${NUMBER})\\s*(?:days?|hours?|nights?|slots|Stunden?|Tage|horas|días|noches|天|小时)`,
		'iu'
	).exec(text);
	return match ? numberOf(match[1] ?? '') : undefined;
}

/** '24 Stunden vorher', 'until 48 hours before'. */
function cancelOf({ text }: Context): number | undefined {
	const hours = /(\d+)\s*(?:hours?|h|Stunden|horas|小时)\s*(?:before|vorher|vor\b|in advance|antes|前)/i.exec(text)?.[1];
	const days = /(\d+)\s*(?:days?|Tage|días|天)\s*(?:before|vorher|vor\b|in advance|antes|前)/i.exec(text)?.[1];
	return hours ? Number(hours) : days ? Number(days) * 24 : undefined;
}

const peopleOf = ({ text }: Context) =>
	/\bnumber of (?:people|guests|persons)\b|\bhow many (?:people|guests)\b|\bpersonenzahl\b|\bnúmero de personas\b|人数/i.test(
		text
	);
