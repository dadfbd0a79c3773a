import type { Extra, ToolCall } from './chat';
import { mergeExtra } from './extra';
import { fieldsOf, isObjectText, numberOf, parseJson, textOf } from './json-value';

/** Puts the tool calls of a reply together from their pieces, whatever of index, id, name and finish a server leaves out or repeats. */

interface Building {
	index: number | undefined;
	id: string;
	name: string;
	pieces: string[];
	extra: Extra | undefined;
}

const KNOWN = new Set(['index', 'id', 'type', 'function']);

export class CallCollector {
	#calls: Building[] = [];

	get isEmpty(): boolean {
		return this.#calls.length === 0;
	}

	add(part: unknown): void {
		const fields = fieldsOf(part);
		const { name, arguments: given, ...more } = fieldsOf(fields.function);
		const piece = { index: numberOf(fields.index), id: textOf(fields.id), name: textOf(name), text: argumentsOf(given) };
		const found = this.#find(piece);
		const call = found ?? { index: piece.index, id: '', name: '', pieces: [], extra: undefined };
		if (!found) this.#calls.push(call);
		if (!call.id) call.id = piece.id;
		if (piece.name && !call.pieces.length) call.name = grown(call.name, piece.name);
		if (piece.text) call.pieces.push(piece.text);
		for (const [key, value] of Object.entries(fields)) if (!KNOWN.has(key)) call.extra = mergeExtra(call.extra, { [key]: value });
		if (Object.keys(more).length) call.extra = mergeExtra(call.extra, { function: more });
	}

	/** The calls as they ended: each with an id of its own, several that were sent as one apart again. */
	finish(): ToolCall[] {
		const ids = new Set<string>();
		return this.#calls
			.filter((call) => call.name)
			.flatMap(apart)
			.map((call) => {
				const id = call.id && !ids.has(call.id) ? call.id : newCallId();
				ids.add(id);
				return { ...call, id };
			});
	}

	/** The call that a piece goes on with; undefined where it begins another. */
	#find({ index, id, name, text }: { index: number | undefined; id: string; name: string; text: string }): Building | undefined {
		const sameId = id ? this.#calls.find((call) => call.id === id) : undefined;
		if (sameId && (index === undefined || sameId.index === undefined || sameId.index === index)) return sameId;
		const last = index === undefined ? this.#calls.at(-1) : this.#calls.findLast((call) => call.index === index);
		if (!last) return undefined;
		const hasOtherId = id !== '' && last.id !== '' && id !== last.id;
		if (hasOtherId && (name || isWhole(last))) return undefined;
		const hasOtherName = name !== '' && name !== last.name;
		if (last.pieces.length > 0 && hasOtherName) return undefined;
		if (name && text && isWhole(last)) return undefined;
		return last;
	}
}

/** Looked at from the end first: pieces are many, and a file's text is long. */
function isWhole({ pieces }: Building): boolean {
	return pieces.at(-1)?.trimEnd().endsWith('}') === true && isObjectText(pieces.join(''));
}

/** Nine letters and digits: what the strictest server takes. */
export function newCallId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(9));
	return [...bytes].map((byte) => (byte % 36).toString(36)).join('');
}

/** Names come in pieces, or whole with every piece. */
function grown(name: string, piece: string): string {
	if (!name || piece.startsWith(name)) return piece;
	return name.endsWith(piece) ? name : name + piece;
}

function argumentsOf(given: unknown): string {
	if (typeof given === 'string') return given;
	return given === undefined || given === null ? '' : JSON.stringify(given);
}

function apart({ id, name, pieces, extra }: Building): ToolCall[] {
	const more = extra ? { extra } : {};
	const text = pieces.join('');
	if (text.trim() === '') return [{ id, name, arguments: '{}', ...more }];
	if (parseJson(text) !== undefined) return [{ id, name, arguments: text, ...more }];
	const last = pieces.at(-1) ?? '';
	const isAllSoFar = pieces.every((piece, at) => at === 0 || piece.startsWith(pieces[at - 1] ?? ''));
	if (isAllSoFar && isObjectText(last)) return [{ id, name, arguments: last, ...more }];
	const objects = splitObjects(text);
	if (objects.length < 2) return [{ id, name, arguments: text, ...more }];
	const different = [...new Set(objects)];
	return different.map((object, at) => ({ id: at ? '' : id, name, arguments: object, ...(at ? {} : more) }));
}

/** `{…}{…}` as its objects; nothing where anything else is between them. */
export function splitObjects(text: string): string[] {
	const objects: string[] = [];
	let start = -1;
	let depth = 0;
	let isString = false;
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (isString) {
			if (char === '\\') at++;
			else if (char === '"') isString = false;
		} else if (char === '"') isString = true;
		else if (char === '{' && depth++ === 0) start = at;
		else if (char === '}' && --depth === 0) objects.push(text.slice(start, at + 1));
		else if (depth === 0 && !/[\s,]/.test(char ?? '')) return [];
	}
	return depth === 0 && objects.every(isObjectText) ? objects : [];
}
