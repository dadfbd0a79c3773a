import { expect, test } from 'vitest';
import { ResponseParser } from '../../../../workers/engine/preview/http/response-parser';

/** What of a response is heard, fed in pieces of `pieceBytes`. */
function parsed(text: string, { isBodiless = false, pieceBytes = 7 } = {}) {
	const heard = { status: 0, body: '', isOver: false };
	const parser = new ResponseParser(
		{
			onHead: ({ status }) => void (heard.status = status),
			onBody: (bytes) => void (heard.body += new TextDecoder().decode(bytes)),
			onEnd: () => void (heard.isOver = true)
		},
		isBodiless
	);
	const bytes = new TextEncoder().encode(text);
	const feed = () => {
		for (let at = 0; at < bytes.length; at += pieceBytes) parser.feed(bytes.slice(at, at + pieceBytes));
		return heard;
	};
	return { heard, feed };
}
const withHeaders = (...headers: string[]) => ['HTTP/1.1 200 OK', ...headers, '', 'hello'].join('\r\n');

test.each(['abc', '', '-5', '+5', '5.0', '0x5', '5 5', '5, 6', '99999999999999999999'])(
	'a Content-Length of "%s" is no answer, rather than an empty one',
	(length) => {
		const { heard, feed } = parsed(withHeaders(`Content-Length: ${length}`));
		expect(feed).toThrow(`The app sent a broken Content-Length: '${length}'.`);
		// Nothing was handed on: the page gets a 502 that says so.
		expect(heard).toEqual({ status: 0, body: '', isOver: false });
	}
);

test.each([
	['once', ['Content-Length: 5']],
	['twice the same', ['Content-Length: 5', 'content-length: 5']],
	['as a list of the same', ['Content-Length: 5, 5']]
])('a length that is said %s is the length', (_, headers) => {
	expect(parsed(withHeaders(...headers)).feed()).toEqual({ status: 200, body: 'hello', isOver: true });
});

test('two lengths that differ are no answer; chunks count before any length', () => {
	expect(parsed(withHeaders('Content-Length: 5', 'Content-Length: 6')).feed).toThrow("'5, 6'");
	const chunked = 'HTTP/1.1 200 OK\r\nContent-Length: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n';
	expect(parsed(chunked).feed()).toEqual({ status: 200, body: 'hello', isOver: true });
});
