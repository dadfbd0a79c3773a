import { expect, test } from 'vitest';
import { limitMiB } from '../../../../workers/engine/kernel/memory-limit';

test('the limit is what the command line asks for, else what its environment asks for, as Node reads them', () => {
	const limit = (argv: string[], nodeOptions = '') => limitMiB({ argv: ['node', ...argv], nodeOptions });
	expect(limit(['app.js'])).toBe(2048);
	expect(limit(['--max-old-space-size=512', 'app.js'])).toBe(512);
	expect(limit(['--max_old_space_size=512', 'app.js'])).toBe(512);
	expect(limit(['app.js', '--max-old-space-size=512'])).toBe(2048);
	expect(limit(['app.js'], '--no-warnings --max-old-space-size=300')).toBe(300);
	expect(limit(['--max-old-space-size=512', 'app.js'], '--max-old-space-size=300')).toBe(512);
	expect(limit(['--max-old-space-size=none', 'app.js'])).toBe(2048);
});
