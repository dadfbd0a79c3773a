/** Wishes about what a field may be: its values, all of them, more, or fewer. */
import type { Entity } from '../../../src/lib/domain/blueprint';
import { ownerIn } from './field-places';
import type { Intent, Reader, ReadContext } from './intents';
import { valuesOf } from './list-parts';
import { bare, entityCalled, fieldCalled, placesOf } from './look-up';

/** 'priority should be low, normal, high or urgent', 'status also: archived', 'add archived to the status of orders'. */
export const setOptions: Reader = (clause, context) => {
	const more =
		/^(.+?)\s+(?:(?:should|can|may|shall)\s+)?(?:also|additionally)(?:\s+(?:be|include|allow|have))?\s*:?\s+(.+)$/i.exec(
			clause
		) ??
		flipped(
			/^(?:add|include|allow)\s+(?:an?\s+|the\s+)?(?:options?\s+|values?\s+|choices?\s+)?(.+?)\s+(?:to|as (?:an? )?(?:options?|values?|choices?) (?:of|for|to)|as)\s+(?:the\s+)?(?:options?|values?|choices?\s+)?(?:of\s+|for\s+)?(.+)$/i.exec(
				clause
			)
		) ??
		flipped(/^add\s+(?:an?\s+|the\s+)?(?:(?:new\s+)?(?:option|value|choice))\s+(.+?)\s+(?:to|for|in)\s+(.+)$/i.exec(clause)) ??
		/^add\s+(?:an?\s+|the\s+|another\s+)?(?:new\s+)?(status|state|stage|priority|category|kind|type|column)\s+(?:called\s+|named\s+|of\s+)?((?:["'“][^"'”]+["'”]|\w+)(?:\s+(?:to|for|in)\s+.+)?)$/i.exec(
			clause
		);
	const lane =
		/^add\s+(?:an?\s+|the\s+|another\s+)?(?:new\s+)?(?:column|lane|stage)\s+(?:called\s+|named\s+)?["'“]?([\p{L}\d][\p{L}\d -]{1,30}?)["'”]?\s+(?:to|in|on)\s+(?:the\s+|our\s+)?(?:.+\s+)?board$/iu.exec(
			clause
		);
	const onBoard =
		lane && context.blueprint.features.find((feature) => feature.pages.some((page) => page.kind === 'board'))?.entity;
	if (lane && onBoard) return [{ do: 'set-options', entity: onBoard, field: 'status', options: [lane[1] ?? ''], mode: 'more' }];
	if (more) {
		const state =
			/\balso\b/i.test(clause) && /\b(?:can|may|should|could)\b/i.test(clause) ? stateOf(more[1] ?? '', context) : undefined;
		if (state) return [{ do: 'set-options', ...state, options: valuesOf(more[2] ?? ''), mode: 'more' }];
		const made = optionsOf(more[1] ?? '', more[2] ?? '', 'more', clause, context);
		if (made) return made;
	}
	const less = flipped(
		/^(?:remove|delete|drop)\s+(?:the\s+)?(?:options?\s+|values?\s+|choices?\s+)?(.+?)\s+(?:from|as (?:an? )?(?:option|value) (?:of|for))\s+(.+)$/i.exec(
			clause
		)
	);
	if (less) {
		const made = optionsOf(less[1] ?? '', less[2] ?? '', 'less', clause, context);
		if (made) return made;
	}
	const all =
		/^(?:the\s+)?(?:options?|values?|choices?)\s+(?:of|for)\s+(.+?)\s+(?:should be|shall be|must be|are|to be|be|:|to)\s*:?\s+(.+)$/i.exec(
			clause
		) ??
		/^(?:make|set|let|change)\s+(.+?)\s+(?:(?:to\s+)?be|to)\s+(?:one of\s+|either\s+)?:?\s*(.+)$/i.exec(clause) ??
		/^(.+?)\s+(?:should|shall|can|may|must|has to|have to)\s+(?:only\s+)?(?:be|have)\s+(?:the\s+)?(?:(?:options?|values?)\s+)?(?:one of\s+|either\s+)?:?\s*(.+)$/i.exec(
			clause
		) ??
		/^(.+?)(?:\s+options?|\s+values?)?\s*[:=]\s*(.+)$/.exec(clause);
	return all ? optionsOf(all[1] ?? '', all[2] ?? '', 'all', clause, context) : undefined;
};

/** 'Orders can also be archived': the one choice that says how they are. */
function stateOf(phrase: string, { blueprint }: ReadContext): { entity: string; field: string } | undefined {
	const entity = entityCalled(phrase, blueprint);
	const choices = entity?.fields.filter((field) => field.type === 'enum') ?? [];
	const state = choices.find((field) => field.name === 'status') ?? (choices.length === 1 ? choices[0] : undefined);
	return entity && state ? { entity: entity.name, field: state.name } : undefined;
}

const flipped = (match: RegExpExecArray | null) => (match ? [match[0], match[2] ?? '', match[1] ?? ''] : undefined);

function optionsOf(
	phrase: string,
	list: string,
	mode: 'all' | 'more' | 'less',
	clause: string,
	context: ReadContext
): Intent[] | undefined {
	const behind = /^(.+?)\s+(?:to|for|in|of|on)\s+(?:the\s+)?([\w -]+)$/i.exec(list);
	const tail = behind && entityCalled(behind[2] ?? '', context.blueprint);
	const values = valuesOf(tail ? (behind[1] ?? '') : list).map((value) => value.replace(/^(?:an?|the)\s+(?=\w+$)/i, ''));
	const owned = tail ? { entity: tail, rest: phrase } : ownerIn(phrase, context);
	const isList =
		(mode === 'all' ? values.length > 1 : values.length > 0) &&
		values.every((value) => /^[\p{L}\d][\p{L}\d .&+'%/-]{0,30}$/u.test(value) && value.split(' ').length <= 3);
	if (!isList) return undefined;
	const make = (entity: Entity, field: string, isEnum: boolean): Intent[] | undefined =>
		isEnum || mode === 'all' ? [{ do: 'set-options', entity: entity.name, field, options: values, mode }] : undefined;
	if (owned) {
		const field = fieldCalled(owned.rest, owned.entity);
		return field && isChoice(field.type) ? make(owned.entity, field.name, field.type === 'enum') : undefined;
	}
	const places = placesOf(phrase, context.blueprint, context.last).filter(
		({ field }) => isChoice(field.type) && (mode === 'all' || field.type === 'enum')
	);
	const enums = places.filter(({ field }) => field.type === 'enum');
	const meant = enums.length ? enums : places;
	if (meant.length > 1)
		return [
			{
				do: 'refuse',
				quote: clause,
				why: `“${bare(phrase)}” is a field of several: ${meant.map(({ entity }) => entity.pluralLabel.toLowerCase()).join(', ')}; say of which`
			}
		];
	const [place] = meant;
	return place ? make(place.entity, place.field.name, place.field.type === 'enum') : undefined;
}
const isChoice = (type: string) => type === 'enum' || type === 'text';
