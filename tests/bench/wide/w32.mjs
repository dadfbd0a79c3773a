/** The memory game with farm animals. */
import { asksColours } from './support/colours.mjs';
import { cardsOn, Memory, openOnes, turn, turnedBack } from './support/cards.mjs';
import { linesOf, mainText, pick, pickIfThere, seen } from './support/find.mjs';
import { neverControls, SIGN_IN, SIGN_UP } from './support/pages.mjs';
import { poll, textOf } from './support/screen.mjs';

const START = /^\W*(start|new game|play|begin|deal|go)\b/i;
const AGAIN = /new game|again|restart|start/i;
const TWO = /\b(two|2)([- ]player|\s*players?)/i;
const FARM =
	/cow|pig|hen|chicken|rooster|cock|duck|goose|sheep|lamb|goat|horse|pony|donkey|dog|cat|rabbit|turkey|bull|calf|chick|mouse|bee|llama|alpaca|mule|piglet|foal|kitten|puppy|pigeon|peacock|ox|swan|barn owl|snail|frog|guinea|🐄|🐖|🐔|🐑|🐴/i;

/** A fresh game of so many pairs. */
async function deal(app, pairs, { players = 1 } = {}) {
	const has = async () => (await cardsOn(app.page)).length === pairs * 2;
	const choose = async () => {
		if (players === 2) await pick(app.page, TWO);
		await pick(app.page, new RegExp(`\\b${pairs}\\b(?!\\d)`));
		if (!(await poll(has, 600))) await pickIfThere(app.page, START);
	};
	if (players === 1 && (await has())) return Memory.on(app.page);
	await choose();
	if (players === 2 && !(await poll(has, 800))) await pickIfThere(app.page, TWO);
	if (!(await poll(has, 1500))) throw new Error(`not ${pairs * 2} cards but ${(await cardsOn(app.page)).length}`);
	return Memory.on(app.page);
}

const movesIn = (text) => {
	const flat = linesOf(text).join(' ');
	return Number((/(?:moves|turns|tries)\W{0,3}(\d+)/i.exec(flat) ?? /(\d+)\s*(?:moves?|turns?|tries)/i.exec(flat))?.[1] ?? NaN);
};
/** Whose turn it is, in the page's words. */
async function turnLine(page) {
	const lines = linesOf(await mainText(page));
	const current = seen(page.locator('[aria-current=true], [data-active=true], .is-active, .active')).first();
	const line = lines.find(
		(candidate) =>
			/turn|(now|is) playing|plays|your (go|move)|'s (go|move)|to play|is next/i.test(candidate) && !/^turns?\b/i.test(candidate)
	);
	return line ?? ((await current.count()) ? await current.innerText() : '');
}
/** Numbers that stand alone or beside a player, added up. */
const pointsIn = (text) => {
	const alone = linesOf(text).flatMap((line) => /^(\d+)( (pairs?|points?))?$/.exec(line)?.[1] ?? []);
	const beside = [
		...linesOf(text)
			.join('\n')
			.matchAll(/player \d\W{1,4}(\d+)\b/gi)
	].map(([, number]) => number);
	return [...alone, ...beside].reduce((sum, number) => sum + Number(number), 0);
};
const timeIn = (text) => /\b\d+:\d{2}\b|\b\d+(\.\d+)? ?(s|sec|seconds?)\b/i.exec(text)?.[0];

async function finish(memory) {
	for (let turns = 0; turns < 60; turns++) if (!(await memory.play())) return;
	throw new Error('the game cannot be finished in 60 moves');
}

export default {
	checks: [
		async (app) => {
			const orders = [];
			for (const pairs of [6, 10, 15, 6]) {
				const memory = await deal(app, pairs);
				const backs = new Set(memory.backs);
				app.must(backs.size === 1, `${pairs} pairs: the cards do not lie face down alike`);
				if (pairs !== 6) continue;
				const faces = [];
				for (let at = 0; at < 4; at += 2) {
					faces.push(await turn(memory.cards[at], memory.backs[at]), await turn(memory.cards[at + 1], memory.backs[at + 1]));
					await turnedBack(memory.cards, memory.backs, [at, at + 1], 2500);
				}
				orders.push(faces.join('|'));
			}
			app.must(orders[0] !== orders[1], 'the cards lie in the same order each time');
		},
		async (app) => {
			const memory = await deal(app, 6);
			const before = movesIn(await textOf(app.page)) || 0;
			const [first, second] = [0, 1];
			const faces = [
				await turn(memory.cards[first], memory.backs[first]),
				await turn(memory.cards[second], memory.backs[second])
			];
			app.must(
				faces.every((face, at) => face !== memory.backs[at]),
				'no face is seen'
			);
			app.must(
				faces.some((face) => FARM.test(face)),
				`no farm animals: ${faces[0].slice(0, 60)}`
			);
			if (faces[0] !== faces[1]) app.must(await turnedBack(memory.cards, memory.backs, [first, second]), 'they do not turn back');
			app.must(movesIn(await textOf(app.page)) === before + 1, `the moves are ${movesIn(await textOf(app.page))} after one`);
		},
		async (app) => {
			const memory = await deal(app, 10);
			await turn(memory.cards[0], memory.backs[0]);
			await memory.cards[0].click({ force: true, timeout: 800 }).catch(() => {});
			await app.page.waitForTimeout(300);
			app.must((await openOnes(memory.cards, memory.backs)).length === 1, 'one card clicked twice is no single open card');
			const moves = movesIn(await textOf(app.page)) || 0;
			app.never(moves > 0, 'one card clicked twice counts as a move');
			await memory.cards[1].click();
			await memory.cards[2].click({ force: true, timeout: 400 }).catch(() => {});
			app.never((await openOnes(memory.cards, memory.backs)).length > 2, 'a third card opens');
		},
		async (app) => {
			const memory = await deal(app, 6);
			const pair = await memory.until(true);
			if (!app.must(pair, 'no pair is found')) return;
			await app.page.waitForTimeout(1500);
			const stays = await openOnes(memory.cards, memory.backs);
			app.must(
				pair.indexes.every((index) => stays.includes(index)),
				'a found pair turns back'
			);
			const moves = movesIn(await textOf(app.page));
			for (const index of pair.indexes) await memory.cards[index].click({ timeout: 400 }).catch(() => {});
			app.must(movesIn(await textOf(app.page)) === moves, 'clicking a found pair counts');
		},
		async (app) => {
			const memory = await deal(app, 6, { players: 2 });
			const first = await turnLine(app.page);
			if (!app.must(first, 'it does not say whose turn it is')) return;
			const miss = await memory.until(false);
			if (!miss) throw new Error('no miss could be played');
			app.must(await poll(async () => (await turnLine(app.page)) !== first, 2500), 'after a miss the other one does not play');
			const before = { who: await turnLine(app.page), text: await mainText(app.page) };
			let who = before.who;
			for (let turns = 0; turns < 30; turns++) {
				who = await turnLine(app.page);
				const played = await memory.play();
				await app.page.waitForTimeout(300);
				if (played?.isPair) break;
			}
			app.must((await turnLine(app.page)) === who, 'after a pair the same one does not go again');
			app.must(pointsIn(await mainText(app.page)) > pointsIn(before.text), 'no point is shown');
		},
		async (app) => {
			const memory = await deal(app, 6);
			await finish(memory);
			await app.page.waitForTimeout(600);
			const text = await textOf(app.page);
			app.must(movesIn(text) >= 6, 'the moves are not shown');
			app.must(timeIn(text), 'no time is shown');
			const confetti = app.page.locator('canvas, [class*=confetti i], [data-confetti], [aria-label*=confetti i]');
			app.must(await confetti.count(), 'no confetti');
			app.must(await app.page.getByRole('button', { name: AGAIN }).count(), 'no new game button');
			const stands = timeIn(await textOf(app.page));
			await app.page.waitForTimeout(2200);
			app.must(timeIn(await textOf(app.page)) === stands, 'the time runs on');
			await finish(await deal(app, 6, { players: 2 }));
			app.must(
				await poll(async () => /wins?|won|winner|draw|tie/i.test(await textOf(app.page)), 2000),
				'no winner or draw with two players'
			);
		},
		(app) => asksColours(app, { ground: '#fffacd', part: '#ff69b4' })
	],
	not: [
		async (app) => neverControls(app, SIGN_IN, SIGN_UP, /your name|player name/i),
		async (app) => neverControls(app, /\bchat\b|online (player|game)|invite/i)
	]
};
