import { describe, expect, it } from 'vitest';
import { generateApp } from '../../../workers/builtin-model/generate-app';
import { manage } from '../../../workers/builtin-model/understand/management';

const KANBAN =
	'Project management tool for small teams: projects, boards with columns, cards with assignee, labels, due date, checklist and comments. Drag cards between columns (must also work by keyboard). WIP limits per column. Burndown chart per sprint. Activity log. Dark mode. Style the layout with lavender in the background and indigo for components.';
const CAMPING =
	'Campsite booking for Europe: campsites with country, coordinates, photos, price per night and number of pitches; travellers search by country, dates and number of people, see only sites with free pitches for all nights, book, pay later, review after the stay. Owners manage their sites and see an occupancy calendar. Prices: weekend +20%. A booking can be cancelled free of charge until 48 hours before arrival.';
const RECIPES =
	'a website where people share recipes. you can register, post a recipe with ingredients and steps and a photo url, rate others 1 to 5 stars and comment. filter by cuisine, time and vegetarian. changing the number of servings recalculates the ingredients. my favourites page + shopping list made from selected recipes';
const FREELANCE =
	"I'm a freelancer. I want to keep clients, log hours per project at different hourly rates, and turn unbilled hours into invoices with numbers like 2026-0007, VAT, a due date and a printable page. Show what is overdue and how much I earned per month this year. Background ivory, buttons teal.";
const BOOKSHOP =
	'an online bookshop: books with price and stock, customers, orders. Managers see everything, clerks may only read';
const PETS = 'A pet shop: pets with price, owners, visits with date. Show visits per week.';
const ALL = [KANBAN, CAMPING, RECIPES, FREELANCE, BOOKSHOP, PETS, 'a todo list with tags', 'A diary. It should glow at night.'];

const fieldsOf = (requirement: string, entity: string) =>
	manage(requirement)
		.entities.find(({ name }) => name === entity)
		?.fields.map((field) => `${field.name}:${field.type}`);
const names = (requirement: string) => manage(requirement).entities.map((entity) => entity.name);

describe('what is not built', () => {
	it.each([
		[RECIPES, ['filter by time', 'made from selected recipes']],
		[FREELANCE, ['turn unbilled hours into invoices with numbers like 2026-0007', 'a printable page']],
		[
			CAMPING,
			[
				'travellers search by country, dates and number of people, see only sites with free pitches for all nights',
				'pay later, review after the stay',
				'Owners manage their sites and see an occupancy calendar',
				'A booking can be cancelled free of charge until 48 hours before arrival'
			]
		],
		[KANBAN, ['cards with checklist', 'WIP limits per column', 'Burndown chart per sprint', 'Activity log']],
		['Keep my plants with name and sunlight. They glow at night.', ['They glow at night']],
		['A list of books with smileys that dance', ['with smileys that dance']]
	])('is named in the words of the person: %s', (requirement, wishes) => {
		expect(manage(requirement).notUnderstood).toEqual(expect.arrayContaining(wishes));
	});

	it.each([BOOKSHOP, PETS, 'a todo list with tags'])('is nothing where all is built: %s', (requirement) => {
		expect(manage(requirement).notUnderstood).toEqual([]);
	});

	it.each(ALL)('is never also shown as built, and what is planned has criteria: %s', (requirement) => {
		const { requirements, notUnderstood } = manage(requirement);
		const plain = (text: string) => text.replace(/[.!?]$/, '');
		for (const entry of requirements) {
			expect(entry.status === 'planned', entry.quote).toBe(entry.criteria.length > 0);
			if (entry.quote) expect(notUnderstood.includes(plain(entry.quote)), entry.quote).toBe(entry.status === 'not-understood');
			expect(entry.text).not.toMatch(/shall follow this/);
		}
	});

	it('does not count what somebody says about themselves as a wish, and says so', () => {
		const { requirements, assumptions } = manage(FREELANCE);
		expect(requirements.map((requirement) => requirement.quote)).not.toContain("I'm a freelancer.");
		expect(assumptions.join('\n')).toContain("I'm a freelancer.");
	});
});

describe('attributes named after "with"', () => {
	it('become fields of the thing before it', () => {
		expect(fieldsOf(BOOKSHOP, 'book')).toEqual(expect.arrayContaining(['price:money', 'stock:integer']));
		expect(fieldsOf('a todo list with tags', 'task')).toContain('tags:list');
		expect(fieldsOf(KANBAN, 'card')).toEqual(expect.arrayContaining(['assignee:text', 'labels:list', 'dueDate:date']));
		expect(fieldsOf(CAMPING, 'campsite')).toEqual(
			expect.arrayContaining(['country:text', 'coordinates:text', 'photo:image', 'price:money', 'numberOfPitches:integer'])
		);
	});

	it('never take names that SQL or every record has', () => {
		expect(fieldsOf('Keep trees with group, order and label.', 'tree')).toEqual(
			expect.arrayContaining(['groupText:text', 'orderText:text', 'labelText:text'])
		);
	});

	it('put things that live inside others where the sentence says', () => {
		expect(manage(KANBAN).entities.find((entity) => entity.name === 'comment')?.ownedBy).toBe('card');
	});

	it('leave out what nobody spoke of', () => {
		expect(fieldsOf(KANBAN, 'project')).not.toContain('hourlyRate:money');
		expect(fieldsOf(FREELANCE, 'project')).toContain('hourlyRate:money');
		expect(fieldsOf(BOOKSHOP, 'book')?.join()).not.toContain('status');
	});
});

describe('the things and roles of a sentence', () => {
	it('are those that it lists, no others', () => {
		expect(names(BOOKSHOP)).toEqual(['customer', 'book', 'order']);
		expect(names(PETS)).toEqual(['pet', 'owner', 'visit']);
		expect(fieldsOf(PETS, 'pet')).toEqual(expect.arrayContaining(['owner:reference', 'price:money']));
		expect(fieldsOf(PETS, 'visit')).toEqual(expect.arrayContaining(['date:date', 'pet:reference']));
	});

	it('give a chart by the own date of what is counted', () => {
		expect(manage(PETS).features.find((feature) => feature.kind === 'dashboard')?.charts).toEqual([
			{ title: 'Visits per week', kind: 'bars', entity: 'visit', by: 'week', measure: 'count' }
		]);
	});

	it.each([
		['Keep books. Clerks may only read.', 'clerk'],
		['Keep books. Interns can look but not change anything.', 'intern'],
		['Keep books. Auditors have read-only access.', 'auditor']
	])('let those only read of whom it is said: %s', (requirement, role) => {
		const blueprint = manage(requirement);
		expect(blueprint.roles.find(({ name }) => name === role)?.permissions).toEqual(['*:read']);
		expect(blueprint.entities[0]?.permissions.create).not.toContain(role);
	});
});

describe('colours', () => {
	it.each([
		['lavender in the background and indigo for components', ['accent:indigo', 'ground:lavender']],
		['Background ivory, buttons teal.', ['accent:teal', 'ground:ivory']],
		['An ivory background with buttons in teal', ['accent:teal', 'ground:ivory']],
		['teal buttons on an ivory background', ['accent:teal', 'ground:ivory']],
		['Warm colours: background linen, components sienna.', ['accent:sienna', 'ground:linen']],
		['Use a green and cream theme', ['accent:green', 'ground:cream']],
		['Buttons #aa3300, pages #fafafa', ['accent:#aa3300', 'ground:#fafafa']],
		['Members get a green card.', []]
	])('belong to what they are named with: %s', (wish, colours) => {
		expect(manage(`Keep clients. ${wish}`).design.colours).toEqual(colours);
	});

	it('are proven where they were asked for', async () => {
		const { blueprint, files } = await generateApp(KANBAN);
		const criterion = blueprint.requirements
			.flatMap((requirement) => requirement.criteria)
			.find(({ text }) => text.includes('indigo'));
		expect(criterion?.text).toBe('The app shall show buttons and links in indigo and the background in lavender.');
		const test = files.get('src/features/session/access.test.ts') ?? '';
		const line = (token: string) => `${token}: light-dark(`;
		for (const token of ['--accent', '--bg']) {
			const wanted = test.slice(test.indexOf(line(token)), test.indexOf(')', test.indexOf(line(token))));
			expect(wanted.length).toBeGreaterThan(20);
			expect(files.get('src/web/ui/palette.css')).toContain(wanted);
		}
		expect(test).toContain('--accent: light-dark(#4338ca');
	});
});
