import { describe, expect, it } from 'vitest';
import { engineChanges } from '../../../src/lib/project/engine-changes';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = (entries: Record<string, string>) => new Map(Object.entries(entries).map(([path, text]) => [path, bytes(text)]));

describe('what programs did to the files', () => {
	it('is what is new, other and gone', () => {
		const before = files({ 'a.ts': 'a', 'b.ts': 'b', 'c.ts': 'c' });
		const after = files({ 'a.ts': 'a', 'b.ts': 'B', 'd.ts': 'd' });
		const kept = new Map(Object.entries({ 'a.ts': 'a', 'b.ts': 'b', 'c.ts': 'c' }));
		expect(engineChanges({ before, after, kept })).toEqual([
			{ path: 'b.ts', content: 'B' },
			{ path: 'd.ts', content: 'd' },
			{ path: 'c.ts', content: undefined }
		]);
	});
	it('is not what the project has already: an agent or the editor wrote it', () => {
		const before = files({ 'a.ts': 'a', 'gone.ts': '' });
		const after = files({ 'a.ts': 'A', 'new.ts': 'n' });
		const kept = new Map(Object.entries({ 'a.ts': 'A', 'new.ts': 'n' }));
		expect(engineChanges({ before, after, kept })).toEqual([]);
	});
	it('is not what another tab changed, nor files that the engine never had', () => {
		const same = files({ 'a.ts': 'old' });
		const kept = new Map(Object.entries({ 'a.ts': 'edited elsewhere', 'elsewhere.ts': '' }));
		expect(engineChanges({ before: same, after: same, kept })).toEqual([]);
	});
	it('keeps as bytes what is no text', () => {
		const image = new Uint8Array([0x89, 0x50, 0, 1]);
		expect(engineChanges({ before: new Map(), after: new Map([['a.png', image]]), kept: new Map() })).toEqual([
			{ path: 'a.png', content: image }
		]);
	});
});
