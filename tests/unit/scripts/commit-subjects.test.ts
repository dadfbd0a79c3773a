import { expect, test } from 'vitest';
import { faultOf } from '../../../scripts/commit-subjects.mjs';

test.each(['fix(shell): stop at the first end', 'refactor: name the floors', 'test(engine, npm): compare with Node'])(
	'%s is a subject',
	(subject) => expect(faultOf(subject)).toBeUndefined()
);

test.each([
	['words without a type', 'not "type(scope): imperative"'],
	['wip(shell): a type that there is not', 'not "type(scope): imperative"'],
	['fix(shell): a sentence.', 'not "type(scope): imperative"'],
	[`fix(shell): ${'x'.repeat(60)}`, '72 characters; stay under 72']
])('%s is none, and says why', (subject, fault) => expect(faultOf(subject)).toContain(fault));
