import type { ToolCall, ToolDefinition } from './chat';
import { newCallId } from './call-collector';
import { fieldsOf, isObjectText, parseJson, textOf } from './json-value';

/**
 * Tool calls that a model wrote into its text: `<tool_call>{"name", "arguments"}</tool_call>`, as most open models were taught, and
 * `<function=NAME><parameter=KEY>value</parameter></function>`, where values need no escapes. Servers that do not know a model's form
 * leave them there; our own text protocol asks for the second.
 */

export interface TextCalls {
	/** What is left for people to read. */
	text: string;
	calls: ToolCall[];
	/** A call was begun that does not end. */
	isCut: boolean;
}

/** A server may take the last closing tag for the end of the reply, and drop it. */
const CALL = /<tool_call>\s*([\s\S]*?)\s*(?:<\/tool_call>|$)|(<function=[\w.-]+>[\s\S]*?<\/function>)/g;
const BEGIN = /<tool_call>|<function=/;

/** Only calls of tools that were offered count; any other text stays text. */
export function callsInText(text: string, tools: readonly ToolDefinition[]): TextCalls {
	const calls: ToolCall[] = [];
	// A value may hold the closing tags of a call: it ends where the last parameter does.
	const rest = withWholeCalls(text).replace(CALL, (whole: string, inner: string | undefined, bare: string | undefined) => {
		const call = callOf(inner ?? bare ?? '', tools);
		if (!call) return whole;
		calls.push(call);
		return '';
	});
	const isCut = BEGIN.test(rest);
	const left = calls.length ? rest.replace(/<\/?tool_call>/g, '') : rest;
	return { text: unmask(left).trim(), calls: calls.map((call) => ({ ...call, arguments: unmask(call.arguments) })), isCut };
}

function callOf(inner: string, tools: readonly ToolDefinition[]): ToolCall | undefined {
	const named = /^<function=([\w.-]+)>([\s\S]*?)<\/function>$/.exec(inner.trim());
	const found = named ? { name: named[1] ?? '', input: inputOf(named[2] ?? '', named[1] ?? '', tools) } : jsonCall(inner);
	if (!found?.input || !tools.some((tool) => tool.function.name === found.name)) return undefined;
	return { id: newCallId(), name: found.name, arguments: found.input };
}

/** `{"name", "arguments"}`, the arguments as an object or as its text. */
function jsonCall(inner: string): { name: string; input: string } | undefined {
	const fields = fieldsOf(parseJson(inner));
	const call = 'function' in fields ? fieldsOf(fields.function) : fields;
	const given = call.arguments ?? call.parameters ?? call.input ?? {};
	const name = textOf(call.name) || textOf(fields.function);
	return name ? { name, input: typeof given === 'string' ? given : JSON.stringify(given) } : undefined;
}

function inputOf(body: string, name: string, tools: readonly ToolDefinition[]): string | undefined {
	if (isObjectText(body.trim())) return body.trim();
	const properties = fieldsOf(tools.find((tool) => tool.function.name === name)?.function.parameters.properties);
	const input: Record<string, unknown> = {};
	const parameter = /<parameter=([\w.-]+)>([\s\S]*?)<\/parameter>(?=\s*(?:<parameter=|$))/g;
	for (const [, key = '', raw = ''] of body.trim().matchAll(parameter)) {
		const value = raw.replace(/^\r?\n/, '').replace(/\r?\n$/, '');
		const isText = fieldsOf(properties[key]).type === 'string';
		input[key] = isText ? value : (parseJson(value) ?? value);
	}
	return Object.keys(input).length || body.trim() === '' ? JSON.stringify(input) : undefined;
}

const MASKS: [string, string][] = [
	['</function>', '\u0001/function>'],
	['</tool_call>', '\u0001/tool_call>'],
	['<function=', '\u0001function='],
	['<tool_call>', '\u0001tool_call>']
];

/** Tags inside of a parameter are part of its value. */
function withWholeCalls(text: string): string {
	const value = /(<parameter=[\w.-]+>)([\s\S]*?)(<\/parameter>)(?=\s*(?:<parameter=[\w.-]+>|<\/function>|<\/tool_call>))/g;
	return text.replace(value, (_, open: string, body: string, close: string) => open + swap(body, false) + close);
}
function unmask(text: string): string {
	return swap(text, true).replaceAll('\\u0001', '<');
}
function swap(text: string, back: boolean): string {
	return MASKS.reduce((sum, [tag, mask]) => (back ? sum.replaceAll(mask, tag) : sum.replaceAll(tag, mask)), text);
}
