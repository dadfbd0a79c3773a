import { expect, test } from 'vitest';
import { AppError, asError, CodedError, codeOf, errorFrom, hasCode } from '../../../src/lib/domain/app-error';
import { ERROR_CODES, groupOf } from '../../../src/lib/domain/error-codes';

test('an error of the app comes from another realm with its code and its data', () => {
	const error = errorFrom({ code: 'PLAN_CYCLE', message: 'Tasks wait for each other.', data: { trail: ['a', 'b', 'a'] } });
	expect(hasCode(error, 'PLAN_CYCLE') && error.data.trail).toEqual(['a', 'b', 'a']);
	expect(hasCode(error, 'PLAN_OVERLAP')).toBe(false);
});

test("another's error keeps its code and is none of the app's", () => {
	const error = errorFrom({ code: 'ENOENT', message: 'no such file' });
	expect(codeOf(error)).toBe('ENOENT');
	expect(error).toBeInstanceOf(CodedError);
	expect(error).not.toBeInstanceOf(AppError);
	expect(groupOf('ENOENT')).toBeUndefined();
});

test('codes that are treated alike have a group', () => {
	expect(groupOf('MODEL_AUTH')).toBe('model');
	expect([groupOf('STORAGE_FULL'), groupOf('STORAGE_UNAVAILABLE')]).toEqual(['storage', 'storage']);
});

test('each code says when it is thrown', () => {
	for (const [code, { when }] of Object.entries(ERROR_CODES)) expect(when, code).toMatch(/^[A-Za-z].*\.$/);
});

test('anything thrown becomes an error, and errors stay themselves', () => {
	const error = new RangeError('far');
	expect(asError(error)).toBe(error);
	expect(asError('words')).toEqual(new Error('words'));
	expect(codeOf('words')).toBe('UNKNOWN');
});
