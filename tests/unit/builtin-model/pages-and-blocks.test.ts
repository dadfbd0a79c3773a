import { describe, expect, it } from 'vitest';
import { blocks } from '../../../src/lib/blocks/registry';
import { checkBlocks } from '../../../src/lib/blocks/check-blocks';
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { TIP_CALCULATOR } from '../../fixtures/requirements.mjs';
import { architect } from '../../../workers/builtin-model/understand/architect';
import { compose } from '../../../workers/builtin-model/understand/compose/compose';
import type { PartName, Parts } from '../../../workers/builtin-model/understand/compose/parts';
import { readRequirement } from '../../../workers/builtin-model/understand/reading/reading';

/** What a text would become: the parts of each page, whether or not a block takes them yet. */
function planOf(text: string) {
	const plan = compose(readRequirement(text));
	if (!plan) throw new Error(`Nothing is planned for: ${text}`);
	const parts = plan.pages.flatMap((page) => page.parts);
	return {
		plan,
		pages: plan.pages.filter((page) => !page.isHidden).map((page) => page.title),
		blocks: parts.map((part) => part.block),
		the: <K extends PartName>(block: K) => parts.find((part) => part.block === block)?.content as Parts[K]
	};
}
const textOf = (blueprint: Blueprint) => JSON.stringify(blueprint.features);

const FENCING =
	'Site for a roofing firm called Tallow Roofs. We lay slates in copper, mend old gutters and do the application of sealant. Pages: Home, Services, About, Contact. Contact form takes name, phone and message. No prices anywhere. Use beige for the background and saddle brown for components.';

describe('a site of a firm', () => {
	it('has the pages asked for, what the firm does as headings with sentences, and the fields asked for', () => {
		const { pages, the, blocks: names } = planOf(FENCING);
		expect(pages).toEqual(['Home', 'Services', 'About', 'Contact']);
		expect(the('hero').title).toBe('Tallow Roofs');
		expect(the('form').fields.map((field) => field.label)).toEqual(['Name', 'Phone', 'Message']);
		const services = planOf(FENCING).plan.pages.find((page) => page.title === 'Services')?.parts[0]?.content as Parts['items'];
		expect(services.items.map((item) => item.title)).toEqual([
			'Laying slates in copper',
			'Mending old gutters',
			'Applying sealant'
		]);
		expect(names).not.toContain('pricing');
		expect(names).not.toContain('cart');
	});

	it('shows the colours exactly as named, and a sentence of style creates nothing else', () => {
		const { design, frame, entities } = architect(FENCING);
		expect([design.ground, design.part]).toEqual(['beige', 'saddlebrown']);
		expect(frame).not.toBe('fullstack');
		expect(entities).toEqual([]);
	});

	it('tells times of the day with what holds on another day, and a page by what its sentence says', () => {
		const { the, plan } = planOf(
			"We are the Brothers of the Long Field, a small religious order of nine living in an old barn, and wish to have a dignified website. The home page should carry the times of today's services: Lauds 06:15, Vespers 18:00 and Compline 20:30, with a note that on Sundays Lauds is at 07:45. A page 'The House' tells our history since 1874 and sets out our rule in four short articles; a page 'Guests' explains that bed and board is offered for up to three nights, to be arranged by letter only."
		);
		expect(the('timetable')).toMatchObject({
			rows: [
				{ title: 'Lauds', time: '06:15' },
				{ title: 'Vespers', time: '18:00' },
				{ title: 'Compline', time: '20:30' }
			],
			exceptions: [{ weekday: 0, title: 'Lauds', time: '07:45' }]
		});
		const house = plan.pages.find((page) => page.title === 'The House');
		expect(JSON.stringify(house)).toContain('1874');
		expect((house?.parts.find((part) => part.block === 'items')?.content as Parts['items']).items).toHaveLength(4);
		const guests = plan.pages.find((page) => page.title === 'Guests');
		expect(JSON.stringify(guests?.parts)).toContain('Bed and board is offered for up to three nights.');
		expect(guests?.parts.some((part) => part.block === 'booking')).toBe(false);
	});
});

describe('an event', () => {
	const FAIR =
		'Landing page for Apple Day, our orchard feast on 3 October 2032, 10:00 to 17:00. Countdown in days; programme with seven items; a carousel of at least five pictures of the trees with captions; a plan of the orchard showing the press and the car park; answers to the three most frequent questions; registration (name, e-mail, lunch yes or no). Attendance is limited to 40 persons.';

	it('is one page with a countdown to its day, as many points, slides and questions as were said', () => {
		const { plan, the, pages } = planOf(FAIR);
		expect(pages).toHaveLength(1);
		expect(the('countdown')).toMatchObject({ until: { kind: 'once', at: '2032-10-03T10:00' }, units: ['days'] });
		const times = the('timetable').rows.map((row) => row.time);
		expect(times).toHaveLength(7);
		expect(times).toEqual([...times].sort());
		expect(times.every((time) => time >= '10:00' && time <= '17:00')).toBe(true);
		expect(the('carousel').slides).toHaveLength(5);
		expect(the('faq').groups.flatMap((group) => group.items)).toHaveLength(3);
		expect(the('site-plan').places.map((place) => place.label)).toEqual(['Press', 'Car park']);
		expect(the('form')).toMatchObject({ places: 40 });
		expect(plan.pages[0]?.parts.map((part) => part.menu).filter(Boolean)).toContain('Registration');
	});

	it('answers no question that nobody told the answer to: no prices, no street', () => {
		expect(JSON.stringify(planOf(FAIR).the('faq'))).not.toMatch(/€|\$|street|free of charge/i);
	});
});

describe('pictures', () => {
	it('are as many as asked for, in the groups that were named, and profiles are no accounts', () => {
		const {
			the,
			blocks: names,
			plan
		} = planOf(
			'Portfolio for Mira Castle, who carves profiles in soapstone. At least nine profiles to look at – birds, fish, ships – filterable by those three, click one to see it large with title and year. A request form (name, e-mail, which kind, how many).'
		);
		expect(the('gallery').items.length).toBeGreaterThanOrEqual(9);
		expect(the('gallery').categories).toEqual(['birds', 'fish', 'ships']);
		expect(the('form').fields.map(({ label, type }) => `${label}:${type}`)).toEqual([
			'Name:text',
			'E-mail:email',
			'Kind:choice',
			'How many:number'
		]);
		expect(names).not.toContain('profiles');
		expect(plan.pages.every((page) => page.access !== 'members')).toBe(true);
	});
});

describe('a shop', () => {
	it('sells what was named, by category, to guests, with orders for the owner alone', () => {
		const { the, plan } = planOf(
			'shop for woollen hats and felt hats. 14+ hats, price, wool type, cart, fake checkout, order list for me as the owner. guests can buy without account.'
		);
		expect(the('catalogue').products.length).toBeGreaterThanOrEqual(14);
		expect(the('catalogue').categories).toEqual(['Woollen hats', 'Felt hats']);
		expect(the('cart').payment).toBe('test');
		expect(plan.pages.find((page) => page.parts[0]?.block === 'orders')?.access).toBe('owner');
		expect(plan.pages.some((page) => page.access === 'members')).toBe(false);
	});

	it('speaks Chinese where it was asked for in Chinese', () => {
		const { the, pages } = planOf(
			'帮我做一个卖手工陶器的小网店,店名叫「青瓦窑」。要有茶杯、碗、花瓶三个分类,每件有产地和价格。下单填姓名、电话、地址,货到付款,用订单号和电话可以查询订单。店主登录后能看到全部订单。'
		);
		expect(pages).toEqual(expect.arrayContaining(['青瓦窑', '购物车', '查询订单']));
		expect(the('catalogue').categories).toEqual(['茶杯', '碗', '花瓶']);
		expect(the('cart')).toMatchObject({
			payment: 'on-delivery',
			fields: [{ label: '姓名' }, { label: '电话' }, { label: '地址' }]
		});
	});

	it('cuts to length between the bounds that were said, with the fee that was said', () => {
		expect(
			planOf(
				'We are selling steel rods cut to length. Catalogue of rods (round, square) with price per metre. The customer enters the length in millimetres, between 200 and 3000; a cutting fee of 0.80 per piece. Basket and checkout without any payment.'
			).the('catalogue').soldBy
		).toEqual({ kind: 'length', min: 200, max: 3000, fee: 0.8 });
	});
});

describe('bookings', () => {
	it('take rooms by the hour between the times, up to a limit, and are cancelled in time', () => {
		expect(
			planOf(
				'Wir brauchen eine Online-Buchung für unsere zwei Werkräume (Hof und Turm). Stundenweise, täglich 9 bis 21 Uhr, höchstens vier Stunden am Stück. Mit Konto kann man buchen und eigene Termine stornieren, aber nur bis 48 Stunden vorher.'
			).the('booking')
		).toMatchObject({
			resources: [{ name: 'Hof' }, { name: 'Turm' }],
			unit: { kind: 'hours', from: '09:00', to: '21:00' },
			most: 4,
			cancelUntilHours: 48,
			who: 'members'
		});
	});
});

describe('questions', () => {
	it('of a quiz are on its subject, as many as asked for, each with a reason', () => {
		const quiz = planOf(
			'A first aid quiz for scouts. Twelve questions with four answers, right or wrong shown straight away.'
		).the('quiz');
		expect(quiz.questions).toHaveLength(12);
		expect(quiz.atOnce).toBe(true);
		expect(quiz.questions.every(({ answers, right, because }) => answers.length === 4 && right < 4 && because.length > 10)).toBe(
			true
		);
		expect(new Set(quiz.questions.map(({ right }) => right)).size).toBeGreaterThan(1);
	});

	it('are not invented for a subject that is not known', () => {
		const { doubt } = architect('Trivia quiz on the history of Norwegian stave churches, 12 questions.');
		expect(doubt).toMatchObject({ code: 'SUBJECT_UNKNOWN', isBuildable: false });
	});

	it('of a survey are of the kinds that were named', () => {
		const survey = planOf(
			'Survey about our tram line 4: six questions (choice, scale 1-7, free text), results for everyone.'
		).the('survey');
		expect(survey.questions).toHaveLength(6);
		expect(new Set(survey.questions.map(({ kind }) => kind))).toEqual(new Set(['choice', 'scale', 'text']));
		expect(survey.questions.find(({ kind }) => kind === 'scale')).toMatchObject({ from: 1, to: 7 });
		expect(JSON.stringify(survey)).toContain('tram line 4');
	});
});

describe('games and tools', () => {
	it('take their settings from the text', () => {
		expect(planOf('Reaction test. 7 rounds, time between random 1 until 4 seconds.').the('reaction')).toMatchObject({
			rounds: 7,
			from: 1,
			to: 4
		});
		const memory = planOf('A memory game with sea animals, two sizes (6 or 10 pairs), two player mode and confetti.').the(
			'memory'
		);
		expect(memory).toMatchObject({ sizes: [{ pairs: 6 }, { pairs: 10 }], twoPlayers: true, confetti: true });
		expect(memory.pictures.map(({ name }) => name)).toContain('octopus');
		expect(planOf('Pomodoro timer with work 30 minutes and break 6 minutes, 3 rounds.').the('timer').phases).toEqual([
			{ name: 'Work', seconds: 1800 },
			{ name: 'Break', seconds: 360 }
		]);
		expect(
			planOf('Paint calculator with the application rate on the tin, how many 5 l tins, feet if I switch.').the('calculator')
		).toMatchObject({ systems: true });
	});

	it('need no server and nobody who signs in', () => {
		for (const text of ['A snake game.', 'Unit converter for length.', 'A memory game with animals.'])
			expect(compose(readRequirement(text))?.isShared).toBe(false);
	});
});

describe('a blueprint of pages', () => {
	const TEXTS = [
		FENCING,
		'A memory game with farm animals, three sizes (6, 10 or 15 pairs). Lemon chiffon as background and hot pink components.',
		'Reaction test. 5 rounds. Best of all times stay.',
		'Online store for ceramic mugs and bowls with a cart. Background floral white, components rosy brown.',
		'A directory of public playgrounds. Filter by district. Each playground has a page with address and age group.'
	];

	it.each(TEXTS)('holds only what its blocks take: %s', (text) => {
		const blueprint = architect(text);
		expect(checkBlocks(blueprint)).toEqual([]);
		expect(textOf(blueprint)).not.toMatch(/lorem|ipsum|undefined|placeholder/i);
	});

	it.each(TEXTS)('has each criterion once, on a page that has its block: %s', (text) => {
		const { requirements, features } = architect(text);
		const ids = requirements.flatMap((requirement) => requirement.criteria.map(({ id }) => id));
		expect(features.flatMap((feature) => feature.criteria).sort()).toEqual([...ids].sort());
		for (const { criteria } of requirements)
			for (const { check } of criteria) if (check?.block) expect(blocks.has(check.block)).toBe(true);
	});

	it.each(TEXTS)('says of no sentence both that it is planned and that it is not understood: %s', (text) => {
		const { requirements, notUnderstood } = architect(text);
		for (const requirement of requirements) {
			expect(requirement.status === 'planned').toBe(requirement.criteria.length > 0);
			if (requirement.status === 'planned') expect(notUnderstood).not.toContain(requirement.quote.replace(/[.!?]$/, ''));
		}
	});

	it('names in the words of the person what no block does', () => {
		expect(architect('A snake game with score. Online opponents with voice chat.').notUnderstood).toEqual([
			'Online opponents with voice chat'
		]);
	});
});

describe('a tool', () => {
	it.each([
		TIP_CALCULATOR,
		'A BMI calculator. I type my height and weight and see the result.',
		'Tip calculator where you fill in the bill and it works out what each person pays'
	])('answers for what is put in and what comes out: %s', (text) => {
		expect(architect(text)).toMatchObject({ frame: 'client', notUnderstood: [] });
	});
});
