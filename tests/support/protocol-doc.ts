import { blueprintSchema } from '../../src/lib/domain/blueprint';
import { blueprintPatchSchema } from '../../src/lib/domain/blueprint-patch';
import { changePlanSchema } from '../../src/lib/domain/change-plan';
import { checkReportSchema, failureSchema } from '../../src/lib/domain/check';
import { ERROR_CODES } from '../../src/lib/domain/error-codes';
import { payloads } from '../../src/lib/domain/events';
import { plannedTaskSchema } from '../../src/lib/domain/task';
import { z } from '../../src/lib/domain/zod';
import { toolSchemas } from '../../src/lib/team/agents/tools';

/** docs/protocol.md, from the schemas that messages are checked with: it cannot say anything else than the code does. */

interface Schema {
	type?: string | string[];
	const?: unknown;
	enum?: unknown[];
	anyOf?: Schema[];
	oneOf?: Schema[];
	items?: Schema;
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: Schema | boolean;
	$ref?: string;
}

/** Shapes that stand in several places, by name. */
const SHAPES = {
	blueprint: blueprintSchema,
	'blueprint patch': blueprintPatchSchema,
	'change plan': changePlanSchema,
	failure: failureSchema,
	report: checkReportSchema,
	task: plannedTaskSchema
};
/** Other shapes deeper than this are named by what they have. */
const MAX_DEPTH = 2;

export function protocolDoc(): string {
	return `# The protocol

Generated from the schemas in \`src/lib/domain/events.ts\`, \`src/lib/team/agents/tools.ts\` and \`src/lib/domain/error-codes.ts\` (\`npx vitest run --project unit tests/unit/domain/protocol-doc.test.ts -u\`).

A run is the list of its events. Each has \`version\` 1, \`id\`, \`seq\` (1, 2, 3 ...), \`runId\`, \`time\` (ms since 1970), \`from\` ('conductor', 'user' or an agent), perhaps \`to\` and \`taskId\`, \`causeId\` (the event that led to it), \`artifactRefs\` (ids with SHA-256) and perhaps \`cost\`; and a \`topic\` with its payload. What may be left out has a question mark.

## Events

| topic | payload |
| --- | --- |
${rows(payloads)}

## Shapes

| shape | has |
| --- | --- |
${rows(SHAPES)}

## Tools of agents

| tool | arguments |
| --- | --- |
${rows(toolSchemas)}

## Error codes

| code | about | when |
| --- | --- | --- |
${Object.entries(ERROR_CODES)
	.map(([code, { group, when }]) => `| \`${code}\` | ${group} | ${cell(when)} |`)
	.sort()
	.join('\n')}
`;
}

function rows(schemas: Readonly<Record<string, z.ZodType>>): string {
	return Object.entries(schemas)
		.map(([name, schema]) => `| \`${name}\` | ${cell(shapeOf(jsonOf(schema), -1))} |`)
		.join('\n');
}

const jsonOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
const keysOf = ({ properties = {} }: Schema) => Object.keys(properties).join();
const NAMES = new Map(Object.entries(SHAPES).map(([name, schema]) => [keysOf(jsonOf(schema)), name]));

/** @param depth -1 for what a row is of, which is not named but told */
function shapeOf(schema: Schema, depth: number): string {
	const { properties, required = [], items, anyOf, oneOf, enum: values } = schema;
	if (schema.const !== undefined) return JSON.stringify(schema.const);
	if (values) return values.map((value) => JSON.stringify(value)).join(' or ');
	const choices = anyOf ?? oneOf;
	if (choices) return choices.map((choice) => shapeOf(choice, depth)).join(' or ');
	if (items) return `list of ${shapeOf(items, Math.max(depth, 0))}`;
	if (properties) {
		const name = NAMES.get(keysOf(schema));
		if (name && depth >= 0) return `a ${name}`;
		if (depth >= MAX_DEPTH) return `{ ${Object.keys(properties).join(', ')} }`;
		const parts = Object.entries(properties).map(
			([name, part]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeOf(part, depth + 1)}`
		);
		return parts.length ? `{ ${parts.join(', ')} }` : '{}';
	}
	if (typeof schema.additionalProperties === 'object') return `record of ${shapeOf(schema.additionalProperties, depth)}`;
	return [schema.type ?? 'anything'].flat().join(' or ');
}

/** One line, which ends no cell. */
const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
