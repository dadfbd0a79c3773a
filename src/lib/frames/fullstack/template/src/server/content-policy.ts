/** What pages may load and run: only what the app itself serves, and pictures. Styles and scripts within a page are blocked. */
export const CONTENT_POLICY = {
	defaultSrc: ["'self'"],
	imgSrc: ["'self'", 'data:', 'https:'],
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
