import type { ChatModel, ChatReply, ChatRequest } from '../../models/chat';
import type { FaultName } from '../../domain/fault';

/** Strikes each fault that was asked for, once, where it belongs. */
export class Faults {
	#left: Set<string>;
	constructor(
		names: Iterable<string>,
		/** Told of each strike. */
		readonly report: (fault: FaultName, detail: string) => void
	) {
		this.#left = new Set(names);
	}

	#strike(fault: FaultName, detail: string): boolean {
		if (!this.#left.delete(fault)) return false;
		this.report(fault, detail);
		return true;
	}

	/** What an agent's write becomes. */
	onWrite(path: string, content: string): string {
		if (/\/(routes|repo)\.ts$/.test(path) && this.#strike('broken-file', path)) return `${content}\nexport const broken = (((;\n`;
		if (path.endsWith('/contract.ts') && /z\.string\(\)|Text\(/.test(content) && this.#strike('contract-violation', path))
			return content.replace(/z\.string\(\)|Text\([^)]*\)/, 'z.number()');
		return content;
	}
	/** Whether the agent that has just written dies now. */
	killsAgent(agent: string): boolean {
		return this.#strike('killed-agent', agent);
	}
	/** A package.json with a dependency that does not exist, once the app is written. */
	onPackage(json: string): string {
		if (!this.#left.has('hallucinated-package')) return json;
		const manifest = JSON.parse(json) as { dependencies?: Record<string, string> };
		const name = 'react-magic-hook-helpers-that-nobody-made';
		this.#strike('hallucinated-package', name);
		return JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, [name]: '^9.9.9' } }, null, 2) + '\n';
	}
	/** Cuts the first reply that calls a tool. */
	wrap(model: ChatModel): ChatModel {
		return {
			get seesPictures() {
				return model.seesPictures ?? false;
			},
			complete: async (request: ChatRequest, signal?: AbortSignal, onText?: (text: string) => void): Promise<ChatReply> => {
				const reply = await model.complete(request, signal, onText);
				const last = reply.toolCalls.at(-1);
				if (!last || !this.#strike('truncated-stream', last.name)) return reply;
				const half = { ...last, arguments: last.arguments.slice(0, last.arguments.length >> 1) };
				return { ...reply, finishReason: 'length', toolCalls: [...reply.toolCalls.slice(0, -1), half] };
			}
		};
	}
}
