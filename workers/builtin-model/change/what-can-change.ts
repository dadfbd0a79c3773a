/** What rules can change of an app, with an example from this very one. */
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { frameNamed } from '../../../src/lib/frames';
import { namesOf } from '../generate/names';
import { fieldCalled } from './look-up';

export const WHAT_CAN_CHANGE = ({ frame }: Blueprint): string =>
	frameNamed(frame).isMadeOfPages
		? 'It can change the name, the colours, texts and headings; add and remove sections, pages, questions and fields of forms.'
		: 'It can add, rename and remove fields, kinds of records and roles, say what is mandatory and what values there are, and change charts, colours and the name.';

export function exampleFor(blueprint: Blueprint): string {
	const { frame, entities, features } = blueprint;
	if (frameNamed(frame).isMadeOfPages) {
		const has = (name: string) =>
			features.some(({ pages }) => pages.some(({ blocks }) => blocks.some(({ block }) => block === name)));
		const section = has('faq') ? 'opening hours: Monday to Friday 9:00 to 17:00' : 'an FAQ section';
		return `“Add ${section}” or “Make the background beige and the buttons forest green”`;
	}
	const entity = entities.find(({ ownedBy }) => ownedBy === null) ?? entities[0];
	const field =
		entity &&
		['a birthday', 'a priority (low, normal, high)', 'a deadline', 'a reference number'].find(
			(suggestion) => !fieldCalled(suggestion, entity)
		);
	return entity
		? `“Add ${field ?? 'a note'} to ${namesOf(entity).all}” or “Make the buttons forest green”`
		: '“Make the buttons forest green”';
}
