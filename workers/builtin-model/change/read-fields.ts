/** Wishes for more fields: 'add a birthday to customers', 'customers also need a VAT number'. */
import type { Entity } from '../../../src/lib/domain/blueprint';
import { fieldsFrom } from './field-words';
import type { Intent, Reader, ReadContext } from './intents';
import { valuesOf } from './list-parts';
import { bare, entitiesCalled, entityCalled, knownThing, plural } from './look-up';

const MODAL =
	'(?:(?:also|still|now|just|really|all|each)\\s+)?(?:needs?|should(?:\\s+also)?\\s+(?:have|get|contain|include|store|show)|shall\\s+have|must(?:\\s+also)?\\s+have|have\\s+to\\s+have|ha(?:s|ve|d)|gets?|wants?|requires?|could\\s+use|lacks?|(?:is|are)\\s+missing)(?:\\s+to\\s+have)?(?:\\s+(?:also|too))?';
const TO = /\s+(?:to|for|in|on|of|into|onto|at|per|with)\s+/gi;

/** 'X to ENTITY': the phrase before and the entities behind the last preposition that leads to some. */
function beforeEntity(text: string, { blueprint }: ReadContext): { head: string; entities: Entity[] } | undefined {
	const marks = [...text.matchAll(TO)].reverse();
	for (const mark of marks) {
		const tail = text.slice(mark.index + mark[0].length).replace(/\s+(?:as well|too|also|please)$/i, '');
		const entities = entitiesCalled(tail, blueprint) ?? entitiesCalled(tail.replace(/^(?:every|each|all)\s+/i, ''), blueprint);
		if (entities) return { head: text.slice(0, mark.index), entities };
	}
	return undefined;
}

const ADD =
	/^(?:add|include|insert|create|introduce|append|put|give|store|save|record|track|capture|collect|we need|i need|need|we want|i want|i'd like|we'd like|i would like|we would like|there (?:should|must) be|have)\s+(?:also\s+)?/i;

/** 'Add a birthday to customers', 'Customers also need a VAT number', 'in orders: tracking number'. */
export const addFields: Reader = (clause, context) => {
	const { blueprint, last } = context;
	const link = /^(?:link|connect|assign|relate|attach)\s+(.+?)\s+(?:to|with)\s+(.+)$/i.exec(clause);
	const [from, to] = [link && entityCalled(link[1] ?? '', blueprint), link && entityCalled(link[2] ?? '', blueprint)];
	if (from && to) return added([from], `a ${to.label}`, context);
	const valued = /^add\s+(.+?)\s+(?:to|for|in)\s+([\w\s-]+?)\s*:\s*(.+)$/i.exec(clause);
	const holds = valued && entityCalled(valued[2] ?? '', blueprint);
	if (valued && holds && valuesOf(valued[3] ?? '').length > 1)
		return added([holds], `${valued[1] ?? ''} (${valued[3] ?? ''})`, context);
	const subject =
		new RegExp(`^(?:for\\s+|in\\s+)?(.+?)\\s+${MODAL}\\s+(.+)$`, 'i').exec(clause) ??
		/^(?:for|in|on|to|of)\s+(.+?)(?:,|:)?\s+(?:add|include|store|save|i (?:also )?(?:need|want)|we (?:also )?(?:need|want)|there should be)\s+(?:also\s+)?(.+)$/i.exec(
			clause
		) ??
		/^(?:an?\s+)?(?:new\s+)?fields?\s+(?:for|in|on)\s+([^:]+):\s*(.+)$/i.exec(clause) ??
		/^(?:add\s+)?(?:(?:to|in|for|on)\s+)?([^:]+):\s*(?:add\s+)?(.+)$/i.exec(clause) ??
		/^give\s+((?:(?:the|each|every|all)\s+)?[\w-]+)\s+((?:an?|the|also|new|some)\s+.+)$/i.exec(clause);
	const owner = subject && entitiesCalled(subject[1] ?? '', blueprint);
	if (subject && owner) return added(owner, subject[2] ?? '', context);
	const knowing =
		/^(?:i|we) (?:(?:also )?(?:want|need|would like|have) to )?(?:also )?(?:store|save|record|track|note|see|know|enter|keep|write down) (.+)$/i.exec(
			clause
		)?.[1];
	const rest = knowing ?? (ADD.test(clause) ? clause.replace(ADD, '') : undefined);
	if (rest === undefined) return undefined;
	const found = beforeEntity(rest, context);
	if (found && !/^(?:a |the )?(?:new )?(?:page|chart|graph|role|section|column chart)\b/i.test(found.head))
		return added(found.entities, found.head, context);
	const possessive = /^(?:the )?(.+?)(?:'s|s'|’s|s’)\s+(.+)$/i.exec(rest);
	const holder = possessive && entityCalled(possessive[1] ?? '', blueprint);
	if (holder) return added([holder], possessive[2] ?? '', context);
	// 'customer birthday'
	const words = bare(rest).split(/\s+/);
	const first = words.length > 1 ? entityCalled(words[0] ?? '', blueprint) : undefined;
	if (first && words.length > 2 && /\bfields?\b/i.test(rest)) return added([first], words.slice(1).join(' '), context);
	return withoutEntity(rest, last, context);
};

/** An app with one kind of record needs no name of it; after another wish about one, neither. */
function withoutEntity(rest: string, last: string | undefined, context: ReadContext): Intent[] | undefined {
	const tops = context.blueprint.entities.filter((entity) => entity.ownedBy === null);
	const entity = context.blueprint.entities.find(({ name }) => name === last) ?? (tops.length === 1 ? tops[0] : undefined);
	const isField =
		/\b(?:field|column|attribute|check ?box|drop-?down)\b/i.test(rest) || (last !== undefined && /^(?:an?|the)\s/i.test(rest));
	if (!isField || /\bwith\b/i.test(rest)) return undefined;
	if (knownThing(plural(bare(rest)))) return undefined;
	if (entity) return added([entity], rest, context);
	const names = context.blueprint.entities.map(({ pluralLabel }) => pluralLabel.toLowerCase()).join(', ');
	return names ? [{ do: 'refuse', quote: rest, why: `say of what it is a field: ${names}` }] : undefined;
}

function added(entities: readonly Entity[], list: string, { blueprint }: ReadContext): Intent[] | undefined {
	const said = list
		.replace(/\s+(?:as well|too|also|please)$/i, '')
		.replace(/^(?:also|to have|to store|to show|to include)\s+/i, '');
	const { fields, left } = fieldsFrom(said, blueprint);
	const intents: Intent[] = [];
	for (const entity of entities) {
		if (fields.length) intents.push({ do: 'add-fields', entity: entity.name, fields });
	}
	for (const item of left) intents.push({ do: 'refuse', quote: item, why: 'this is no field that rules can make' });
	return fields.length ? intents : undefined;
}
