/** Node's error for what a platform cannot do, with what to do instead. */
export function unavailable(feature: string, hint: string): Error {
	const message = `The feature ${feature} is unavailable on the current platform, which is being used to run Node.js. ${hint}`;
	return Object.assign(new TypeError(message), { code: 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM' });
}
