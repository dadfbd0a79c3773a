import { readAttachment, type Attachment } from '../../app/attachments';
import { hasCode } from '../../domain/app-error';

/** Why a file was not taken, and what to do instead. */
export interface Refusal {
	code: string;
	message: string;
	action: string;
}

/** What goes with the words that somebody is typing. */
export class Attached {
	#all: readonly Attachment[] = $state.raw([]);

	get all(): readonly Attachment[] {
		return this.#all;
	}
	/** Takes texts and pictures, and says of the first that is neither what to do instead. */
	async add(files: readonly File[]): Promise<Refusal | undefined> {
		const read = await Promise.allSettled(files.map(readAttachment));
		this.#all = [...this.#all, ...read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))];
		const [refused] = read.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
		if (hasCode(refused, 'ATTACHMENT_NOT_TEXT'))
			return { code: refused.code, message: refused.message, action: refused.data.action };
		return refused
			? { code: 'ATTACHMENT_UNREADABLE', message: 'A file could not be read.', action: 'Choose it again.' }
			: undefined;
	}
	remove(attachment: Attachment): void {
		this.#all = this.#all.filter((other) => other !== attachment);
	}
	/** Takes away what has been sent; what was added meanwhile stays. */
	take(sent: readonly Attachment[]): void {
		this.#all = this.#all.filter((attachment) => !sent.includes(attachment));
	}
}

/** Screenshots in what is pasted; text goes into the field as ever. */
export function pastedPictures({ clipboardData }: ClipboardEvent): File[] {
	return [...(clipboardData?.files ?? [])].filter((file) => file.type.startsWith('image/'));
}
