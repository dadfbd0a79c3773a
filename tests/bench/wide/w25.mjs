/** The first aid quiz for scouts. */
import { linesOf, mainText, scrollsSideways } from './support/find.mjs';
import { neverControls } from './support/pages.mjs';
import {
	AGAIN,
	answer,
	answersOf,
	goOn,
	playThrough,
	pressAnswer,
	questionOf,
	startQuestions,
	wordsOf
} from './support/questions.mjs';
import { poll, reads, textOf } from './support/screen.mjs';
import { press } from './support/moves.mjs';

const TOPIC =
	/bleed|blood|cut|burn|scald|pressure|press|cold pack|ice|plaster|bandage|wound|nose|chok|sting|bee|wasp|tick|bite|faint|ambulance|emergency|\b(112|999|911|000)\b|hurt|injur|ankle|sprain|breath|unconscious|recovery position|splinter|sun|heat|cold|poison|broken|bone|head|help|first aid|glove|wash|safe/i;
const PROGRESS = (number) => new RegExp(`\\b${number}\\s*(of|/|out of)\\s*20\\b`, 'i');

const start = (app, page) => startQuestions(app, /quiz|first aid|test/i, { page, least: 3 });
/** By turns the first, second, third and fourth answer: some right and some wrong. */
const byTurns = () => {
	let turn = 0;
	return () => turn++ % 4;
};
const scoreIn = (text) => Number(/(\d+)\s*(?:of|\/|out of)\s*20\b/i.exec(linesOf(text).join(' '))?.[1] ?? NaN);

export default {
	checks: [
		async (app) => {
			await start(app);
			app.must((await answersOf(app.page)).length === 4, `not four answers but ${(await answersOf(app.page)).length}`);
			const pictures = await app.page.locator('main img, main svg, main picture, main canvas').filter({ visible: true }).count();
			app.must(pictures > 0 || /\p{Extended_Pictographic}/u.test(await mainText(app.page)), 'neither picture nor emoji');
			app.must(PROGRESS(1).test(await textOf(app.page)), 'no progress such as 1 of 20');
		},
		async (app) => {
			await start(app);
			const seen = { right: undefined, wrong: undefined };
			const choose = byTurns();
			for (let turn = 0; turn < 20 && !(seen.right && seen.wrong); turn++) {
				const played = await answer(app.page, choose);
				if (played.isRight === undefined) throw new Error('neither right nor wrong is said at once');
				seen[played.isRight ? 'right' : 'wrong'] ??= played;
				if (!(await goOn(app.page, played.question))) break;
			}
			for (const [kind, played] of Object.entries(seen))
				if (app.must(played, `no answer was ${kind}`))
					app.must(
						played.said.some((line) => line.length > 24 && /[.!]$/.test(line)),
						`no sentence of explanation after a ${kind} answer`
					);
			if (seen.wrong) app.must(seen.wrong.right, 'after a wrong answer the right one is not shown');
		},
		async (app) => {
			await start(app);
			const first = await answer(app.page, () => 0);
			if (first.isRight === undefined) throw new Error('nothing is said of an answer');
			const said = await mainText(app.page);
			for (const other of (await answersOf(app.page)).slice(1))
				if ((await wordsOf(other)) !== first.right || !first.isRight) await pressAnswer(other).catch(() => {});
			await app.page.waitForTimeout(300);
			const isMoved = (await questionOf(app.page)) !== first.question;
			app.must(!isMoved && (await mainText(app.page)) === said, 'a second answer changes what is said');
		},
		async (app) => {
			await start(app);
			let wasFull = false;
			const after = async () => (wasFull ||= await isFull(app.page));
			const played = await playThrough(app.page, byTurns(), { most: 30, least: 3, after });
			if (!app.must(played.length === 20, `not 20 questions but ${played.length}`)) return;
			const right = played.filter(({ isRight }) => isRight).length;
			const text = await textOf(app.page);
			app.must(scoreIn(text) === right, `the score is ${scoreIn(text)} and not ${right} of 20`);
			app.must(wasFull || (await isFull(app.page)), 'the bar is not full');
			app.must(
				linesOf(await mainText(app.page)).some((line) => /\p{L}{3,}.*[.!]/u.test(line)),
				'no friendly message'
			);
		},
		async (app) => {
			await start(app);
			const first = await playThrough(app.page, () => 0, { most: 30, least: 3 });
			await press(app.page, AGAIN);
			await startQuestions(app, undefined, { least: 3 });
			const isZero = !/score\W*[1-9]/i.test(await textOf(app.page)) && (await reads(app.page, PROGRESS(1), 500));
			app.must(isZero, 'it does not begin at 1 of 20 with a score of 0');
			const again = [];
			for (let turn = 0; turn < 6; turn++) {
				const { question } = await answer(app.page, () => 0);
				again.push(question);
				await goOn(app.page, question);
			}
			app.must(
				again.some((text, at) => text !== first[at]?.question),
				'the questions come in the same order'
			);
			app.must(
				again.every((text) => first.some(({ question }) => question === text)),
				'they are other questions'
			);
		},
		async (app) => {
			await start(app);
			const played = await playThrough(app.page, () => 0, { most: 30, least: 3 });
			const texts = played.map(({ question, words }) => `${question} ${words.join(' ')}`);
			const distinct = new Set(played.map(({ question }) => question)).size;
			app.must(distinct >= 20, `only ${distinct} different questions`);
			const about = texts.filter((text) => TOPIC.test(text)).length;
			app.must(distinct > 0 && about >= texts.length * 0.9, `only ${about} of ${texts.length} are about first aid`);
			const all = texts.join(' ');
			app.must(/pressure|press (on|down|hard)|cold pack|ice pack/i.test(all), 'none on applying pressure or a cold pack');
			const longest = Math.max(...played.map(({ question }) => question.split(/\s+/).length));
			app.must(longest <= 30, `a question of ${longest} words is too long for children`);
		},
		async (app) => {
			const page = await app.visitor({ viewport: { width: 375, height: 740 }, hasTouch: true });
			await start(app, page);
			app.must(!(await scrollsSideways(page)), 'it scrolls sideways at 375 px');
			const answers = await answersOf(page);
			const boxes = await Promise.all(
				answers.map((option) => option.evaluate((node) => (node.closest('label') ?? node).getBoundingClientRect().toJSON()))
			);
			app.must(
				boxes.every(({ left, right, height }) => left >= 0 && right <= 376 && height >= 24),
				'answers are cut off or too small to tap'
			);
			const before = await mainText(page);
			await answers[0].tap({ force: true });
			app.must(await poll(async () => (await mainText(page)) !== before, 1500), 'a tap answers nothing');
		}
	],
	not: [
		async (app) => neverControls(app, /\b(your |first |last )?name\b|\bage\b|e-?mail/i),
		async (app) => neverControls(app, /apply (now|for)|membership|become a (member|scout)|application/i),
		async (app) => neverControls(app, /leader ?board|ranking|high ?scores?/i)
	]
};

/** By its role, else by what it looks like: something flat of which one part is filled. */
const isFull = (page) =>
	page.evaluate(() => {
		const told = document.querySelector('progress, [role=progressbar]');
		const value = Number(told?.getAttribute('aria-valuenow') ?? told?.value ?? NaN);
		if (told) return value >= Number(told.getAttribute('aria-valuemax') ?? told.max ?? 100);
		const flat = [...document.querySelectorAll('main *')].filter((node) => {
			const { width, height } = node.getBoundingClientRect();
			return width > 120 && height > 2 && height < 26 && node.childElementCount === 1 && !node.innerText?.trim();
		});
		return flat.some((bar) => bar.firstElementChild.getBoundingClientRect().width >= bar.getBoundingClientRect().width * 0.98);
	});
