import { z } from '../domain/zod';

export const bytesSchema: z.ZodType<Uint8Array, Uint8Array> = z.instanceof(Uint8Array);

/** What a file holds: its text where it is one, else its bytes. */
export const fileContentSchema = z.union([z.string(), bytesSchema]);
export type FileContent = z.infer<typeof fileContentSchema>;

/** The text that bytes are; undefined when they are none: not UTF-8, or with a zero in it. */
export function asText(bytes: Uint8Array): string | undefined {
	if (bytes.includes(0)) return undefined;
	try {
		// A mark at the start is kept: the file is to come out as it came in.
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** A file's bytes; a text's are UTF-8. */
export function bytesOf(content: FileContent): Uint8Array {
	return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Whether a file would stay as it is. @param one undefined when there is none */
export function isSameContent(one: FileContent | undefined, other: FileContent): boolean {
	if (one === undefined) return false;
	if (typeof one === 'string' && typeof other === 'string') return one === other;
	const [left, right] = [bytesOf(one), bytesOf(other)];
	if (left.length !== right.length) return false;
	for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
	return true;
}
