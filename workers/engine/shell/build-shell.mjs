import { build } from 'esbuild';
import { getCommandNames } from 'just-bash';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

/**
 * Bundles the shell into two CommonJS programs for Node: `sh.cjs`, and `sh-tools.cjs` beside it, which is loaded
 * when the first unix tool is met.
 * @param {string} folder absolute path
 */
export async function buildShell(folder) {
	const shared = {
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		minify: true,
		legalComments: 'none',
		logLevel: 'error'
	};
	await Promise.all([
		build({
			...shared,
			entryPoints: [join(HERE, 'main.ts')],
			outfile: join(folder, 'sh.cjs'),
			define: { TOOL_NAMES: JSON.stringify(getCommandNames()) },
			external: ['./sh-tools.cjs']
		}),
		build({
			...shared,
			entryPoints: [join(HERE, 'tools-runtime.ts')],
			outfile: join(folder, 'sh-tools.cjs'),
			// Only the tools' browser build is bundled; these optional parts of it (native, copyleft or huge) stay out.
			external: ['node-liblzma', '@mongodb-js/zstd', 'sql.js', 'quickjs-emscripten']
		})
	]);
}
