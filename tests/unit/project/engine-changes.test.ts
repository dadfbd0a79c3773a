import { describe, expect, it } from 'vitest';
import { hashOf, newerOf } from '../../../src/lib/project/engine-changes';

describe('of a file in the engine and in the project', () => {
	it('the engine has the newer one where a program wrote, made or removed it', () => {
		expect(newerOf({ engine: 'b', project: 'a', agreed: 'a' })).toBe('engine');
		expect(newerOf({ engine: 'new', project: undefined, agreed: undefined })).toBe('engine');
		expect(newerOf({ engine: undefined, project: 'a', agreed: 'a' })).toBe('engine');
	});
	it('the project has the newer one where it is on its way to the engine', () => {
		expect(newerOf({ engine: 'a', project: 'b', agreed: 'a' })).toBe('project');
		expect(newerOf({ engine: undefined, project: 'new', agreed: undefined })).toBe('project');
	});
	it('the project wins where both have changed', () => {
		expect(newerOf({ engine: 'theirs', project: 'ours', agreed: 'a' })).toBe('project');
	});
	it('neither is newer where they are the same, whatever was agreed', () => {
		expect(newerOf({ engine: 'b', project: 'b', agreed: 'a' })).toBe('same');
	});
	it('text and its bytes are one content', async () => {
		expect(await hashOf('é')).toBe(await hashOf(new TextEncoder().encode('é')));
		expect(await hashOf(undefined)).toBeUndefined();
	});
});
