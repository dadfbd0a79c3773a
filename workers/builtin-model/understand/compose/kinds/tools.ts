/** Tools of one screen: calculators, converters, timers, editors, generators. */
import { calculatorFor, UNIT_GROUPS } from '../../content/calculators';
import { listsOf } from '../../reading/lists';
import { countOf } from '../../reading/numbers';
import { oneScreen } from '../app';
import type { Context } from '../context';
import { part, type AppPlan } from '../parts';
import { capital } from '../phrases';

/** Undefined for a calculation that is not known. */
export function composeTool(context: Context): AppPlan | undefined {
	const { text, lines } = context;
	if (/\bconver(?:t|ts|ter|sion)\b|\bumrechner\b|\bconversor\b|换算/i.test(text) && !/\bcalculator\b/i.test(text))
		return converter(context);
	if (/\b(?:stop ?watch|pomodoro|timer|metronome|cronómetro|temporizador|stoppuhr)\b|计时器|番茄钟/i.test(text))
		return timer(context);
	if (/\b(?:markdown|html|text|note) (?:editor|pad)\b|\beditor\b/i.test(text)) {
		const kind = /\bmarkdown\b/i.test(text) ? 'markdown' : /\bhtml\b/i.test(text) ? 'html' : 'plain';
		const title = context.name ?? `${{ markdown: 'Markdown', html: 'HTML', plain: 'Text' }[kind]} editor`;
		return oneScreen(
			{ ...context, title },
			part('text-editor', { title, kind, sample: SAMPLES[kind] }, lines),
			`${title} with a preview.`,
			{ icon: '📝' }
		);
	}
	if (/\bgenerator\b/i.test(text)) {
		const kind = /\bpassword\b/i.test(text) ? 'password' : /\bpalette\b|\bcolou?r\b/i.test(text) ? 'palette' : 'names';
		const title = context.name ?? capital(`${kind} generator`);
		return oneScreen({ ...context, title }, part('generator', { title, kind }, lines), `${title}.`, { icon: '🎲' });
	}
	const known = calculatorFor(`${context.subject?.phrase ?? ''} ${text}`);
	if (!known || context.language !== 'en') return undefined;
	const calculator = known.make(text);
	const title = context.name ?? calculator.title;
	return oneScreen(
		{ ...context, title },
		part('calculator', { ...calculator, title, systems: /\bfeet\b|\bfoot\b|\bimperial\b/i.test(text) }, lines),
		calculator.intro,
		{ icon: '🧮' }
	);
}

const SAMPLES = {
	markdown: '# A title\n\nSome *words* in **Markdown**:\n\n- one\n- two\n\n> A quotation.\n',
	html: '<h1>A title</h1>\n<p>Some <em>words</em> in <strong>HTML</strong>.</p>\n',
	plain: 'Write here.\n'
};

function converter(context: Context): AppPlan {
	const named = UNIT_GROUPS.filter(({ words }) => words.test(context.text)).map(({ group }) => group);
	const groups = named.length ? named : UNIT_GROUPS.slice(0, 4).map(({ group }) => group);
	const title = context.name ?? 'Unit converter';
	return oneScreen({ ...context, title }, part('converter', { title, groups }, context.lines), 'Converts units, both ways.', {
		icon: '🔁'
	});
}

function timer(context: Context): AppPlan {
	const { text, lines } = context;
	const minutes = (words: string, fallback: number) => {
		const said = new RegExp(`(\\d+)[- ]?(?:min(?:utes?)?)?[- ](?:of )?(?:${words})|(?:${words})\\D{0,20}(\\d+)\\s?min`, 'i').exec(
			text
		);
		return Number(said?.[1] ?? said?.[2] ?? fallback) * 60;
	};
	const isPhases = /\bpomodoro\b|\bwork\b.*\b(?:break|rest)\b|\bintervals?\b|番茄钟/i.test(text);
	const kind = isPhases ? 'phases' : /\bstop ?watch\b|\blaps?\b|cronómetro|stoppuhr/i.test(text) ? 'stopwatch' : 'countdown';
	const title =
		context.name ??
		{ phases: /\bpomodoro\b/i.test(text) ? 'Pomodoro timer' : 'Interval timer', stopwatch: 'Stopwatch', countdown: 'Timer' }[
			kind
		];
	const phases = isPhases
		? [
				{ name: 'Work', seconds: minutes('work|focus', 25) },
				{ name: 'Break', seconds: minutes('(?:short )?break|rest', 5) }
			]
		: [{ name: title, seconds: minutes('timer|countdown', 5) }];
	const rounds = countOf(text, 'rounds?|cycles|sessions')?.count ?? 4;
	return oneScreen({ ...context, title }, part('timer', { title, kind, phases, rounds }, lines), `${title}.`, { icon: '⏱️' });
}

/** A page of links, as people put it in their profile. */
export function composeLinks(context: Context): AppPlan {
	const title = context.name ?? 'My links';
	const listed = context.lines
		.flatMap(listsOf)
		.find(({ items }) => items.some((item) => /\.\w{2,}|instagram|youtube|shop|blog|mail/i.test(item)))?.items ?? [
		'Website',
		'Photographs',
		'Newsletter'
	];
	context.assumptions.push('The links are examples: put in your own addresses.');
	return oneScreen(
		{ ...context, title },
		part(
			'link-list',
			{
				title,
				text: `Where to find ${title}.`,
				links: listed.map((label) => ({
					label: capital(label),
					href: `https://example.com/${encodeURIComponent(label.toLowerCase())}`
				}))
			},
			context.lines
		),
		'A page of links.',
		{ icon: '🔗' }
	);
}
