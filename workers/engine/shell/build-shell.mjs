import { build } from 'esbuild';
import { getCommandNames } from 'just-bash';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
/** The line interpreter's files, some of which its package does not export. */
const INTERPRETER = dirname(fileURLToPath(import.meta.resolve('@yarnpkg/shell')));

/**
 * Bundles the shell into two CommonJS programs for Node: `sh.cjs`, and `sh-tools.cjs` beside it, which is loaded
 * when the first unix tool or control flow is met.
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
			external: ['./sh-tools.cjs'],
			// The line interpreter's way to start programs drops the signal that ended one; there is no Windows to care for.
			alias: { 'cross-spawn': join(HERE, 'spawn-program.ts'), '@yarnpkg/shell/lib/pipe': join(INTERPRETER, 'pipe.js') }
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
