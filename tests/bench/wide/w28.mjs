/** Wagtown: a community of dogs and their people. */
import { asksColours } from './support/colours.mjs';
import { count, entryWith, mainText, pickIfThere, seen } from './support/find.mjs';
import { entry } from './support/moves.mjs';
import { CART, neverControls, PRICE, seenIn } from './support/pages.mjs';
import { poll, reads, settle, textOf } from './support/screen.mjs';
import {
	comment,
	FOLLOW,
	likeButton,
	likesOf,
	makeProfile,
	messagesOf,
	post,
	postWith,
	toMember,
	UNFOLLOW,
	writeTo
} from './support/social.mjs';

const DOG = [
	[/name/i, 'Biscuit'],
	[/breed/i, 'Border Terrier'],
	[/age/i, '4'],
	[/park/i, 'Elm Meadow']
];
const ANN = 'Ann Archer';
const BEN = 'Ben Baker';
const OWNER_OF = (dog, member) => new RegExp(`${dog}|${member}`, 'i');
const JOIN = /sign (in|up)|log in|join|register|account|member/i;

/** A member with a dog. */
async function withDog(app, name, dog) {
	const page = await app.member(name);
	await makeProfile(app, page, [[/name/i, dog], ...DOG.slice(1)]);
	return page;
}

export default {
	checks: [
		async (app) => {
			const { page } = app;
			app.must(await reads(page, /Wagtown/i), 'Wagtown is not named');
			const pictures = await count(page.locator('main img, main [role=img], main figure svg, main article svg'));
			app.must(pictures >= 2, 'no newest pictures to be seen');
			const like = seen(page.getByRole('button', { name: /like|♥|comment/i })).first();
			if (await like.count()) {
				await like.click();
				await settle(page);
			}
			const isAsked = JOIN.test(await mainText(page)) || (await count(page.locator('input[type=password]'))) > 0;
			app.must(
				pictures >= 2 && isAsked && !(await count(page.getByRole('textbox', { name: /comment/i }))),
				'liking or commenting does not ask one to join'
			);
		},
		async (app) => {
			const page = await withDog(app, ANN, 'Biscuit');
			app.must(
				(await count(page.locator('input[type=file]'))) || (await count(page.locator('main img'))) > 0,
				'no photo can be chosen'
			);
			await (await entry(page, /profile|my dog|Biscuit/i, 600))?.click();
			await settle(page);
			const values = await page.locator('input, textarea, select').evaluateAll((all) => all.map(({ value }) => value).join(' '));
			const text = `${await textOf(page)} ${values}`;
			for (const [name, value] of DOG) app.must(text.includes(value), `${name} is not on the profile`);
		},
		async (app) => {
			const page = await withDog(app, ANN, 'Biscuit');
			const hasPicture = await post(app, page, { text: 'Biscuit found the deepest puddle' });
			app.must(hasPicture, 'no picture can be chosen for a post');
			const visitor = await app.visitor();
			const own = await postWith(app, visitor, 'Biscuit found the deepest puddle');
			const others = await seen(visitor.locator('main article, main li:has(img), main li:has(svg)')).allInnerTexts();
			app.must(others[0]?.includes('deepest puddle'), 'it is not at the top of the newest pictures');
			app.must((await textOf(own)).replace('Biscuit found', '').includes('Biscuit'), "the dog's name is not beside it");
			app.must(await own.locator('img').count(), 'the picture is not shown');
		},
		async (app) => {
			const page = await withDog(app, ANN, 'Biscuit');
			await post(app, page, { text: 'Biscuit met a hedgehog' });
			const other = await withDog(app, BEN, 'Pepper');
			const own = await postWith(app, other, 'Biscuit met a hedgehog');
			const before = await likesOf(own);
			await likeButton(own).click();
			app.must(await poll(async () => (await likesOf(own)) === before + 1), `one like makes ${await likesOf(own)} of ${before}`);
			await likeButton(own).click();
			app.must(await poll(async () => (await likesOf(own)) === before), 'the second click does not take it back');
			await comment(app, other, { on: 'Biscuit met a hedgehog', words: 'What a brave one!' });
			app.must(await reads(other, /What a brave one!/), 'the comment does not show');
			const said = entryWith(other, 'What a brave one!');
			app.must(
				(await said.count()) && OWNER_OF('Pepper', BEN).test(await textOf(said)),
				'the comment does not name who wrote it'
			);
		},
		async (app) => {
			const page = await withDog(app, ANN, 'Biscuit');
			await post(app, page, { text: 'Biscuit on the beach' });
			const other = await withDog(app, BEN, 'Pepper');
			await toMember(app, other, OWNER_OF('Biscuit', ANN));
			if (!(await pickIfThere(other, FOLLOW, 800))) throw new Error('nobody can be followed');
			await app.open('/', other);
			await (await entry(other, /home|feed|following|followed/i, 400))?.click();
			await settle(other);
			app.must(await reads(other, /Biscuit on the beach/, 1500), 'the home feed does not show whom one follows');
			const posts = await seen(other.locator('main article')).allInnerTexts();
			app.must(posts.length > 0 && posts.every((text) => /Biscuit|Ann/i.test(text)), 'the home feed shows others as well');
			await toMember(app, other, OWNER_OF('Biscuit', ANN));
			await pickIfThere(other, UNFOLLOW);
			await app.open('/', other);
			await (await entry(other, /home|feed|following|followed/i, 400))?.click();
			await settle(other);
			app.must(posts.length > 0 && !(await reads(other, /Biscuit on the beach/, 500)), 'after unfollowing it is still there');
		},
		async (app) => {
			const page = await withDog(app, ANN, 'Biscuit');
			const other = await withDog(app, BEN, 'Pepper');
			await writeTo(app, page, { name: OWNER_OF('Pepper', BEN), words: 'Walk at Elm Meadow on Sunday?' });
			const received = await messagesOf(app, other, OWNER_OF('Biscuit', ANN));
			app.must(received.includes('Walk at Elm Meadow'), 'the other one does not find it');
			const box = seen(other.getByRole('textbox')).last();
			if (await box.count()) {
				await box.fill('Yes, at ten.');
				await pickIfThere(other, /send|reply|answer/i);
			}
			app.must((await messagesOf(app, page, OWNER_OF('Pepper', BEN))).includes('Yes, at ten.'), 'an answer does not come back');
			const third = await app.member('Cleo Carter');
			app.must(
				received.includes('Walk at') && !(await messagesOf(app, third)).includes('Walk at Elm Meadow'),
				'a third member can see it'
			);
		},
		(app) => asksColours(app, { ground: '#ffdab9', part: '#5f9ea0' })
	],
	not: [
		async (app) => {
			neverControls(app, CART, /for sale|sell/i);
			app.never(seenIn(app.pages, PRICE), seenIn(app.pages, PRICE));
		},
		async (app) => {
			const mail = /[\w.]+@[\w.]+\.\w+/;
			app.never(seenIn(app.pages, mail), seenIn(app.pages, mail));
			const messages = app.pages.filter(({ path, text }) => /message/.test(path) && !JOIN.test(text));
			app.never(messages.length, `${messages[0]?.path} is open to visitors`);
		}
	]
};
