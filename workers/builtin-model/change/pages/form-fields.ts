/** Fields of forms and lists on pages: added, removed, asked for or not; an inbox shows what its form asks for. */
import { formField } from '../../understand/compose/field-values';
import { fieldFrom } from '../../understand/reading/form-fields';
import type { Draft } from '../draft';
import { partsOf, valuesOf } from '../list-parts';
import { bare } from '../look-up';
import { changeBlock, placesIn, problemsOf, type Place } from './page-draft';

export type BlockField = { name: string; label: string; kind: string; isRequired?: boolean; options?: string[] };

export const fieldsIn = (place: Place): BlockField[] =>
	Array.isArray(place.use.parameters['fields']) ? (place.use.parameters['fields'] as BlockField[]) : [];

/** Where fields are asked for: forms and what one keeps, by what a phrase calls it. */
export function formCalled(phrase: string, draft: Draft): Place | undefined {
	const places = placesIn(draft).filter(
		(place) => ['form', 'records', 'directory', 'booking', 'cart'].includes(place.use.block) && fieldsIn(place).length > 0
	);
	const said = bare(phrase)
		.replace(/\s*\b(?:form|list|page|section)\b\s*/g, ' ')
		.trim();
	const named = places.filter(({ use, page }) => {
		const words = [
			use.menu,
			use.parameters['heading'],
			use.parameters['one'],
			use.parameters['all'],
			use.parameters['collection'],
			page.title
		].map((text) => String(text ?? '').toLowerCase());
		return said !== '' && words.some((word) => word && (word.includes(said) || said.includes(word)));
	});
	return (
		named[0] ??
		(places.length === 1 && (said === '' || /\b(?:form|list|contact|entries|records?)\b/i.test(phrase)) ? places[0] : undefined)
	);
}

/** Puts other fields into a block, and into the inbox that reads the same collection. @returns what is wrong with them */
function setFields(draft: Draft, place: Place, fields: readonly BlockField[]): string[] {
	const { collection } = place.use.parameters;
	const old = fieldsIn(place);
	const gone = old.filter((field) => !fields.some(({ name }) => name === field.name)).map(({ name }) => name);
	const parameters = withoutNames({ ...place.use.parameters, fields }, gone);
	const problems = problemsOf(draft, { block: place.use.block, parameters });
	if (problems.length) return problems;
	changeBlock(draft, place, parameters);
	for (const inbox of placesIn(draft).filter(({ use }) => use.block === 'inbox' && use.parameters['collection'] === collection))
		changeBlock(draft, inbox, { ...inbox.use.parameters, fields });
	return [];
}

/** A list shows, filters and totals no field that is gone. */
function withoutNames(parameters: Record<string, unknown>, gone: readonly string[]): Record<string, unknown> {
	if (gone.length === 0) return parameters;
	const clean = (value: unknown): unknown =>
		Array.isArray(value)
			? value
					.filter(
						(item) =>
							!(typeof item === 'string' && gone.includes(item)) &&
							!(isObject(item) && gone.includes(String(item['field'] ?? '')))
					)
					.map(clean)
			: isObject(value)
				? Object.fromEntries(Object.entries(value).filter(([key]) => !gone.includes(key)))
				: value;
	return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, key === 'fields' ? value : clean(value)]));
}
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export function addFormFields(draft: Draft, place: Place, list: string): boolean {
	const fields: BlockField[] = [];
	for (const item of partsOf(list)) {
		const options = /[(（]([^)）]+)[)）]/.exec(item)?.[1];
		const isRequired = /\b(?:mandatory|required|obligatory)\b|\bpflicht|obligatori/i.test(item);
		const words = item
			.replace(/[(（][^)）]*[)）]/g, ' ')
			.replace(
				/\b(?:mandatory|required|obligatory|optional|new|another|extra|fields?|columns?|called|named|box|input|question|for the)\b/gi,
				' '
			)
			.replace(/["'“”‘’«»]/g, '')
			.replace(/\s+/g, ' ')
			.trim();
		if (!words || words.split(' ').length > 5) {
			draft.refuse(item, 'this is no field that rules can make');
			continue;
		}
		const made = JSON.parse(
			JSON.stringify(formField({ ...fieldFrom(words, options ? valuesOf(options) : undefined), required: isRequired }))
		) as BlockField;
		if (fieldsIn(place).some(({ name, label }) => name === made.name || label.toLowerCase() === made.label.toLowerCase()))
			draft.met(`there is a field “${made.label}” already`);
		else fields.push(made);
	}
	if (fields.length === 0) return draft.asks.length > 0;
	const problems = setFields(draft, place, [...fieldsIn(place), ...fields]);
	if (problems.length) draft.refuse(list, problems.join('; '));
	else draft.done(`“${headingOf(place)}” asks for ${fields.map(({ label }) => `“${label}”`).join(' and ')}.`);
	return true;
}

export function removeFormFields(draft: Draft, place: Place, list: string): boolean {
	const names = partsOf(list).map((item) => fieldNamed(place, item));
	if (names.some((field) => field === undefined)) return false;
	const labels = names.map((field) => field?.label ?? '');
	const problems = setFields(
		draft,
		place,
		fieldsIn(place).filter((field) => !names.includes(field))
	);
	if (problems.length) draft.refuse(list, problems.join('; '));
	else draft.done(`“${headingOf(place)}” does not ask for ${labels.map((label) => `“${label}”`).join(' and ')} any more.`);
	return true;
}

export function requireFormField(draft: Draft, place: Place, name: string, isRequired: boolean): boolean {
	const field = fieldNamed(place, name);
	if (!field) return false;
	const problems = setFields(
		draft,
		place,
		fieldsIn(place).map((other) => (other === field ? { ...other, isRequired } : other))
	);
	if (problems.length) draft.refuse(name, problems.join('; '));
	else draft.done(`“${field.label}” of “${headingOf(place)}” is ${isRequired ? 'mandatory' : 'optional'}.`);
	return true;
}

export function renameFormField(draft: Draft, place: Place, name: string, label: string): boolean {
	const field = fieldNamed(place, name);
	if (!field) return false;
	const problems = setFields(
		draft,
		place,
		fieldsIn(place).map((other) => (other === field ? { ...other, label } : other))
	);
	if (problems.length) draft.refuse(name, problems.join('; '));
	else draft.done(`“${field.label}” of “${headingOf(place)}” is called “${label}”.`);
	return true;
}

export function fieldNamed(place: Place, words: string): BlockField | undefined {
	const said = bare(words.replace(/\b(?:fields?|columns?|box|question)\b/gi, ' ')).replace(/[^\p{L}\p{N}]/gu, '');
	return fieldsIn(place).find(
		({ name, label }) => said !== '' && [name, label].some((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') === said)
	);
}

export const headingOf = ({ use, page }: Place): string =>
	String(
		use.parameters['heading'] ?? use.parameters['title'] ?? (use.menu || `${use.block.replace(/-/g, ' ')} of ${page.title}`)
	);
