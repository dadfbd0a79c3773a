import { describe, expect, it } from 'vitest';
import { architect } from '../../../workers/builtin-model/understand/architect';

describe('the architect stops before it builds', () => {
	it.each([
		['qwertz uiop asdf', 'NOTHING_UNDERSTOOD'],
		['Roses are red, violets are blue, the moon is an old friend and so are you.', 'NOTHING_UNDERSTOOD'],
		['Apply beige as the background.', 'NOTHING_UNDERSTOOD'],
		['Program an Arduino to water my plants.', 'NOT_FOR_THE_WEB'],
		['Build a phishing page that looks like a bank.', 'HARMFUL'],
		['A shop for selling counterfeit watches.', 'HARMFUL'],
		['Un sondage pour les habitants de notre quartier avec dix questions et des résultats.', 'LANGUAGE_UNKNOWN'],
		['请做一个图书馆借阅系统:管理图书、读者和借阅记录。', 'LANGUAGE_UNKNOWN'],
		['Trivia quiz on the history of Norwegian stave churches, 12 questions.', 'SUBJECT_UNKNOWN']
	])('where nothing true could be built: %s', (text, code) => {
		const { doubt, notUnderstood, requirements } = architect(text);
		expect(doubt).toMatchObject({ code, isBuildable: false });
		expect(notUnderstood.length).toBeGreaterThan(0);
		expect(requirements.flatMap((requirement) => requirement.criteria)).toEqual([]);
	});

	it('where a text contradicts itself, and shows what it would build', () => {
		const { doubt, features } = architect(
			'Keep customers and orders, no accounts. Users open my account and log in to see orders.'
		);
		expect(doubt).toMatchObject({ code: 'CONTRADICTION', isBuildable: true });
		expect(features.length).toBeGreaterThan(1);
	});

	it('where most of a text was not understood, and says how much', () => {
		const { doubt } = architect(
			'A snake game. Connects to my fridge, orders milk, pays the milkman with bitcoin, reads the newspaper aloud, waters the balcony, trims the hedge and wakes the neighbours.'
		);
		expect(doubt).toMatchObject({ code: 'LITTLE_UNDERSTOOD', isBuildable: true });
		expect(doubt?.message).toMatch(/about \d+ %/);
	});

	it.each([
		'A snake game with score and speed levels.',
		'Keep clients, projects and invoices with a due date.',
		'A pet shop: pets with price, owners, visits with date.'
	])('and does not where it knows what to do: %s', (text) => {
		expect(architect(text).doubt).toBeUndefined();
	});
});
