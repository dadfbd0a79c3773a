import { expect, test } from 'vitest';
import { SharedFileSystem } from '../../../../workers/engine/fs/shared-file-system';
import { SharedTarget } from '../../../../workers/engine/npm/shared-target';

test('the shared target writes, links, replaces and removes whole folders', () => {
	const fs = SharedFileSystem.format(64);
	const target = new SharedTarget(fs);
	target.writeFile('/p/a/b.js', new TextEncoder().encode('one'), 0o644);
	target.writeFile('/p/a/b.js', new TextEncoder().encode('two'), 0o755);
	target.symlink('a/b.js', '/p/link');
	expect(new TextDecoder().decode(target.readFile('/p/link') ?? undefined)).toBe('two');
	expect(fs.stat(fs.walk('/p/a/b.js')).mode & 0o777).toBe(0o755);
	target.remove('/p/a');
	expect(target.exists('/p/a')).toBe(false);
});
