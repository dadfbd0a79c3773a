/** What brings people together: communities with profiles, posts and messages, and shifts that need hands. */
import { INTRODUCTIONS } from '../../content/posts';
import { PEOPLE, sampleValue } from '../../content/samples';
import { symbolFor } from '../../content/symbols';
import { fieldFrom, type FormField } from '../../reading/form-fields';
import { itemsOf, listBehind, listsOf } from '../../reading/lists';
import { countOf, numberOf } from '../../reading/numbers';
import { WEEKDAYS } from '../../reading/when';
import { app, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan } from '../parts';
import { capital } from '../phrases';

export function composeSocial(context: Context): AppPlan | undefined {
	const { text, lines, language, words } = context;
	if (language !== 'en') return undefined;
	const line = (pattern: RegExp) => lines.filter((sentence) => pattern.test(sentence));
	const title = context.name ?? capital(context.subject?.phrase ?? 'Community');
	const hasFeed =
		/\bposts?\b(?! office)(?=[^.]*\b(?:photo|pics?|picture|text|under|like|comment|write)\b)|\bfeed\b|\bwrite posts\b|\bnewest pics\b/i.test(
			text
		) && !/\breal post\b/i.test(text);
	const one = /\bprofile for your (\w+)/i.exec(text)?.[1]?.toLowerCase() ?? 'member';
	const fields = profileFields(context);
	const hasMessages = /\bmessages?\b|\bletters?\b/i.test(text);
	const isLetters = /\bletters?\b/i.test(text);
	const pages = [];
	const people = PEOPLE.en.slice(0, 6).map((name, at) => ({
		name: one === 'member' ? name : (PETS[at] ?? name),
		...Object.fromEntries(
			fields.filter((field) => field.name !== 'name').map((field) => [field.name, sampleValue(field, at, language)])
		)
	}));
	const profiles = part(
		'profiles',
		{
			title: one === 'member' ? words.members : capital(`${one}s`),
			one,
			all: `${one}s`,
			collection: 'profiles',
			fields,
			search: searchOf(context, fields),
			follows: /\bfollow/i.test(text),
			blocks: /\bblock\b/i.test(text),
			...(hasMessages ? { messagesAt: '/messages' } : {}),
			people
		},
		line(/\bprofile\b|\bsearch\b|\bfollow\b|\bblock\b/i)
	);
	if (hasFeed) {
		const categories = listBehind(lines, /\b(?:posts? (?:with a photo )?under|under)\b/i)?.items.map(capital) ?? [];
		const mark = /\bmarked as ['"“‘]?(\w+)['"”’]?/i.exec(text)?.[1];
		const marked = mark
			? (categories.find((category) => new RegExp(`\\b${category}\\b[^.]*marked as`, 'i').test(text)) ?? '')
			: '';
		const feed = part(
			'feed',
			{
				title: 'Newest',
				collection: 'posts',
				categories,
				photo: /\bphotos?\b|\bpics?\b|\bpictures?\b/i.test(text),
				likes: /\blikes?\b(?! small| a| real)/i.test(text),
				comments: /\bcomments?\b/i.test(text),
				follows: /\bfollow/i.test(text),
				hides: /\bmoderator\b|\bhide a post\b/i.test(text),
				...(mark ? { mark: { word: mark, category: marked } } : {}),
				posts: postsFor(people, categories, context)
			},
			line(/\bposts?\b|\blike\b|\bcomment\b|\bfeed\b|\bmoderator\b|\bpeek\b|\banyone may read\b/i)
		);
		pages.push(
			page('/', title, [feed], { from: lines.slice(0, 1) }),
			page('/members', one === 'member' ? words.members : capital(`${one}s`), [profiles], { from: line(/\bprofile\b/i) })
		);
	} else
		pages.push(
			page(
				'/',
				title,
				[
					part(
						'hero',
						{ title, text: `${capital(context.subject?.phrase ?? title)}: find somebody, and write.`, symbol: symbolFor(text) },
						lines.slice(0, 1)
					),
					profiles
				],
				{ from: lines.slice(0, 1) }
			)
		);
	if (hasMessages) {
		const hours = /\bafter (\w+) hours?\b/i.exec(text)?.[1];
		const label = isLetters ? 'Letters' : words.messages;
		const sent = line(/\bmessages?\b|\bletters?\b/i);
		pages.push(
			page(
				'/messages',
				label,
				[
					part(
						'messages',
						{ title: label, word: isLetters ? 'letter' : 'message', afterHours: hours ? (numberOf(hours) ?? 0) : 0 },
						sent
					)
				],
				{ access: 'members', from: sent }
			)
		);
	}
	return app({ ...context, title }, pages, {
		summary: `${title}: ${hasFeed ? 'posts, people and messages' : 'people and letters'}.`,
		icon: symbolFor(`${context.subject?.phrase ?? ''} ${text}`, '👋'),
		isShared: true,
		layout: 'site'
	});
}
const PETS = ['Biscuit', 'Juno', 'Otto', 'Pepper', 'Mabel', 'Rufus'];

/** 'a profile for your dog (name, breed, age)', 'profile with languages and interests'. */
function profileFields(context: Context): FormField[] {
	const bracket = context.lines.flatMap(listsOf).find(({ head }) => /\bprofile\b|\byour \w+$/i.test(head))?.items;
	const open = /\bprofile with ([^.;,]+(?:, [^.;,]+)*?)(?=,? (?:search|write|block|and can|where)|[.;]|$)/i.exec(
		context.text
	)?.[1];
	const items = bracket ?? (open ? itemsOf(open) : ['about me']);
	const fields = items
		.filter((item) => item.split(' ').length <= 5)
		.map((item) => fieldFrom(item.replace(/^what they grow$/i, 'What I grow')))
		.map((field) => ({ ...field, required: false }));
	return fields.some((field) => field.name === 'name') ? fields : [{ ...fieldFrom('Name'), required: true }, ...fields];
}

const searchOf = ({ text }: Context, fields: FormField[]) => {
	const by = /\bsearch (?:by|for an?) (\w+)/i.exec(text)?.[1]?.toLowerCase();
	return by ? fields.filter((field) => field.name.toLowerCase().startsWith(by.replace(/s$/, ''))).map((field) => field.name) : [];
};

function postsFor(people: Record<string, unknown>[], categories: string[], context: Context) {
	return Array.from({ length: Math.max(6, categories.length * 2) }, (_, at) => {
		const category = categories[at % Math.max(1, categories.length)] ?? '';
		const text = INTRODUCTIONS[at % INTRODUCTIONS.length] ?? '';
		return {
			by: String(people[at % people.length]?.['name'] ?? ''),
			text: text.replace('%', (category || (context.subject?.one ?? 'day')).toLowerCase()),
			category,
			symbol: symbolFor(category, symbolFor(context.text, '📷'))
		};
	});
}

export function composeShifts(context: Context): AppPlan | undefined {
	const { text, lines, language } = context;
	if (language !== 'en') return undefined;
	const line = (pattern: RegExp) => lines.filter((sentence) => pattern.test(sentence));
	const place =
		/\b(beach|beaches|garden|park|school|kitchen|river|street|trail|forest)e?s?\b/i
			.exec(text)?.[1]
			?.replace(/es$/i, '')
			.toLowerCase() ?? 'place';
	const tasks = lines
		.flatMap(listsOf)
		.find(({ head }) => /\bup for\b|\btasks?\b|\bskills?\b|\bjobs\b|\bcan do\b|\bhelp with\b/i.test(head))?.items ?? [
		'setting up',
		'helping guests',
		'clearing up'
	];
	const places = ['North', 'South', 'East', 'Old'].map((side) => `${side} ${place}`);
	const weekday = Object.entries(WEEKDAYS).find(([name]) => new RegExp(`\\b${name}s?\\b`, 'i').test(text))?.[1] ?? 6;
	const shifts = Array.from({ length: 8 }, (_, at) => ({
		title: capital(tasks[at % tasks.length] ?? 'Shift'),
		weekday,
		week: Math.floor(at / 4),
		from: at % 2 ? '13:00' : '09:00',
		to: at % 2 ? '16:00' : '12:00',
		place: places[at % places.length] ?? '',
		tasks: [tasks[at % tasks.length] ?? '', tasks[(at + 1) % tasks.length] ?? ''],
		places: 4 + (at % 5)
	}));
	const note = /\breminder on the page to ([^.;]+)/i.exec(text)?.[1];
	const title =
		context.name ??
		capital(/\bwe ([a-z]+) ([a-z]+)\b/i.test(text) && /\bclean\b/i.test(text) ? `${place} clean-up` : 'Volunteers');
	const most = countOf(text, 'shifts')?.count ?? 3;
	context.assumptions.push('Places, dates and shifts are examples: the coordinator changes them.');
	const board = part(
		'shifts',
		{
			title,
			collection: 'shifts',
			...(note ? { note: capital(`Please ${note}.`) } : {}),
			tasks,
			places,
			most: Math.max(most, 3),
			shifts
		},
		lines.filter((sentence) => !/\bcoordinator\b/i.test(sentence))
	);
	const desk = line(/\bcoordinator\b|\borganis/i);
	const pages = [
		page('/', title, [board], { from: lines.slice(0, 1) }),
		page(
			'/desk',
			'Shifts and helpers',
			[part('shifts-desk', { title: 'Shifts and helpers', collection: 'shifts', tasks, places }, desk)],
			{ access: 'owner', from: desk }
		)
	];
	return app({ ...context, title }, pages, {
		summary: `${title}: shifts that need hands, and who comes.`,
		icon: symbolFor(text, '🙌'),
		isShared: true,
		layout: 'site'
	});
}
