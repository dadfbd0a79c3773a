/** What a command line of `curl` asks for. */
export interface CurlRequest {
	urls: string[];
	/** -X; null: GET, or what the other options imply. */
	method: string | null;
	/** As typed: `Name: value`; `Name:` takes a default away. */
	headers: string[];
	/** -d and its kin, joined by `&`; null without a body. `@FILE` is not read yet. */
	data: CurlData[];
	/** -o: a path, or - for standard output. */
	output: string | null;
	/** -w: printed after each transfer. */
	format: string | null;
	/** -m, in ms; 0 without a limit. */
	timeoutMs: number;
	flags: ReadonlySet<CurlFlag>;
}

export interface CurlData {
	/** Literal text, or `@FILE`. */
	text: string;
	kind: 'ascii' | 'raw' | 'binary';
}

export type CurlFlag = 'include' | 'head' | 'silent' | 'show-error' | 'location' | 'fail' | 'remote-name' | 'verbose' | 'get';

const FLAGS: Record<string, CurlFlag | ''> = {
	i: 'include',
	include: 'include',
	'show-headers': 'include',
	I: 'head',
	head: 'head',
	s: 'silent',
	silent: 'silent',
	S: 'show-error',
	'show-error': 'show-error',
	L: 'location',
	location: 'location',
	f: 'fail',
	fail: 'fail',
	O: 'remote-name',
	'remote-name': 'remote-name',
	v: 'verbose',
	verbose: 'verbose',
	G: 'get',
	get: 'get',
	// Without a meaning here: certificates, buffering, the progress bar.
	k: '',
	insecure: '',
	N: '',
	'no-buffer': '',
	'#': '',
	'progress-bar': '',
	'no-progress-meter': '',
	compressed: '',
	'http1.1': '',
	g: '',
	globoff: ''
};

type Setter = (request: CurlRequest, value: string) => void;

const header: (name: string) => Setter = (name) => (request, value) => void request.headers.push(`${name}: ${value}`);
const data: (kind: CurlData['kind']) => Setter = (kind) => (request, text) => void request.data.push({ text, kind });
const method: Setter = (request, value) => (request.method = value);
const output: Setter = (request, value) => (request.output = value);
const addHeader: Setter = (request, value) => void request.headers.push(value);
const url: Setter = (request, value) => void request.urls.push(value);
const timeout: Setter = (request, value) => (request.timeoutMs = Number(value) * 1000);
const format: Setter = (request, value) => (request.format = value);
const user: Setter = (request, value) =>
	void request.headers.push(`Authorization: Basic ${Buffer.from(value).toString('base64')}`);
const json: Setter = (request, text) => {
	request.headers.unshift('Content-Type: application/json', 'Accept: application/json');
	request.data.push({ text, kind: 'binary' });
};

const VALUES: Record<string, Setter> = {
	X: method,
	request: method,
	H: addHeader,
	header: addHeader,
	d: data('ascii'),
	data: data('ascii'),
	'data-ascii': data('ascii'),
	'data-raw': data('raw'),
	'data-binary': data('binary'),
	json,
	o: output,
	output,
	A: header('User-Agent'),
	'user-agent': header('User-Agent'),
	e: header('Referer'),
	referer: header('Referer'),
	b: header('Cookie'),
	cookie: header('Cookie'),
	u: user,
	user,
	m: timeout,
	'max-time': timeout,
	'connect-timeout': () => {},
	w: format,
	'write-out': format,
	url
};

/** Reads a command line. @throws Error with what is wrong with it */
export function parseCurl(args: readonly string[]): CurlRequest {
	const flags = new Set<CurlFlag>();
	const request: CurlRequest = {
		urls: [],
		method: null,
		headers: [],
		data: [],
		output: null,
		format: null,
		timeoutMs: 0,
		flags
	};
	const rest = [...args];
	const take = (option: string, setter: Setter, value = rest.shift()) => {
		if (value === undefined) throw new Error(`option ${option}: requires parameter`);
		setter(request, value);
	};
	const setFlag = (option: string, name: string) => {
		const flag = FLAGS[name];
		if (flag === undefined) throw new Error(`option ${option}: is unknown`);
		if (flag) flags.add(flag);
	};
	for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
		if (!/^-./.test(arg)) request.urls.push(arg);
		else if (arg.startsWith('--')) {
			const setter = VALUES[arg.slice(2)];
			if (setter) take(arg, setter);
			else setFlag(arg, arg.slice(2));
		} else {
			// Letters may be joined; what follows one that takes a value is its value.
			for (let at = 1; at < arg.length; at++) {
				const letter = arg.charAt(at);
				const setter = VALUES[letter];
				if (!setter) {
					setFlag(`-${letter}`, letter);
					continue;
				}
				take(`-${letter}`, setter, arg.slice(at + 1) || rest.shift());
				break;
			}
		}
	}
	return request;
}
