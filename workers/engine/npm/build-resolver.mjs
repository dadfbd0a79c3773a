/** Bundles Arborist for a worker: only its ideal tree and lockfile, with stand-ins for Node's modules and for what touches disk or network. */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

const SHIMS = {
	pacote: 'pacote',
	cacache: 'cacache',
	'npm-registry-fetch': 'absent',
	'@npmcli/metavuln-calculator': 'absent',
	'@npmcli/run-script': 'absent',
	'@npmcli/node-gyp': 'node-gyp',
	'@npmcli/installed-package-contents': 'absent',
	'@npmcli/query': 'absent',
	'@npmcli/git': 'absent',
	'@npmcli/fs': 'npm-fs',
	glob: 'glob',
	'bin-links': 'bin-links',
	fs: 'fs',
	'fs/promises': 'fs-promises',
	os: 'os',
	util: 'util',
	url: 'url',
	v8: 'v8',
	module: 'module',
	crypto: 'absent',
	process: 'process',
	'path/win32': 'absent'
};

const shim = (name) => join(HERE, 'shims', `${name}.cjs`);

/** esbuild's plugin with the stand-ins. */
export const resolverPlugin = {
	name: 'npm-resolver',
	setup(bundler) {
		bundler.onResolve({ filter: /.*/ }, ({ path, importer }) => {
			const id = path.replace(/^node:/, '');
			if (id === 'path') return { path: require.resolve('path-browserify') };
			if (id === 'events') return { path: require.resolve('events/events.js') };
			if (Object.hasOwn(SHIMS, id)) return { path: shim(SHIMS[id]) };
			if (!/arborist[\\/]lib/.test(importer)) return;
			if (/(^|\/)(reify|rebuild|isolated-reifier)\.js$/.test(path)) return { path: shim('mixin') };
			if (/(query-selector-all|audit-report|signal-handling)\.js$/.test(path)) return { path: shim('absent') };
		});
	}
};

/** esbuild's plugin for the npm program: of `@npmcli/config` without the libraries that it reads package.json and workspaces with. */
export const configPlugin = {
	name: 'npm-config',
	setup(bundler) {
		const shims = { '@npmcli/package-json': 'package-json', '@npmcli/map-workspaces': 'map-workspaces' };
		bundler.onResolve({ filter: /^@npmcli\/(package-json|map-workspaces)$/ }, ({ path }) => ({ path: shim(shims[path]) }));
		bundler.onResolve({ filter: /^node:fs\/promises$/ }, ({ importer }) =>
			/config[\\/]lib[\\/]index\.js$/.test(importer) ? { path: shim('config-files') } : undefined
		);
		// The manual's text is two thirds of the file, and never shown.
		bundler.onLoad({ filter: /config[\\/]lib[\\/]definitions[\\/]definitions\.js$/ }, ({ path }) => ({
			contents: readFileSync(path, 'utf8').replace(/description: `(?:\\.|[^`\\])*`/g, "description: ' '")
		}));
	}
};

/** Options to spread over the engine's own when npm/worker.ts is bundled. */
export const resolverOptions = {
	plugins: [resolverPlugin],
	inject: [join(HERE, 'shims/inject.js')],
	mainFields: ['module', 'main'],
	define: { 'process.env.NODE_ENV': '"production"', 'process.env.NODE_DEBUG': '""', __dirname: '"/npm"' }
};

/** Bundles one entry as an ES module that Node and browsers run. */
export function buildResolver(outfile, entry = join(HERE, 'resolver.ts')) {
	return build({
		bundle: true,
		format: 'esm',
		platform: 'browser',
		target: 'es2022',
		minify: true,
		legalComments: 'none',
		logLevel: 'error',
		...resolverOptions,
		entryPoints: [entry],
		outfile
	});
}
