/** Photos small enough to be kept beside other records, as data URLs. */

/** Smaller ones are kept as they are. */
const LARGE_BYTES = 120_000;
const LONGEST_PX = 1200;
/** What a record on a server may hold, with room for its words. */
const MAX_LENGTH = 280_000;

/** Rejects with an Error when the file is no picture that the browser knows. */
export async function photoOf(file: File): Promise<string> {
	if (!/\.(png|jpe?g|gif|webp|avif|bmp|heic)$/i.test(file.name) && !file.type.startsWith('image/'))
		throw new Error(`${file.name} is no picture.`);
	if (file.size <= LARGE_BYTES) return dataUrl(file);
	const bitmap = await createImageBitmap(file);
	for (const longest of [LONGEST_PX, LONGEST_PX * 0.7, LONGEST_PX * 0.45]) {
		const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(bitmap.width * scale);
		canvas.height = Math.round(bitmap.height * scale);
		canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
		const text = canvas.toDataURL('image/jpeg', 0.8);
		if (text.length <= MAX_LENGTH) return text;
	}
	throw new Error(`${file.name} is too large.`);
}

async function dataUrl(file: File): Promise<string> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
	const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase().replace('jpg', 'jpeg') ?? 'png';
	return `data:${file.type || `image/${ending}`};base64,${btoa(binary)}`;
}
