/** A curriculum vitae on one page. */
import { itemsOf } from '../../reading/lists';
import { app, page } from '../app';
import type { Context } from '../context';
import { part, type AppPlan } from '../parts';
import { capital } from '../phrases';

export function composeResume(context: Context): AppPlan | undefined {
	const { name, language, text } = context;
	if (!name || language !== 'en') return undefined;
	const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const before = new RegExp(`\\b(?:for|of)\\s+(?:an?\\s+|the\\s+)?([a-z][a-z -]{2,40}?)\\s+${escaped}`, 'i').exec(text)?.[1];
	const after = new RegExp(`${escaped},\\s+(?:an?\\s+)?([a-z][a-z -]{2,40}?)(?=[,.;:]|$)`, 'i').exec(text)?.[1];
	const role = (before ?? after ?? 'Curriculum vitae').trim();
	const field = fieldOfStudy(role);
	const said = itemsOf(/:\s*([^.]+)/.exec(text)?.[1] ?? '');
	context.assumptions.push('Jobs, years, schools and languages are examples: put in the true ones.');
	const resume = part(
		'resume',
		{
			name,
			role: capital(role),
			summary: `${name} is ${/^[aeiou]/i.test(role) ? 'an' : 'a'} ${role} who plans carefully, works well with others and sees things through to the end.`,
			experience: [
				{
					years: '2019 – today',
					title: `Senior ${role}`,
					place: 'Example Partners, Northport',
					text: `Leads projects from the first sketch to the hand-over, with a team of four.`
				},
				{
					years: '2014 – 2019',
					title: capital(role),
					place: 'Example Works, Midtown',
					text: 'Planned, checked and looked after projects on site.'
				},
				{
					years: '2011 – 2014',
					title: `Junior ${role}`,
					place: 'Example Office, Southbridge',
					text: 'Drew, calculated and documented for a larger team.'
				}
			],
			education: [
				{ years: '2009 – 2011', title: `Master in ${field}`, place: 'Example University', text: '' },
				{ years: '2006 – 2009', title: `Bachelor in ${field}`, place: 'Example University', text: '' }
			],
			languages: [
				{ name: 'English', level: 'fluent' },
				{ name: 'German', level: 'good' }
			],
			print: /\bprint/i.test(text)
		},
		[context.lines[0], ...said.filter((sentence) => context.lines.includes(sentence))]
	);
	return app(
		{ ...context, title: name },
		[page('/', name, [resume], { from: context.lines.slice(0, 1), description: `${name}, ${role}` })],
		{ summary: `${name}, ${role}.`, layout: 'plain', isShared: false, icon: '📄' }
	);
}

const fieldOfStudy = (role: string): string =>
	[
		[/engineer/i, 'engineering'],
		[/teacher|lecturer/i, 'education'],
		[/nurse|doctor|physician/i, 'health sciences'],
		[/design|illustrat/i, 'design'],
		[/develop|program|software/i, 'computer science'],
		[/architect/i, 'architecture'],
		[/account|financ/i, 'economics'],
		[/lawyer|solicitor/i, 'law'],
		[/cook|chef/i, 'hospitality'],
		[/journal|writer|editor/i, 'journalism']
	]
		.find(([words]) => (words as RegExp).test(role))?.[1]
		?.toString() ?? `the work of a ${role}`;
