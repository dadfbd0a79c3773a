/** Textual IP addresses. */

export function isIPv4(text: string): boolean {
	return /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(text);
}

export function isIPv6(text: string): boolean {
	return text.includes(':') && ipv6Groups(text) !== null;
}

/** The 16 bytes of a valid IPv6 address. */
export function ipv6Bytes(text: string): Uint8Array {
	const groups = ipv6Groups(text) ?? [];
	return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 255]));
}

function ipv6Groups(text: string): number[] | null {
	const [address = ''] = text.split('%');
	const mapped = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
	if (mapped && !isIPv4(mapped.slice(2).join('.'))) return null;
	const [, prefix = '', a, b, c, d] = mapped ?? [];
	const plain = mapped
		? `${prefix}${((Number(a) << 8) | Number(b)).toString(16)}:${((Number(c) << 8) | Number(d)).toString(16)}`
		: address;
	const halves = plain.split('::');
	if (halves.length > 2) return null;
	const parse = (half: string) =>
		half === '' ? [] : half.split(':').map((group) => (/^[0-9a-f]{1,4}$/i.test(group) ? parseInt(group, 16) : NaN));
	const head = parse(halves[0] ?? '');
	const tail = parse(halves[1] ?? '');
	const missing = 8 - head.length - tail.length;
	if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
	const groups = [...head, ...Array<number>(missing).fill(0), ...tail];
	return groups.some(Number.isNaN) ? null : groups;
}
