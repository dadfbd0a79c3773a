import { expect, test } from 'vitest';
import { isForwarded, parsePreviewMessage } from '../../../../workers/engine/preview/page/preview-message';

const base = { previewId: 'id', pathname: '/a', search: '?b', hash: '#c' };
const thrown = { ...base, type: 'PREVIEW_UNCAUGHT_EXCEPTION', message: 'no', stack: 'Error: no' };
const printed = { ...base, type: 'PREVIEW_CONSOLE_ERROR', args: [1, { a: 2 }], stack: 'at x' };

test('a message gets the port of its channel, whatever it says', () => {
	expect(parsePreviewMessage({ ...thrown, port: 1, more: 2 }, 5173)).toEqual({ ...thrown, port: 5173 });
	expect(parsePreviewMessage(printed, 5173)).toEqual({ ...printed, port: 5173 });
});

test.each([null, 'text', {}, { type: 'OTHER' }])('%j is no message', (data) => {
	expect(parsePreviewMessage(data, 1)).toBeNull();
});

test('the boot option decides what goes on', () => {
	const messages = [thrown, printed].map((message) => parsePreviewMessage(message, 1)).filter((message) => message !== null);
	const forwarded = (option: boolean | 'exceptions-only') => messages.map((message) => isForwarded(message, option));
	expect([forwarded(false), forwarded('exceptions-only'), forwarded(true)]).toEqual([
		[false, false],
		[true, false],
		[true, true]
	]);
});
