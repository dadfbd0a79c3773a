import type { ChatImage } from '../models/chat';
import { asText } from '../project/file-content';
import { AppError } from '../domain/app-error';
import { imageTypeOf } from '../project/images';

/** What a person attaches to a requirement: words for the team to read, or a picture for the models that see. */
export type Attachment = TextAttachment | PictureAttachment;

export interface TextAttachment {
	name: string;
	text: string;
	/** Of the whole file, in UTF-16 code units; more than `text` has when only its beginning is read. */
	length: number;
}
export interface PictureAttachment {
	name: string;
	picture: ChatImage;
}

/** How much of a file the team reads, in UTF-16 code units. */
export const MAX_ATTACHMENT_LENGTH = 20_000;
/** What providers scale larger pictures down to, in pixels of the longer side. */
const MAX_SIDE = 1568;
/** Of a picture as it is sent, in characters; several go with each conversation. */
const MAX_PICTURE_LENGTH = 2_000_000;

/** @throws AppError ATTACHMENT_NOT_TEXT, with what to do instead */
export async function readAttachment(file: File): Promise<Attachment> {
	const text = asText(new Uint8Array(await file.arrayBuffer()));
	if (text !== undefined) return { name: file.name, text: text.slice(0, MAX_ATTACHMENT_LENGTH), length: text.length };
	const isImage = file.type.startsWith('image/') || imageTypeOf(file.name) !== undefined;
	const picture = isImage ? await readPicture(file).catch(() => undefined) : undefined;
	if (picture) return { name: file.name, picture };
	throw new AppError(
		'ATTACHMENT_NOT_TEXT',
		isImage
			? `${file.name} is a picture that this browser cannot read.`
			: `${file.name} is neither text nor a picture, and the team reads nothing else.`,
		{
			data: {
				action: isImage
					? 'Attach it as PNG, JPEG or WebP, or say in the requirement what it shows.'
					: 'Attach it as text (.md, .txt, .csv, .json), or paste what matters into the requirement.'
			}
		}
	);
}

/** The texts as the team reads them, after the requirement. Of pictures no word is said: rules would take it for a wish. */
export function attachedWords(attachments: readonly Attachment[]): string {
	return attachments
		.map((attachment) => ('text' in attachment ? `\n\nAttached, ${attachment.name}:\n${attachment.text}` : ''))
		.join('');
}

export function attachedPictures(attachments: readonly Attachment[]): ChatImage[] {
	return attachments.flatMap((attachment) => ('picture' in attachment ? [attachment.picture] : []));
}

/** A picture no larger than models look at: drawings stay sharp, photographs become small. */
async function readPicture(file: File): Promise<ChatImage> {
	const bitmap = await createImageBitmap(file);
	const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
	const canvas = new OffscreenCanvas(
		Math.max(1, Math.round(bitmap.width * scale)),
		Math.max(1, Math.round(bitmap.height * scale))
	);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('There is no canvas.');
	// What is transparent would be black in a JPEG.
	context.fillStyle = 'white';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
	bitmap.close();
	const sharp = await dataUrl(await canvas.convertToBlob({ type: 'image/png' }));
	const url =
		sharp.length <= MAX_PICTURE_LENGTH ? sharp : await dataUrl(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 }));
	return { name: file.name, url };
}

function dataUrl(blob: Blob): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read.'));
		reader.readAsDataURL(blob);
	});
}
