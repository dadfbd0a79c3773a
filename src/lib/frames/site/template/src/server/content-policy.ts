/** What pages may load and run: what the app itself serves, pictures and sounds of others, and films and maps of a few known hosts. */
export const CONTENT_POLICY = {
	defaultSrc: ["'self'"],
	fontSrc: ["'self'", 'data:'],
	imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
	mediaSrc: ["'self'", 'data:', 'blob:', 'https:'],
	frameSrc: [
		"'self'",
		'https://www.youtube-nocookie.com',
		'https://www.youtube.com',
		'https://player.vimeo.com',
		'https://www.openstreetmap.org'
	],
	objectSrc: ["'none'"],
	baseUri: ["'none'"]
};

/** For the nonce of what the dev server itself puts into pages: styles, which the build makes files of. */
export const DEV_NONCE = 'dev';

/** The same policy on the dev server, so that a page which works there works once it is built. The dev server's own parts are let in. */
export const DEV_POLICY = [
	...Object.entries(CONTENT_POLICY).map(
		([name, sources]) => `${name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)} ${sources.join(' ')}`
	),
	`style-src 'self' 'nonce-${DEV_NONCE}'`,
	"worker-src 'self' blob:"
].join('; ');
