/** A community of allotment growers. */
import { asksColours } from './support/colours.mjs';
import { count, entryWith, mainText, pick, pickIfThere, sayYes, seen } from './support/find.mjs';
import { entry } from './support/moves.mjs';
import { CART, neverControls, PRICE, seenIn } from './support/pages.mjs';
import { poll, reads, settle, textOf } from './support/screen.mjs';
import { comment, FOLLOW, makeProfile, messagesOf, post, postWith, toMember, UNFOLLOW, writeTo } from './support/social.mjs';

const KINDS = ['Vegetables', 'Fruit', 'Pests', 'Swaps'];
const ANN = 'Ann Archer';
const BEN = 'Ben Baker';
const GONE = /gone/i;
const JOIN = /sign (in|up)|log in|join|register|account/i;

const postsOn = async (page) => seen(page.locator('main article, main li:has(h2, h3, h4, img, button)')).allInnerTexts();

async function swap(app, page, text) {
	return post(app, page, { text, category: /swap/i });
}

export default {
	checks: [
		async (app) => {
			const { page } = app;
			const all = await postsOn(page);
			app.must(all.length >= 4, `only ${all.length} posts can be read`);
			for (const kind of KINDS) {
				await app.open('/');
				if (!(await pickIfThere(page, new RegExp(`^\\W*${kind}\\b`, 'i'), 500))) {
					app.must(false, `no filter ${kind}`);
					continue;
				}
				const left = await postsOn(page);
				app.must(
					left.length > 0 && left.every((text) => new RegExp(kind.slice(0, -1), 'i').test(text)),
					`${kind}: ${left.length} posts, not all of it`
				);
			}
			await app.open('/');
			await pickIfThere(page, /new post|write|comment|post something/i, 400);
			app.must(
				all.length >= 4 && JOIN.test(await textOf(page)) && !(await count(page.locator('main textarea'))),
				'writing does not ask for sign-in'
			);
		},
		async (app) => {
			const page = await app.member(ANN);
			await makeProfile(app, page, [
				[/plot/i, '27'],
				[/grow/i, 'Leeks and dahlias']
			]);
			const other = await app.member(BEN);
			await toMember(app, other, new RegExp(ANN));
			app.must(/\b27\b/.test(await mainText(other)), 'the plot number is not on the profile');
			app.must((await textOf(other)).includes('Leeks and dahlias'), 'what is grown is not on the profile');
		},
		async (app) => {
			const page = await app.member(ANN);
			app.must(await swap(app, page, 'Six strawberry runners to swap'), 'no photo can be chosen');
			await app.open('/');
			await pick(app.page, /^\W*swaps\b/i);
			app.must(await reads(app.page, /Six strawberry runners/), 'it is not under Swaps');
			const own = entryWith(app.page, 'Six strawberry runners');
			app.must((await own.count()) && /Ann/.test(await textOf(own)), "the author's name is not beside it");
			app.must((await own.count()) && (await own.locator('img').count()), 'its photo is not shown');
		},
		async (app) => {
			const page = await app.member(ANN);
			await swap(app, page, 'A bag of seed potatoes');
			const other = await app.member(BEN);
			await swap(app, other, 'Rhubarb crowns');
			const own = await postWith(app, page, 'A bag of seed potatoes');
			const button = seen(own.getByRole('button', { name: GONE }).or(own.getByRole('checkbox', { name: GONE }))).first();
			if (!(await button.count())) await seen(own.getByRole('link')).first().click();
			await pick(page, GONE);
			const visited = await postWith(app, await app.visitor(), 'A bag of seed potatoes');
			app.must(GONE.test(await textOf(visited)), "it does not carry 'gone' for everybody");
			const theirs = await postWith(app, page, 'Rhubarb crowns');
			app.must(
				GONE.test(await textOf(visited)) && !(await count(theirs.getByRole('button', { name: GONE }))),
				"another's post offers the button"
			);
		},
		async (app) => {
			const page = await app.member(ANN);
			await post(app, page, { text: 'Slugs have eaten the lettuce', category: /pests/i });
			const other = await app.member(BEN);
			await comment(app, other, { on: 'Slugs have eaten the lettuce', words: 'Try beer in a saucer' });
			app.must(await reads(other, /Try beer in a saucer/), 'the comment does not show');
			await toMember(app, other, new RegExp(ANN));
			await pick(other, FOLLOW);
			await app.open('/', other);
			await (await entry(other, /follow|profile|account/i, 600))?.click();
			await settle(other);
			app.must((await mainText(other)).includes(ANN), 'the author is not listed as followed');
			await toMember(app, other, new RegExp(ANN));
			app.must(await pickIfThere(other, UNFOLLOW), 'there is no way to unfollow');
			app.must(await poll(() => count(other.getByRole('button', { name: FOLLOW })), 1000), 'she is still followed');
		},
		async (app) => {
			const page = await app.member(ANN);
			const other = await app.member(BEN);
			await writeTo(app, page, { name: new RegExp(BEN), words: 'May I have some rhubarb?' });
			const received = (await messagesOf(app, other, new RegExp(ANN))).includes('May I have some rhubarb?');
			app.must(received, 'the receiver does not find it');
			app.must((await messagesOf(app, page, new RegExp(BEN))).includes('May I have some rhubarb?'), 'the sender does not see it');
			const third = await app.member('Cleo Carter');
			app.must(received && !(await messagesOf(app, third)).includes('rhubarb?'), 'a third one can read it');
		},
		async (app) => {
			const page = await app.member(ANN);
			await post(app, page, { text: 'Miracle pills for marrows', category: /vegetables/i });
			const moderator = await app.owner();
			const own = await postWith(app, moderator, 'Miracle pills for marrows');
			const hide = seen(own.getByRole('button', { name: /^\W*hide/i }));
			if (!(await hide.count())) throw new Error('the moderator cannot hide it');
			await sayYes(moderator, () => hide.first().click());
			for (const [who, visitor] of [
				['visitors', await app.visitor()],
				['members', await app.member(BEN)]
			])
				app.must(!(await reads(visitor, /Miracle pills/, 800)), `${who} still see it`);
		},
		(app) => asksColours(app, { ground: '#2f4f4f', part: '#f0e68c' })
	],
	not: [
		async (app) => {
			neverControls(app, CART);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		},
		async (app) => neverControls(app, /\b(rent|book|reserve) (a |your )?plots?\b/i)
	]
};
