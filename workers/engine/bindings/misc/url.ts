import type { BindingInstaller } from '../../process/runtime';

const ABSENT = 0xffffffff;
/** `ada::scheme::type`; other schemes are 1 (not special). */
const SCHEME_TYPES: Record<string, number> = { 'http:': 0, 'https:': 2, 'ws:': 3, 'ftp:': 4, 'wss:': 5, 'file:': 6 };
const NOT_SPECIAL = 1;
/** `kProtocol`...: the order of actions in internal/url. */
const ACTIONS = ['protocol', 'host', 'hostname', 'port', 'username', 'password', 'pathname', 'search', 'hash', 'href'] as const;
/** Characters that a path may hold but that mean something else in a URL. */
const PATH_ESCAPES: [RegExp, string][] = [
	[/%/g, '%25'],
	[/\\/g, '%5C'],
	[/\n/g, '%0A'],
	[/\r/g, '%0D'],
	[/\t/g, '%09'],
	[/\?/g, '%3F'],
	[/#/g, '%23']
];

/** Node's URL class over the host's: hrefs come back with the offsets of their components, as ada gives them. */
export const url: BindingInstaller = (binding, { host }) => {
	const components = binding.urlComponents as Uint32Array;
	const answer = (parsed: URL) => {
		components.set(offsetsOf(parsed));
		return parsed.href;
	};
	binding.parse = (input: string, base: string | undefined, mustThrow: boolean) => {
		let parsed: URL;
		try {
			parsed = base === undefined ? new host.URL(input) : new host.URL(input, base);
		} catch {
			if (!mustThrow) return undefined;
			throw Object.assign(new TypeError('Invalid URL'), {
				code: 'ERR_INVALID_URL',
				input,
				...(base === undefined ? {} : { base })
			});
		}
		return answer(parsed);
	};
	binding.canParse = (input: string, base?: string) => host.URL.canParse(input, base);
	binding.domainToASCII = (domain: string) => {
		try {
			return new host.URL(`ws://${domain}`).hostname;
		} catch {
			return '';
		}
	};
	binding.domainToUnicode = binding.domainToASCII;
	binding.getOrigin = (href: string) => new host.URL(href).origin;
	binding.format = (href: string, hasHash: boolean, _isUnicode: boolean, hasSearch: boolean, hasAuth: boolean) => {
		const parsed = new host.URL(href);
		if (!hasHash) parsed.hash = '';
		if (!hasSearch) parsed.search = '';
		if (!hasAuth) {
			parsed.username = '';
			parsed.password = '';
		}
		return parsed.href;
	};
	binding.pathToFileURL = (path: string) => {
		const parsed = new host.URL('file://');
		parsed.pathname = PATH_ESCAPES.reduce((text, [pattern, escape]) => text.replace(pattern, escape), path);
		return answer(parsed);
	};
	binding.update = (href: string, action: number, value: string) => {
		const parsed = new host.URL(href);
		const name = ACTIONS[action];
		if (!name) return false;
		try {
			parsed[name] = value;
		} catch {
			return false;
		}
		return answer(parsed);
	};
};

/** protocol_end, username_end, host_start, host_end, port, pathname_start, search_start, hash_start, scheme_type. */
function offsetsOf(parsed: URL): number[] {
	const { href, protocol, username, password, hostname, port, pathname } = parsed;
	const protocolEnd = protocol.length;
	const hasAuthority = href.startsWith('//', protocolEnd);
	const hasCredentials = Boolean(username || password);
	let usernameEnd = protocolEnd;
	let hostStart = protocolEnd;
	let hostEnd = protocolEnd;
	if (hasAuthority) {
		usernameEnd = protocolEnd + 2 + username.length;
		hostStart = password ? usernameEnd + 1 + password.length : usernameEnd;
		hostEnd = hostStart + (hasCredentials ? 1 : 0) + hostname.length;
	}
	let pathStart = hostEnd + (port ? 1 + port.length : 0);
	// `/.` is inserted before a path that would look like an authority.
	if (!hasAuthority && pathname.startsWith('//') && href.startsWith('/.', protocolEnd)) pathStart += 2;
	const hashStart = href.indexOf('#', pathStart);
	const questionMark = href.indexOf('?', pathStart);
	const hasSearch = questionMark >= 0 && (hashStart < 0 || questionMark < hashStart);
	return [
		protocolEnd,
		usernameEnd,
		hostStart,
		hostEnd,
		port ? Number(port) : ABSENT,
		pathStart,
		hasSearch ? questionMark : ABSENT,
		hashStart < 0 ? ABSENT : hashStart,
		SCHEME_TYPES[protocol] ?? NOT_SPECIAL
	];
}
