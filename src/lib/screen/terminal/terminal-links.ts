/** Opens what a terminal shows as a link: web addresses only, and the page that opens knows nothing of this one. @returns whether it did */
export function openLink(text: string, open: (url: string, target: string, features: string) => unknown = window.open): boolean {
	if (!isWebAddress(text)) return false;
	open(text, '_blank', 'noopener,noreferrer');
	return true;
}

function isWebAddress(text: string): boolean {
	const url = URL.parse(text);
	return url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
}
