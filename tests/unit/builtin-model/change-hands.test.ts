import { describe, expect, it } from 'vitest';
import { plannedFiles } from '../../../workers/builtin-model/change/file-steps';
import { writeChanges } from '../../../workers/builtin-model/change/write-changes';
import type { ChatMessage } from '../../../workers/builtin-model/protocol';
import { wish } from './change-kit';

const { before, after } = wish('dashboard', 'Add a birthday to customers');
const FORM = 'src/features/customers/form.tsx';
const base = plannedFiles(before).get(FORM) ?? '';

/** The whole conversation about one file whose text is `text`; what is written in the end, and the last words. */
function step(text: string) {
	const messages: ChatMessage[] = [];
	for (let turn = 0; turn < 6; turn++) {
		const request = { model: 'builtin', messages, stream: false, includeUsage: false, tools: [] };
		const { calls } = writeChanges(request, { before, after, writes: [FORM] });
		const finished = calls.find(({ name }) => name === 'finish');
		if (finished) return { written: writtenIn(messages), words: String(finished.arguments['summary']) };
		messages.push(
			{
				role: 'assistant',
				tool_calls: calls.map((call, at) => ({
					id: `${turn}-${at}`,
					function: { name: call.name, arguments: JSON.stringify(call.arguments) }
				}))
			},
			...calls.map((call, at) => ({
				...{ role: 'tool', tool_call_id: `${turn}-${at}` },
				content: call.name === 'read_file' ? text : `Wrote ${FORM}.`
			}))
		);
	}
	throw new Error('It does not finish.');
}

const writtenIn = (messages: readonly ChatMessage[]) =>
	messages
		.flatMap(({ tool_calls = [] }) => tool_calls)
		.filter((call) => call.function?.name === 'write_file')
		.map((call) => (JSON.parse(call.function?.arguments ?? '{}') as { content: string }).content);

describe('a change by the built-in model', () => {
	it('writes what the blueprint says where nobody changed the file', () => {
		expect(step(base).written).toEqual([plannedFiles(after).get(FORM)]);
	});

	it('keeps what a person changed elsewhere in the file', () => {
		const { written } = step(`// Ours.\n${base}`);
		expect(written).toEqual([`// Ours.\n${plannedFiles(after).get(FORM) ?? ''}`]);
	});

	it('leaves a file that was changed in the same place, and says so', () => {
		const { written, words } = step('export const Form = () => null;\n');
		expect(written).toEqual([]);
		expect(words).toContain(`changed by hand in the same place: ${FORM}.`);
	});
});
