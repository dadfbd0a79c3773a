import type { ToolCall, ToolDefinition } from './chat';
import { fieldsOf, listOf, parseJson, textOf } from './json-value';

/** How a model without tool calls is told of its tools, and how calls and results stand in its conversation. Read back by text-calls.ts. */

/** For the end of the system message. */
export function toolInstructions(tools: readonly ToolDefinition[]): string {
	return `# Tools
You act by calling tools, and only by calling tools. A call is written like this, values as they are, without quotes or escapes:

<tool_call>
<function=write_file>
<parameter=path>src/example.ts</parameter>
<parameter=content>
export const example = 'a whole file, line by line';
</parameter>
</function>
</tool_call>

A value that is a list or an object is written as JSON. You may write several calls one after another; then stop and wait. What they did comes back in <tool_result> blocks. Never write a <tool_result> yourself.

${tools.map(described).join('\n\n')}`;
}

export function callsAsText(calls: readonly ToolCall[]): string {
	return calls
		.map(({ name, arguments: text }) => {
			const parameters = Object.entries(fieldsOf(parseJson(text))).map(([key, value]) => {
				const written = typeof value === 'string' ? value : JSON.stringify(value);
				return `<parameter=${key}>\n${written}\n</parameter>`;
			});
			return ['<tool_call>', `<function=${name}>`, ...parameters, '</function>', '</tool_call>'].join('\n');
		})
		.join('\n');
}

export function resultAsText(name: string, content: string): string {
	return `<tool_result tool="${name}">\n${content}\n</tool_result>`;
}

function described({ function: { name, description, parameters } }: ToolDefinition): string {
	const required = listOf(parameters.required);
	const lines = Object.entries(fieldsOf(parameters.properties)).map(([key, schema]) => {
		const fields = fieldsOf(schema);
		const isPlain = ['string', 'number', 'integer', 'boolean'].includes(textOf(fields.type));
		const type = isPlain ? textOf(fields.type) : `JSON of the schema ${JSON.stringify(schema)}`;
		return `- ${key} (${type}${required.includes(key) ? '' : ', may be left out'})${fields.description ? `: ${textOf(fields.description)}` : ''}`;
	});
	return [`## ${name}`, description, ...lines].join('\n');
}
