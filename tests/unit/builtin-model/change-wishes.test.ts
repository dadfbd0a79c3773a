import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../../src/lib/blocks/check-blocks';
import { filesOf } from '../../../workers/builtin-model/generate/files';
import { blueprintOf, broughtBy, fieldsOf, wish, type Sample } from './change-kit';

describe('fields', () => {
	it.each<[Sample, string, string, string[]]>([
		['dashboard', 'Add a birthday to customers', 'customer', ['birthday:date']],
		['dashboard', 'ADD A BIRTHDAY TO CUSTOMERS!!!', 'customer', ['birthday:date']],
		['dashboard', 'Customers also need a VAT number and a mandatory website', 'customer', ['vatNumber:text', 'website:url!']],
		['dashboard', "I'd like to store the tax id of each customer", 'customer', ['taxId:text']],
		[
			'dashboard',
			'Add phone, address and zip code to the customer form',
			'customer',
			['phone:phone', 'address:text', 'zipCode:text']
		],
		['dashboard', 'every order needs a delivery date', 'order', ['deliveryDate:date']],
		['dashboard', 'in orders: tracking number', 'order', ['trackingNumber:text']],
		['dashboard', 'Can you add a "Notes" field for customers?', 'customer', ['notes:longText']],
		['jobs', 'add a field "contract type" with permanent, temporary, freelance to jobs', 'job', ['contractType:enum']],
		['kanban', 'cards need a priority: low, normal, high or urgent', 'card', ['priority:enum']],
		['kanban', 'cards: story points, estimate in hours', 'card', ['storyPoints:integer', 'estimateInHours:decimal']],
		['salon', 'every dog gets a date of birth, weight and a photo', 'dog', ['dateOfBirth:date', 'weight:decimal', 'photo:image']],
		['recipes', 'recipes should have a difficulty (easy, medium, hard)', 'recipe', ['difficulty:enum']],
		['dashboard', 'Füge ein Geburtstag zu Kunden hinzu', 'customer', ['birthday:date']],
		['dashboard', 'Añade un campo de cumpleaños a los clientes', 'customer', ['birthday:date']],
		['dashboard', '给客户添加生日字段', 'customer', ['birthday:date']]
	])('%s: %s', (sample, words, entity, fields) => {
		const changed = wish(sample, words);
		const old = blueprintOf(sample).entities.find(({ name }) => name === entity)?.fields ?? [];
		expect(fieldsOf(changed, entity).slice(old.length)).toEqual(fields);
		expect(changed.plan.notBuilt).toEqual([]);
		expect(broughtBy(changed).length).toBeGreaterThanOrEqual(fields.length);
	});

	it('are renamed with what is stored in them', () => {
		const changed = wish('invoices', 'rename phone to mobile');
		expect(fieldsOf(changed, 'client')).toEqual(['name:text!', 'email:email', 'mobile:phone', 'address:text', 'notes:longText']);
		expect(broughtBy(changed)).toEqual(['When somebody gives a client its mobile, the app shall keep and show it.']);
	});

	it('are removed, and what was promised of them with it', () => {
		const added = wish('dashboard', 'Add a birthday to customers');
		const removed = wish(added, 'Remove the birthday field from customers');
		expect(fieldsOf(removed, 'customer')).not.toContain('birthday:date');
		expect(
			removed.after.requirements.flatMap(({ criteria }) => criteria).filter(({ text }) => /birthday/.test(text))
		).toMatchObject([{ text: 'The app shall not ask for the birthday of a customer any more.' }]);
	});

	it.each<[Sample, string, string, string, string[]]>([
		['dashboard', 'status also: archived', 'order', 'status', ['paid', 'pending', 'refunded', 'archived']],
		['dashboard', 'orders can also be archived', 'order', 'status', ['paid', 'pending', 'refunded', 'archived']],
		[
			'dashboard',
			'order status should be new, packed, shipped or returned',
			'order',
			'status',
			['new', 'packed', 'shipped', 'returned']
		],
		['dashboard', 'remove refunded from the status', 'order', 'status', ['paid', 'pending']],
		['dashboard', 'rename status pending to open', 'order', 'status', ['paid', 'open', 'refunded']],
		['kanban', 'add a column "review" to the board', 'card', 'status', ['to do', 'doing', 'done', 'review']]
	])('%s: %s', (sample, words, entity, field, options) => {
		const { after } = wish(sample, words);
		expect(after.entities.find(({ name }) => name === entity)?.fields.find(({ name }) => name === field)?.options).toEqual(
			options
		);
	});

	it('are mandatory, optional or unique as asked', () => {
		expect(fieldsOf(wish('dashboard', 'make city optional'), 'customer')).toContain('city:text');
		expect(fieldsOf(wish('invoices', 'the phone of clients is mandatory'), 'client')).toContain('phone:phone!');
		const { after } = wish('dashboard', 'order numbers must be unique');
		expect(after.entities.find(({ name }) => name === 'order')?.fields.find(({ name }) => name === 'number')?.unique).toBe(true);
	});
});

describe('kinds of records', () => {
	it.each<[Sample, string, string, string[]]>([
		['dashboard', 'Add suppliers with name, phone and email', 'supplier', ['name:text!', 'phone:phone', 'email:email']],
		[
			'dashboard',
			'We also need invoices (number, date, amount, customer)',
			'invoice',
			['number:text!', 'dateText:date', 'amount:money', 'customer:reference']
		],
		['dashboard', 'keep track of products with name, price and stock', 'product', ['name:text!', 'price:money', 'stock:integer']],
		['salon', 'groomers with name and phone; each appointment has a groomer', 'groomer', ['name:text!', 'phone:phone']],
		['dashboard', 'Füge Lieferanten mit Name, Telefon und E-Mail hinzu', 'supplier', ['name:text!', 'phone:phone', 'email:email']]
	])('%s: %s', (sample, words, entity, fields) => {
		const changed = wish(sample, words);
		expect(fieldsOf(changed, entity).map((field) => field.replace('date:date', 'dateText:date'))).toEqual(fields);
		expect(changed.plan.notBuilt).toEqual([]);
		expect(changed.after.features.find((feature) => feature.entity === entity)?.criteria.length).toBeGreaterThan(4);
	});

	it('that others cannot be without stay, and the reply says why', () => {
		const { plan } = wish('dashboard', 'remove orders');
		expect(plan.kind).toBe('change');
		const held = wish('dashboard', 'Remove customers').plan;
		expect(held).toMatchObject({ kind: 'nothing', notBuilt: ['Remove customers'] });
		expect(held.reply).toContain('orders and notes cannot be without them');
	});

	it('are called something else without moving', () => {
		const { after } = wish('dashboard', 'rename customers to clients');
		expect(after.entities[0]).toMatchObject({ name: 'customer', plural: 'customers', label: 'client', pluralLabel: 'clients' });
		expect(after.features.flatMap(({ charts }) => charts.map(({ title }) => title))).toContain('New clients per week');
	});
});

describe('roles, charts and looks', () => {
	it('give a new role what it may do, and what its pages need', () => {
		const { after, plan } = wish('dashboard', 'Add a role warehouse that may only read orders');
		expect(after.roles.map(({ name }) => name)).toEqual(['viewer', 'manager', 'admin', 'warehouse']);
		const may = (entity: string) =>
			Object.entries(after.entities.find(({ name }) => name === entity)?.permissions ?? {})
				.filter(([, roles]) => roles.includes('warehouse'))
				.map(([action]) => action);
		expect([may('order'), may('customer'), may('note')]).toEqual([['read'], ['read'], []]);
		expect(plan.reply).toContain('reads customers as well');
	});

	it.each([
		['Show a chart of orders per month on the dashboard', { entity: 'order', by: 'month', measure: 'count' }],
		['monthly revenue chart', { entity: 'order', by: 'month', measure: 'amount' }],
		['bar chart of orders by status', { entity: 'order', by: 'status', kind: 'bars' }]
	])('%s', (words, chart) => {
		const { after } = wish('dashboard', words);
		expect(after.features.find((feature) => feature.kind === 'dashboard')?.charts.at(-1)).toMatchObject(chart);
	});

	it('take colours, mode and name', () => {
		const { after } = wish('invoices', 'Make the background beige and the buttons forest green, and call the app Flower Desk');
		expect([after.title, after.design.colours]).toEqual(['Flower Desk', ['accent:forestgreen', 'ground:beige']]);
		expect(after.requirements.flatMap(({ criteria }) => criteria).filter(({ text }) => /ivory|teal/.test(text))).toEqual([]);
	});
});

describe('pages', () => {
	it.each<[Sample, string, (blocks: string[]) => void]>([
		['fundraiser', 'Remove the sponsors section', (blocks) => expect(blocks).not.toContain('items')],
		['fundraiser', 'Add opening hours: Monday to Friday 9:00 to 17:00', (blocks) => expect(blocks).toContain('opening-hours')],
		['fundraiser', 'Add a page with opening hours', (blocks) => expect(blocks).toContain('opening-hours')],
		['fundraiser', 'add a newsletter', (blocks) => expect(blocks.filter((block) => block === 'inbox')).toHaveLength(2)],
		[
			'fundraiser',
			'remove the volunteer form',
			(blocks) => expect(blocks.filter((block) => block === 'form' || block === 'inbox')).toEqual([])
		],
		['fundraiser', 'Entferne die FAQ', (blocks) => expect(blocks).not.toContain('faq')],
		['memory', 'Add an FAQ section to the home page', (blocks) => expect(blocks).toEqual(['memory', 'faq'])],
		[
			'memory',
			'add a page about the rules: Turn over two cards. If they match, they stay.',
			(blocks) => expect(blocks).toEqual(['memory', 'prose'])
		]
	])('%s: %s', (sample, words, holds) => {
		const { after, plan } = wish(sample, words);
		holds(after.features.flatMap(({ pages }) => pages.flatMap(({ blocks }) => blocks.map(({ block }) => block))));
		expect(checkBlocks(after)).toEqual([]);
		expect([plan.kind, plan.steps]).toEqual(['change', []]);
	});

	it.each<[Sample, string, RegExp]>([
		['fundraiser', 'change the hero title to Spring Fair 2031', /"title":"Spring Fair 2031"/],
		['fundraiser', 'Rename Questions to FAQ', /"heading":"FAQ"/],
		['fundraiser', 'Add a phone field to the volunteer sign-up form', /"name":"phone"/],
		[
			'fundraiser',
			'Add a question to the FAQ: Do you have parking? Yes, behind the gym.',
			/Do you have parking\?.*behind the gym/
		],
		['fundraiser', 'Add a sponsor called ACME Bakery', /ACME Bakery/],
		['fundraiser', 'Add 15:00 Raffle to the programme', /"time":"15:00"/],
		['fundraiser', 'Change "Our goal" to "Our target"', /"heading":"Our target"/],
		['memory', 'make it blue', /"part":"blue"/],
		['memory', 'dark mode please', /"darkMode":"dark"/],
		['memory', 'Call the game Farm Memory', /"title":"Farm Memory"/]
	])('%s: %s', (sample, words, shows) => {
		const { after } = wish(sample, words);
		expect(JSON.stringify(after)).toMatch(shows);
		expect(JSON.stringify(blueprintOf(sample))).not.toMatch(shows);
		expect(checkBlocks(after)).toEqual([]);
	});
});

describe('what is not built', () => {
	it.each<[Sample, string, string[]]>([
		['dashboard', "please add a 'VIP' checkbox to every customer and a csv export", ['a csv export']],
		['dashboard', 'Add a birthday to customers and remind me on that day', ['remind me on that day']],
		['dashboard', 'Add a birthday to customers that glows at night', ['Add a birthday to customers that glows at night']],
		['dashboard', 'sort customers by city', ['sort customers by city']],
		['dashboard', 'Add a page with opening hours', ['Add a page with opening hours']],
		['dashboard', 'make it look nicer', ['make it look nicer']],
		['dashboard', 'Add a due date to orders and show overdue orders in red', ['show overdue orders in red']],
		['dashboard', 'let customers have multiple addresses', ['let customers have multiple addresses']],
		['dashboard', 'add sparkles', ['add sparkles']],
		['dashboard', 'Die Kunden sollen nachts leuchten', ['Die Kunden sollen nachts leuchten']],
		['fundraiser', 'Add a login for parents', ['Add a login for parents']],
		['memory', 'add a contact form', ['add a contact form']]
	])('%s: %s is named in the words of the person', (sample, words, notBuilt) => {
		const { plan, after } = wish(sample, words);
		expect(plan.notBuilt).toEqual(notBuilt);
		for (const part of notBuilt) expect(plan.reply).toContain(part);
		if (plan.kind === 'change') expect(after.notUnderstood).toEqual(expect.arrayContaining(notBuilt));
		else expect(plan.blueprint).toBeUndefined();
	});

	it.each<[Sample, string, string]>([
		['dashboard', 'Add an email to customers', 'customers have “E-mail” already'],
		['dashboard', 'Remove the fax from customers', 'customers have no fax'],
		['dashboard', 'add a login', 'signs in already'],
		['salon', 'appointments: remove price', 'appointments have no price'],
		['fundraiser', 'Remove the newsletter', 'there is no newsletter']
	])('%s: %s is so already', (sample, words, reply) => {
		const { plan } = wish(sample, words);
		expect([plan.kind, plan.notBuilt]).toEqual(['nothing', []]);
		expect(plan.reply).toContain(reply);
	});

	it('never adds what it does not say', () => {
		const { plan, before, after } = wish('dashboard', 'Add a birthday to customers and make it sparkle');
		expect(after.entities.map(({ name }) => name)).toEqual(before.entities.map(({ name }) => name));
		expect(plan.notBuilt).toEqual(['make it sparkle']);
	});
});

describe('no change', () => {
	it.each<[Sample, string, string]>([
		['dashboard', 'What does this app do?', 'keeps customers, orders and notes'],
		['dashboard', 'Who may delete orders?', 'Manager and Administrator may delete orders.'],
		['dashboard', 'Can viewers edit customers?', 'No: Manager and Administrator may change customers.'],
		['dashboard', 'How do I sign in?', 'admin@example.com'],
		['dashboard', 'does it send emails?', 'The blueprint does not say.'],
		['memory', 'How do I sign in?', 'Nobody signs in']
	])('%s: %s is answered', (sample, words, answer) => {
		const { plan } = wish(sample, words);
		expect([plan.kind, plan.blueprint, plan.steps]).toEqual(['answer', undefined, []]);
		expect(plan.reply).toContain(answer);
	});

	it.each(['', '   ', '!!!', 'asdf qwer', 'thanks, looks great!'])(
		'“%s” is nothing to build, and an example says what would be',
		(words) => {
			const { plan } = wish('dashboard', words);
			expect(plan.kind).toBe('nothing');
			expect(plan.reply).toContain('“Add a birthday to customers”');
		}
	);

	it.each(['Build me a snake game instead', 'I want a blog instead', 'forget it, make a recipe website'])(
		'%s is another app',
		(words) => {
			expect(wish('dashboard', words).plan).toMatchObject({ kind: 'another-app', steps: [] });
		}
	);
});

it('leaves what earlier wishes brought in place', () => {
	const first = wish('dashboard', 'Add a birthday to customers');
	const second = wish(first, 'rename birthday to born on');
	const third = wish(second, 'Add suppliers with name and phone');
	expect(fieldsOf(third, 'customer')).toContain('bornOn:date');
	expect(third.after.requirements.map(({ id }) => id).length).toBe(new Set(third.after.requirements.map(({ id }) => id)).size);
	expect([...filesOf(third.after).values()].join('')).not.toContain('test.todo');
});
