/** Cards on a table, as a memory game lays them: what they look like, turned and not. */
import { poll } from './screen.mjs';

/** The largest number of buttons of one size: the cards. @returns {Promise<import('playwright').ElementHandle[]>} as they lie */
export async function cardsOn(page) {
	const all = await page.$$('main button, main [role=button], main [role=gridcell], body > div > button');
	const sizes = await Promise.all(all.map((element) => element.boundingBox()));
	const groups = new Map();
	for (const [index, box] of sizes.entries()) {
		if (!box || box.width < 30 || box.height < 30) continue;
		const size = `${Math.round(box.width / 4)} ${Math.round(box.height / 4)}`;
		groups.set(size, [...(groups.get(size) ?? []), all[index]]);
	}
	return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

/** What can be read of a card, without its number: by its name where it has one, else by what is drawn on it. */
const lookOf = (card) =>
	card
		.evaluate((node) => {
			const name = node.getAttribute('aria-label') ?? '';
			const words = `${name} ${node.innerText}`
				.replace(/\d+/g, '')
				.replace(/[\s,.:;]+/g, ' ')
				.trim();
			if (name) return words;
			const isDrawn = (element) => getComputedStyle(element).visibility !== 'hidden' && getComputedStyle(element).opacity !== '0';
			const drawn = [node, ...node.querySelectorAll('*')].filter(isDrawn);
			const lines = drawn.map(
				(element) => `${element.getAttribute('class') ?? ''} ${element.getAttribute('d') ?? element.getAttribute('src') ?? ''}`
			);
			return `${words} ${lines.join()}`;
		})
		.catch(() => 'gone');

/** @returns {Promise<number[]>} which cards look unlike their backs */
export async function openOnes(cards, backs) {
	const looks = await Promise.all(cards.map(lookOf));
	return looks.flatMap((look, index) => (look === backs[index] ? [] : [index]));
}

/** Turns a card, and waits until it is seen. @returns {Promise<string>} what it then looks like */
export async function turn(card, back) {
	await card.click({ timeout: 2000 });
	await poll(async () => (await lookOf(card)) !== back, 900);
	return lookOf(card);
}

/** Waits until these cards lie on their faces again. */
export const turnedBack = (cards, backs, indexes, waitMs = 3500) =>
	poll(
		async () => (await Promise.all(indexes.map((at) => lookOf(cards[at])))).every((look, at) => look === backs[indexes[at]]),
		waitMs
	);

/** A game of memory, played by somebody who forgets nothing. */
export class Memory {
	#faces = new Map();

	constructor(cards, backs) {
		this.cards = cards;
		this.backs = backs;
		this.found = new Set();
	}

	static async on(page) {
		const cards = await cardsOn(page);
		return new Memory(cards, await Promise.all(cards.map(lookOf)));
	}

	/** Turns two cards, a pair where one is known. @returns {Promise<{ indexes: number[], isPair: boolean } | undefined>} undefined where all are found */
	async play() {
		const left = this.cards.map((_, index) => index).filter((index) => !this.found.has(index));
		if (left.length < 2) return undefined;
		const known = this.#knownPair(left);
		const first = known?.[0] ?? left.find((index) => !this.#faces.has(index)) ?? left[0];
		this.#faces.set(first, await turn(this.cards[first], this.backs[first]));
		const match = left.find((index) => index !== first && this.#faces.get(index) === this.#faces.get(first));
		const second =
			match ?? left.find((index) => index !== first && !this.#faces.has(index)) ?? left.find((index) => index !== first);
		this.#faces.set(second, await turn(this.cards[second], this.backs[second]));
		// Both once more: a pair that is found may look different from one that lies open.
		const isMatch = (await lookOf(this.cards[first])) === (await lookOf(this.cards[second]));
		if (isMatch) [first, second].forEach((index) => this.found.add(index));
		else await turnedBack(this.cards, this.backs, [first, second]);
		return { indexes: [first, second], isPair: isMatch };
	}

	/** Plays until a turn ends so. */
	async until(isWanted, most = 40) {
		for (let turns = 0; turns < most; turns++) {
			const played = await this.play();
			if (!played || played.isPair === isWanted) return played;
		}
		return undefined;
	}

	#knownPair(left) {
		for (const one of left)
			for (const other of left)
				if (one < other && this.#faces.has(one) && this.#faces.get(one) === this.#faces.get(other)) return [one, other];
		return undefined;
	}
}
