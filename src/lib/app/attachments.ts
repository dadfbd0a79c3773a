import { asText } from '../project/file-content';
import { AppError } from '../domain/app-error';
import { imageTypeOf } from '../project/images';

/** What a person attaches to a requirement: words for the team to read. */
export interface Attachment {
	name: string;
	text: string;
	/** Of the whole file, in UTF-16 code units; more than `text` has when only its beginning is read. */
	length: number;
}

/** How much of a file the team reads, in UTF-16 code units. */
export const MAX_ATTACHMENT_LENGTH = 20_000;

/** @throws AppError ATTACHMENT_NOT_TEXT, with what to do instead */
export async function readAttachment(file: File): Promise<Attachment> {
	const text = asText(new Uint8Array(await file.arrayBuffer()));
	if (text !== undefined) return { name: file.name, text: text.slice(0, MAX_ATTACHMENT_LENGTH), length: text.length };
	const isImage = file.type.startsWith('image/') || imageTypeOf(file.name) !== undefined;
	throw new AppError(
		'ATTACHMENT_NOT_TEXT',
		isImage
			? `${file.name} is a picture, and the team reads words only.`
			: `${file.name} is no text, and the team reads words only.`,
		{
			data: {
				action: isImage
					? 'Say in the requirement what it shows. A picture for the app itself goes into the project once it is built.'
					: 'Attach it as text (.md, .txt, .csv, .json), or paste what matters into the requirement.'
			}
		}
	);
}

/** The attachments as the team reads them, after the requirement. */
export function attachedWords(attachments: readonly Attachment[]): string {
	return attachments.map(({ name, text }) => `\n\nAttached, ${name}:\n${text}`).join('');
}
