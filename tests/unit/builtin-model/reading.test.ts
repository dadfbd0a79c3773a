import { describe, expect, it } from 'vitest';
import { accessOf } from '../../../workers/builtin-model/understand/reading/access';
import { fieldFrom } from '../../../workers/builtin-model/understand/reading/form-fields';
import { kindOf } from '../../../workers/builtin-model/understand/reading/kind';
import { languageOf } from '../../../workers/builtin-model/understand/reading/language';
import { itemsOf, listsOf } from '../../../workers/builtin-model/understand/reading/lists';
import { nameOf } from '../../../workers/builtin-model/understand/reading/names';
import { countOf } from '../../../workers/builtin-model/understand/reading/numbers';
import { sentencesOf } from '../../../workers/builtin-model/understand/reading/sentences';
import { subjectOf } from '../../../workers/builtin-model/understand/reading/subject';
import { dateIn, hoursIn, timedItems, timesIn } from '../../../workers/builtin-model/understand/reading/when';

describe('the kind of app', () => {
	it.each([
		[
			'Website for a small bakery called Korn & Kruste. We bake bread and roast coffee. Pages: Home, Our bread, Contact.',
			'brochure'
		],
		['Portfolio of a wedding photographer named Lena Ortiz with a gallery.', 'portfolio'],
		['One-page CV for nurse Ada Moreland: summary, experience newest first, education.', 'resume'],
		['Landing page for our new app with a countdown and a waiting list.', 'landing'],
		['I want a personal blog about urban beekeeping, articles with tags.', 'blog'],
		['A directory of public playgrounds. Filter by district.', 'directory'],
		['Online store for ceramic mugs with a cart and a checkout.', 'shop'],
		['Book a table at our restaurant: choose date and time, 12 tables.', 'booking'],
		['Weather station dashboard: temperature and rain for 3 sensors, date range.', 'readings'],
		['Quiz about European capitals, 15 questions, score at the end.', 'quiz'],
		['Ten lessons to learn Morse code, each with an exercise; the next is closed until then.', 'lessons'],
		['A survey for our gym members with rating scales.', 'survey'],
		['Social network for model train fans with profiles, likes and comments.', 'social'],
		['A snake game with score and speed levels.', 'game'],
		['Unit converter for length and weight.', 'tool'],
		['Habit tracker: I tick my habits every day. No account, just me.', 'records'],
		['FAQ chatbot for a bike rental shop: it replies with the best fitting answer.', 'assistant'],
		['A site of cooking videos, each with a player and steps.', 'media'],
		['Keep clients, projects and invoices. Managers see everything, clerks may only read.', 'management'],
		['Una tienda online de jabones artesanales con carrito.', 'shop'],
		['Ein Blog über das Wandern in den Alpen.', 'blog'],
		['做一个贪吃蛇游戏。', 'game'],
		['帮我做一个卖茶叶的小网店,可以下单。', 'shop']
	])('is what the text speaks for: %s', (text, kind) => {
		expect(kindOf(text).kind).toBe(kind);
		expect(kindOf(text).confidence).toBeGreaterThan(0.4);
	});

	it.each([
		['We set fence posts and do the application of paint. Website for our company.', ['booking', 'management', 'blog']],
		['Site for a religious order with the times of services.', ['shop', 'booking']],
		['The insole gives good support of the foot. Site for our factory, is not online shop.', ['shop', 'assistant']],
		['A site for surf boards. The profile of a board.', ['social', 'management']]
	])('is none that only a word misleads to: %s', (text, others) => {
		const { kind, confidence } = kindOf(text);
		expect(confidence > 0 && others.includes(kind)).toBe(false);
	});

	it('has no confidence where no word speaks for any', () => {
		expect(kindOf('qwertz uiop').confidence).toBe(0);
	});
});

describe('the language', () => {
	it.each([
		['A shop for mugs', 'en'],
		['Wir brauchen eine Buchung für unsere Räume.', 'de'],
		['Quiero una revista digital de senderismo.', 'es'],
		['请做一个图书馆借阅系统', 'zh'],
		['Un sondage pour les habitants de notre quartier avec dix questions.', 'other'],
		['レシピを共有するサイトを作ってください', 'other']
	])('of %s is %s', (text, language) => {
		expect(languageOf(text)).toBe(language);
	});
});

describe('the name and the subject', () => {
	it.each([
		['Site for a fencing contractor called Hollowmere Fencing. We set posts.', 'Hollowmere Fencing'],
		['We are the Order of the Quiet Ford, a small order.', 'Order of the Quiet Ford'],
		['I need a site for my factory, name is Passolino. The insole is good.', 'Passolino'],
		['Una revista que se llame Botas y Barro. Portada.', 'Botas y Barro'],
		['帮我做一个小网店,店名叫「云脚茶铺」。', '云脚茶铺'],
		['The Fenbridge Society holds its Soil Profile Day on 12 September.', 'Soil Profile Day'],
		['Book a table at our restaurant Zum Löwen: choose a date.', 'Zum Löwen'],
		['A shop for mugs', undefined]
	])('of %s is %s', (text, name) => {
		expect(nameOf(text)).toBe(name);
	});

	it.each([
		['A directory of grief support groups in our county.', 'en', 'grief support groups'],
		['Survey about our bus route 7: eight questions.', 'en', 'bus route 7'],
		['Paint calculator. I enter the length.', 'en', 'Paint'],
		['Una tienda online de jabones artesanales llamada Sur.', 'es', 'jabones artesanales'],
		['Website für eine Tischlerei namens Holzwerk.', 'de', 'Tischlerei'],
		['帮我做一个卖手工茶叶的小网店', 'zh', '手工茶叶']
	] as const)('what %s is about', (text, language, phrase) => {
		expect(subjectOf(text, language)?.phrase).toBe(phrase);
	});
});

describe('lists and numbers', () => {
	it.each([
		['three models: Walk, Run and Stand', ['Walk', 'Run', 'Stand']],
		['cuatro secciones (Rutas, Material, Refugios, Relatos)', ['Rutas', 'Material', 'Refugios', 'Relatos']],
		['要有绿茶、红茶、乌龙、白茶四个分类', ['绿茶', '红茶', '乌龙', '白茶']],
		['four groups (boiler, delivery, invoices, emergency)', ['boiler', 'delivery', 'invoices', 'emergency']]
	])('%s', (text, items) => {
		expect(listsOf(text)[0]?.items).toEqual(items);
	});

	it('keep what stands in brackets together', () => {
		expect(itemsOf('a wall (brick, wood), a shelf and books')).toEqual(['wall (brick, wood)', 'shelf', 'books']);
	});

	it.each([
		['At least twelve profiles to look at', 'profiles', 12, false],
		['exactly five short articles', 'articles', 5, true],
		['10+ boards', 'boards', 10, false],
		['about 20 questions and answers', 'questions', 20, false],
		['四个分类', '分类', 4, true]
	])('%s is a number of %s', (text, noun, count, isExact) => {
		expect(countOf(text, noun)).toEqual({ count, isExact });
	});

	it('of bullets belong to their heading', () => {
		expect(sentencesOf('# Pages\n- Home\n- About us\n\nIt is small.')).toEqual([
			{ text: 'Pages', isHeading: true },
			{ text: 'Home', isHeading: false, under: 'Pages' },
			{ text: 'About us', isHeading: false, under: 'Pages' },
			{ text: 'It is small.', isHeading: false }
		]);
	});
});

describe('times', () => {
	it('of a day, of the year, from and to', () => {
		expect(timedItems('Lauds 06:30, Midday Prayer 12:15 and Compline 20:00')).toEqual([
			{ title: 'Lauds', time: '06:30' },
			{ title: 'Midday Prayer', time: '12:15' },
			{ title: 'Compline', time: '20:00' }
		]);
		expect(dateIn('on 12 September 2031')).toMatchObject({ year: 2031, month: 9, day: 12, isYearly: false });
		expect(dateIn('every 31 December from 20:00')).toMatchObject({ month: 12, day: 31, isYearly: true });
		expect(timesIn('every 31 December from 20:00')).toEqual(['20:00']);
		expect(hoursIn('täglich 10 bis 22 Uhr')).toEqual({ from: '10:00', to: '22:00' });
		expect(hoursIn('four times a day')).toBeUndefined();
	});
});

describe('fields', () => {
	it.each([
		['e-mail', 'email', 'email'],
		['phone', 'phone', 'phone'],
		['a message', 'message', 'longText'],
		['how many', 'howMany', 'number'],
		['lunch yes or no', 'lunch', 'tick'],
		['姓名', 'name', 'text'],
		['电话', 'phone', 'phone'],
		['correo electrónico', 'correoElectronico', 'email']
	])('%s is %s, a field of kind %s', (words, name, type) => {
		expect(fieldFrom(words)).toMatchObject({ name, type });
	});
});

describe('who signs in', () => {
	it.each([
		['No login. Everybody sees the readings.', { signIn: 'nobody' }],
		['It is listed after our editor has looked at it and approved.', { signIn: 'owner', owner: 'Editor' }],
		['Our coordinator signs in to create shifts.', { signIn: 'owner', owner: 'Coordinator' }],
		['Only me can write, with password.', { signIn: 'owner' }],
		['For reserve must make account.', { signIn: 'members' }],
		['Mit Konto kann man buchen.', { signIn: 'members' }],
		['店主登录后能看到全部订单', { signIn: 'owner', owner: '店主' }]
	])('%s', (text, access) => {
		expect(accessOf(text)).toMatchObject(access);
	});

	it('contradicts itself where nobody has an account and somebody signs in', () => {
		expect(accessOf('No accounts. Users open my account and log in.').contradicts).toBe(true);
		expect(accessOf('No accounts. Our editor signs in.').contradicts).toBe(false);
	});
});
