import { attachedPictures, attachedWords } from '../../app/attachments';
import type { Draft } from '../../app/draft.svelte';
import type { RunCommand } from '../../app/run-source';
import type { Settings } from '../../app/settings.svelte';
import { Attached, type Refusal } from '../composer/attached.svelte';
import { MAX_REQUIREMENT_LENGTH } from '../composer/requirement-check';
import type { Workspace } from '../shell/workspace.svelte';

export interface WishParts {
	workspace: Pick<Workspace, 'isAtWork' | 'isPlanWaiting' | 'send'>;
	settings: Settings;
	draft: Draft;
	/** Whom words are for while the team works; undefined for all. */
	addressee(): string | undefined;
}

/** The next sentence while it is typed: words, what goes with them, and how they are sent. */
export class NextWish {
	readonly attached = new Attached();
	isPlanFirst = $state(false);
	#isSending = $state(false);
	#problem: Refusal | undefined = $state.raw();

	constructor(private readonly parts: WishParts) {}

	get isSending(): boolean {
		return this.#isSending;
	}
	/** Why it cannot be sent or attached, until it is changed. */
	get problem(): Refusal | undefined {
		return this.#problem;
	}
	/** Who is at work hears it now: an agent that was picked, or whoever made the plan that waits. Else it is a request. */
	get isForTeam(): boolean {
		const { workspace, addressee } = this.parts;
		return workspace.isAtWork && (workspace.isPlanWaiting || addressee() !== undefined);
	}
	touch(): void {
		this.#problem = undefined;
	}
	async attach(files: readonly File[]): Promise<void> {
		if (files.length === 0) return;
		const hasPicture = files.some(({ type }) => type.startsWith('image/'));
		const action = 'Send it with the next request, once the team is done.';
		this.#problem =
			this.parts.workspace.isAtWork && hasPicture
				? { code: 'PICTURE_AT_WORK', message: 'Who is at work reads words only.', action }
				: await this.attached.add(files);
	}
	/** The words leave the draft once they have arrived: what is refused is still there. False when there is nothing to send, or a problem. */
	async send(): Promise<boolean> {
		const { workspace, draft } = this.parts;
		const [typed, sent] = [draft.text, this.attached.all];
		if (this.#isSending) return true;
		this.#problem = typed.trim() ? this.#problemOf(typed) : undefined;
		if (this.#problem || !typed.trim()) return false;
		this.#isSending = true;
		const isDone = await workspace.send(this.#commandOf(typed.trim()));
		this.#isSending = false;
		if (!isDone) return true;
		// What was typed meanwhile is the next sentence.
		if (draft.text.startsWith(typed)) draft.text = draft.text.slice(typed.length).trimStart();
		this.attached.take(sent);
		this.isPlanFirst = false;
		return true;
	}

	#problemOf(text: string): Refusal | undefined {
		const { workspace, settings } = this.parts;
		const over = text.length - MAX_REQUIREMENT_LENGTH;
		if (over > 0) {
			const [many, most, less] = [text.length, MAX_REQUIREMENT_LENGTH, over].map((count) => count.toLocaleString('en'));
			const message = `This text has ${many} characters; ${most} is the limit.`;
			return { code: 'REQUIREMENT_TOO_LONG', message, action: `Shorten it by ${less} characters, or attach it as a file.` };
		}
		if (workspace.isAtWork || !settings.problem) return undefined;
		return { code: 'MODEL_NOT_READY', message: settings.problem, action: 'Complete it in the settings.' };
	}
	#commandOf(typed: string): RunCommand {
		const { all } = this.attached;
		const text = typed + attachedWords(all);
		if (this.isForTeam) return { type: 'message', text, to: this.parts.addressee() };
		if (this.parts.workspace.isAtWork) return { type: 'queue', wish: { text, isPlanFirst: this.isPlanFirst } };
		const pictures = attachedPictures(all);
		return { type: 'ask', wish: { text, isPlanFirst: this.isPlanFirst, ...(pictures.length > 0 ? { pictures } : {}) } };
	}
}
