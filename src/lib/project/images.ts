/** Pictures that every browser shows, by the ending of their name. SVG is text, and opens as such. */
const TYPES: Readonly<Record<string, string>> = {
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	gif: 'image/gif',
	webp: 'image/webp',
	avif: 'image/avif',
	bmp: 'image/bmp',
	ico: 'image/x-icon'
};

/** The type of a picture, told by its name; undefined when it is none. */
export function imageTypeOf(path: string): string | undefined {
	return TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}
