import type { ConversationPart } from '../../bus/contracts/agent-host';
import type { RunSource } from '../../app/run-source';
import type { RunEvent } from '../../domain/events';

/** What one agent and its model say to each other, as it grows. */

/** Entries that are drawn; who wants more has the log. */
const MAX_SHOWN = 300;

export class ConversationState {
	#parts: readonly ConversationPart[] = $state.raw([]);
	readonly dispose: () => void;

	constructor(source: RunSource['conversations'], agent: string) {
		this.dispose = source.watch((entry) => {
			if (entry.agent === agent) this.#parts = withPart(this.#parts, entry.part).slice(-MAX_SHOWN);
		});
	}
	get parts(): readonly ConversationPart[] {
		return this.#parts;
	}
}

/** Words that come in pieces are one text. */
function withPart(parts: readonly ConversationPart[], part: ConversationPart): ConversationPart[] {
	const last = parts.at(-1);
	if (part.kind !== 'text' || last?.kind !== 'text') return [...parts, part];
	return [...parts.slice(0, -1), { kind: 'text', text: last.text + part.text }];
}

/** What the log has of an agent's work: for runs of earlier, and of other tabs. */
export function partsOfLog(events: readonly RunEvent[], agent: string): ConversationPart[] {
	return events
		.filter((event) => event.from === agent)
		.flatMap((event): ConversationPart[] => {
			switch (event.topic) {
				case 'task.progress':
					return [{ kind: 'text', text: event.payload.text }];
				case 'tool.called':
					return [{ kind: 'call', callId: event.payload.callId, tool: event.payload.tool, input: event.payload.summary }];
				case 'tool.returned':
					return [{ kind: 'result', callId: event.payload.callId, ok: event.payload.ok, text: event.payload.summary }];
				case 'task.result':
					return [{ kind: 'note', text: event.payload.summary }];
				case 'task.failed':
					return [{ kind: 'note', text: `${event.payload.error.code}: ${event.payload.error.message}` }];
				default:
					return [];
			}
		})
		.slice(-MAX_SHOWN);
}

/** A line for a call, as in 'write_file src/features/orders/repo.ts'. */
export function titleOf(part: ConversationPart & { kind: 'call' }): string {
	// The log has it in words already.
	const words = part.input.startsWith(part.tool.replace('_', ' ')) ? part.input : `${part.tool} ${whatOf(part.input)}`;
	return words.trim().slice(0, 160);
}

/** Arguments are shown as they stream in, so they may be cut off. */
function whatOf(input: string): string {
	const found = /"(?:path|text|command|to|question|artifact|under)"\s*:\s*"((?:[^"\\]|\\.)*)/.exec(input)?.[1];
	return found ?? '';
}
