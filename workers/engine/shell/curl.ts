import { createWriteStream, readFileSync } from 'node:fs';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseCurl, type CurlRequest } from './curl-options';
import type { OwnTool, ToolContext } from './own-tool';

/** @source curl(1), exit codes */
const EXIT = { USAGE: 2, URL: 3, RESOLVE: 6, CONNECT: 7, HTTP: 22, WRITE: 23, READ: 26, TIMEOUT: 28, TLS: 35, REDIRECTS: 47, EMPTY: 52 }; // prettier-ignore
const MAX_REDIRECTS = 50;
const FIRST_ERROR_STATUS = 400;

/** A transfer that failed: what curl prints behind its number. */
class CurlError extends Error {
	constructor(
		readonly exitCode: number,
		message: string
	) {
		super(message);
	}
}

/** `curl`: HTTP as it is used in a terminal, from the engine's loopback. Exit codes and messages are curl's own. */
export const curl: OwnTool = async (args, context) => {
	let request: CurlRequest;
	try {
		request = parseCurl(args);
	} catch (error) {
		context.stderr.write(`curl: ${(error as Error).message}\n`);
		return EXIT.USAGE;
	}
	if (request.urls.length === 0) {
		context.stderr.write('curl: (2) no URL specified\n');
		return EXIT.USAGE;
	}
	let exitCode = 0;
	for (const url of request.urls) {
		try {
			await transfer(url, request, context);
			exitCode = 0;
		} catch (error) {
			if (!(error instanceof CurlError)) throw error;
			exitCode = error.exitCode;
			if (!request.flags.has('silent') || request.flags.has('show-error'))
				context.stderr.write(`curl: (${exitCode}) ${error.message}\n`);
		}
	}
	return exitCode;
};

async function transfer(address: string, request: CurlRequest, context: ToolContext): Promise<void> {
	const { flags } = request;
	let url = urlOf(address);
	let body = bodyOf(request, context.cwd);
	if (flags.has('get') && body) url.search += `${url.search ? '&' : ''}${body.toString()}`;
	if (flags.has('get')) body = null;
	let method = request.method ?? (flags.has('head') ? 'HEAD' : body ? 'POST' : 'GET');
	const heads: string[] = [];
	for (let redirects = 0; ; redirects++) {
		const response = await send(url, { method, body, request, context });
		if (flags.has('include') || flags.has('head')) heads.push(headOf(response));
		const target = response.headers.location;
		const { statusCode: status = 0 } = response;
		if (!flags.has('location') || !target || status < 300 || status >= 400) {
			await deliver(response, { url, heads, request, context });
			return;
		}
		response.resume();
		if (redirects === MAX_REDIRECTS) throw new CurlError(EXIT.REDIRECTS, `Maximum (${MAX_REDIRECTS}) redirects followed`);
		url = new URL(target, url);
		// A form that was answered by "see there" is not sent again. @source RFC 9110, 15.4
		if (status <= 303 && method === 'POST' && !request.method) [method, body] = ['GET', null];
	}
}

interface Sending {
	method: string;
	body: Buffer | null;
	request: CurlRequest;
	context: ToolContext;
}

function send(url: URL, { method, body, request, context }: Sending): Promise<IncomingMessage> {
	const { timeoutMs, flags } = request;
	const signals = timeoutMs ? [context.signal, AbortSignal.timeout(timeoutMs)] : [context.signal];
	return new Promise((resolve, reject) => {
		const start = url.protocol === 'https:' ? requestSecure : requestPlain;
		const headers = headersOf(request, body);
		const outgoing = start(url, { method, headers, agent: false, signal: AbortSignal.any(signals) }, resolve);
		outgoing.on('error', (error) => reject(explain(error, url, timeoutMs)));
		if (flags.has('verbose')) context.stderr.write(`> ${method} ${url.pathname}${url.search} HTTP/1.1\n> Host: ${url.host}\n`);
		outgoing.end(body ?? undefined);
	});
}

interface Delivery {
	url: URL;
	heads: string[];
	request: CurlRequest;
	context: ToolContext;
}

async function deliver(response: IncomingMessage, { url, heads, request, context }: Delivery): Promise<void> {
	const { flags } = request;
	const { statusCode: status = 0 } = response;
	if (flags.has('verbose')) context.stderr.write(headOf(response).replace(/^(?=.)/gm, '< '));
	if (flags.has('fail') && status >= FIRST_ERROR_STATUS) {
		response.destroy();
		throw new CurlError(EXIT.HTTP, `The requested URL returned error: ${status}`);
	}
	const name = flags.has('remote-name') ? basename(url.pathname) : request.output;
	const isFile = name !== null && name !== '-';
	const target = isFile ? createWriteStream(resolve(context.cwd, name)) : context.stdout;
	if (heads.length > 0) target.write(heads.join(''));
	try {
		// Standard output stays open for what comes after this tool.
		await pipeline(response, target, { end: isFile, signal: context.signal });
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR')
			throw new CurlError(EXIT.WRITE, `Failed to open the file ${String(name)}: ${message}`);
		throw explain(error as NodeJS.ErrnoException, url, request.timeoutMs);
	}
	if (request.format !== null) context.stdout.write(formatted(request.format, url, response));
}

function urlOf(address: string): URL {
	try {
		const url = new URL(/^[a-z][a-z+.-]*:\/\//i.test(address) ? address : `http://${address}`);
		if (url.protocol === 'http:' || url.protocol === 'https:') return url;
		throw new CurlError(1, `Protocol "${url.protocol.slice(0, -1)}" not supported`);
	} catch (error) {
		if (error instanceof CurlError) throw error;
		throw new CurlError(EXIT.URL, `URL rejected: ${address}`);
	}
}

function bodyOf({ data }: CurlRequest, cwd: string): Buffer | null {
	if (data.length === 0) return null;
	const parts = data.map(({ text, kind }) => {
		if (kind === 'raw' || !text.startsWith('@')) return Buffer.from(text);
		const file = text.slice(1);
		try {
			const bytes = readFileSync(file === '-' ? 0 : resolve(cwd, file));
			return kind === 'binary' ? bytes : Buffer.from(bytes.toString('latin1').replace(/[\r\n]/g, ''), 'latin1');
		} catch (error) {
			throw new CurlError(EXIT.READ, `Failed to open ${file}: ${(error as Error).message}`);
		}
	});
	return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.from('&'), part])));
}

function headersOf({ headers, data }: CurlRequest, body: Buffer | null): Record<string, string> {
	const values: Record<string, string> = { 'User-Agent': 'curl', Accept: '*/*' };
	if (body) {
		if (data.length > 0) values['Content-Type'] = 'application/x-www-form-urlencoded';
		values['Content-Length'] = String(body.length);
	}
	for (const line of headers) {
		const [name = '', ...rest] = line.split(':');
		for (const known of Object.keys(values)) if (known.toLowerCase() === name.toLowerCase()) delete values[known];
		const value = rest.join(':').trim();
		if (value !== '') values[name] = value;
	}
	return values;
}

function headOf({ httpVersion, statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
	let head = `HTTP/${httpVersion} ${statusCode} ${statusMessage}\r\n`;
	for (let index = 0; index < rawHeaders.length; index += 2) head += `${rawHeaders[index]}: ${rawHeaders[index + 1]}\r\n`;
	return `${head}\r\n`;
}

function formatted(format: string, url: URL, response: IncomingMessage): string {
	const values: Record<string, string> = {
		http_code: String(response.statusCode),
		response_code: String(response.statusCode),
		url_effective: url.href,
		content_type: response.headers['content-type'] ?? '',
		redirect_url: response.headers.location ? new URL(response.headers.location, url).href : ''
	};
	return format
		.replace(/%\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
		.replace(/\\([nrt])/g, (_whole, letter: string) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? '');
}

function explain(error: NodeJS.ErrnoException, url: URL, timeoutMs: number): CurlError {
	const port = url.port || (url.protocol === 'https:' ? '443' : '80');
	switch (error.code) {
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return new CurlError(EXIT.RESOLVE, `Could not resolve host: ${url.hostname}`);
		case 'ECONNREFUSED':
		case 'ENETUNREACH':
		case 'EHOSTUNREACH':
			return new CurlError(EXIT.CONNECT, `Failed to connect to ${url.hostname} port ${port}: Couldn't connect to server`);
		case 'ABORT_ERR':
			return new CurlError(EXIT.TIMEOUT, `Operation timed out after ${timeoutMs} milliseconds`);
		case 'ECONNRESET':
			return new CurlError(EXIT.EMPTY, 'Empty reply from server');
		default:
			return new CurlError(url.protocol === 'https:' ? EXIT.TLS : EXIT.CONNECT, error.message);
	}
}
