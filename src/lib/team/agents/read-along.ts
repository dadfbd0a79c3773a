import type { ConversationPart } from '../../bus/contracts/agent-host';
import type { ChatMessage, ChatReply, ToolCall } from '../../models/chat';

/** Characters of a call's input or a result that are shown; the files themselves are in the editor. */
const MAX_SHOWN = 6_000;
/** Words are gathered this long, in milliseconds: nobody reads faster, and each message costs. */
const GATHER_MS = 120;

/** Tells who reads along what an agent and its model say, words as they come. Nobody waits for it. */
export class ReadAlong {
	#words = '';
	#saidAt = 0;
	#hasStreamed = false;

	constructor(private readonly say: (part: ConversationPart) => void) {}

	asked({ system, user }: { system: string; user: string }): void {
		this.say({ kind: 'asked', system, user });
	}
	/** A conversation that is taken up, once more from its beginning. */
	replay(messages: readonly ChatMessage[]): void {
		const [system, user, ...rest] = messages;
		this.asked({ system: system?.content ?? '', user: user?.content ?? '' });
		for (const message of rest) {
			if (message.role === 'tool') this.returned({ id: message.callId }, message.content);
			else if (message.role !== 'assistant') this.note(message.content);
			else {
				this.replied({ text: message.content });
				for (const call of message.toolCalls) this.called(call);
			}
		}
	}
	words(text: string): void {
		this.#words += text;
		this.#hasStreamed = true;
		if (performance.now() - this.#saidAt >= GATHER_MS) this.#flush();
	}
	/** The reply is whole; its words are said, should they not have come one by one. */
	replied({ text }: Pick<ChatReply, 'text'>): void {
		if (!this.#hasStreamed) this.#words = text;
		this.#flush();
		this.#hasStreamed = false;
	}
	called({ id, name, arguments: input }: ToolCall): void {
		this.say({ kind: 'call', callId: id, tool: name, input: short(input) });
	}
	returned({ id }: Pick<ToolCall, 'id'>, text: string): void {
		this.say({ kind: 'result', callId: id, ok: !text.startsWith('Error '), text: short(text) });
	}
	note(text: string): void {
		this.#flush();
		this.#hasStreamed = false;
		this.say({ kind: 'note', text });
	}

	#flush(): void {
		if (this.#words) this.say({ kind: 'text', text: this.#words });
		this.#words = '';
		this.#saidAt = performance.now();
	}
}

function short(text: string): string {
	return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}\n... (${text.length} characters in all)` : text;
}
