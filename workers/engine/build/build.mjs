/**
 * Builds the embedded engine. Output:
 *
 *   build/engine/process.js      a process worker: hot pack of Node's lib + workers/engine/process/entry.ts (classic script)
 *   build/engine/cold.js         the rest of Node's lib; a process imports it when it first needs it (`coldPackUrl`)
 *   build/engine/types.js        Node's type stripper; a process imports it for its first TypeScript file
 *   build/engine/keys.js         asymmetric keys and ciphers, imported when first needed (`extraPackUrls`)
 *   build/engine/brotli.js, brotli-encoder.js   for zlib, imported when first needed
 *   build/engine/shapes.json     binding shapes of the pinned Node (`WorkerInit.shapes`)
 *   build/engine/kernel.js       workers/engine/kernel/entry.ts (classic script)
 *   build/engine/npm.js          workers/engine/npm/worker.ts (classic script)
 *   build/engine/headless.html   workers/engine/headless/, its script(s) beside it
 *   build/engine/sh.cjs, sh-tools.cjs   the shell, for the kernel to place in the file system
 *   build/engine/LICENSE.node.txt
 *   build/preview/               workers/engine/preview/: __wc.sw.js and __wc/*
 *
 * Parts whose sources are not there yet are skipped with a notice.
 */
import { build, stop } from 'esbuild';
import { createRequire } from 'node:module';
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildResolver } from '../npm/build-resolver.mjs';
import { nodePacks } from './node-packs.mjs';
import { nodeSources } from './node-sources.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ENGINE = join(HERE, '..');
const ROOT = join(ENGINE, '../..');

/** `llhttp.wasm` is the parser build that undici ships, as bytes. */
const llhttp = {
	name: 'llhttp',
	setup(build) {
		build.onResolve({ filter: /^llhttp\.wasm$/ }, ({ path }) => ({ path, namespace: 'llhttp' }));
		build.onLoad({ filter: /.*/, namespace: 'llhttp' }, () => ({
			contents: createRequire(import.meta.url)('undici/lib/llhttp/llhttp-wasm.js'),
			loader: 'binary'
		}));
	}
};

/** Inner files of the package `brotli`, which its index does not offer. */
const brotli = {
	name: 'brotli',
	setup(build) {
		const files = { 'brotli-decoder': 'dec/decode.js', 'brotli-encoder': 'build/encode.js' };
		build.onResolve({ filter: /^brotli-(de|en)coder$/ }, ({ path }) => ({ path: join(ROOT, 'node_modules/brotli', files[path]) }));
	}
};

const BUNDLE = {
	bundle: true,
	format: 'iife',
	platform: 'browser',
	target: 'chrome133',
	minify: true,
	keepNames: false,
	legalComments: 'none',
	logLevel: 'error',
	define: { 'process.env.NODE_ENV': '"production"' },
	loader: { '.wasm': 'binary' },
	plugins: [llhttp, brotli]
};

/**
 * Builds everything of the engine that is there.
 * @param {{ isMinified?: boolean, log?: (line: string) => void }} [options]
 */
export async function buildEngine({ isMinified = true, log = (line) => console.log(line) } = {}) {
	const startedAt = performance.now();
	const shared = { ...BUNDLE, minify: isMinified, sourcemap: isMinified ? false : 'inline' };
	const engineFolder = join(ROOT, 'build/engine');
	const previewFolder = join(ROOT, 'build/preview');
	mkdirSync(engineFolder, { recursive: true });
	mkdirSync(previewFolder, { recursive: true });

	const sources = nodeSources();
	copyFileSync(join(sources.folder, 'shapes.json'), join(engineFolder, 'shapes.json'));
	if (existsSync(sources.license)) copyFileSync(sources.license, join(engineFolder, 'LICENSE.node.txt'));

	/** One failed part must not hide the others; the first error is thrown at the end. */
	const results = await Promise.allSettled([
		buildProcess({ sources, folder: engineFolder, shared }),
		bundleIfPresent('kernel/entry.ts', join(engineFolder, 'kernel.js'), { shared, log }),
		bundleIfPresent('keys/pack.ts', join(engineFolder, 'keys.js'), { shared, log }),
		bundleIfPresent('brotli/decoder.ts', join(engineFolder, 'brotli.js'), { shared, log }),
		bundleIfPresent('brotli/encoder.ts', join(engineFolder, 'brotli-encoder.js'), { shared, log }),
		bundleIfPresent('npm/worker.ts', join(engineFolder, 'npm.js'), { shared, log }),
		buildPages('headless', engineFolder, { shared, log }),
		buildPreview(previewFolder, { shared, log }),
		buildShellIfPresent(engineFolder),
		buildResolver(join(engineFolder, 'npm-resolver.js')),
		build({ ...shared, platform: 'node', format: 'cjs', target: 'node20', entryPoints: [join(ENGINE, 'npm/cli-entry.ts')], outfile: join(engineFolder, 'npm.cjs') })
	]);
	const failures = results.filter((result) => result.status === 'rejected').map((result) => result.reason);
	log(`engine: built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s${failures.length ? `, ${failures.length} part(s) failed` : ''}`);
	if (failures.length) throw failures[0];
}

async function buildProcess({ sources, folder, shared }) {
	const { hot, cold, types } = await nodePacks(sources);
	writeFileSync(join(folder, 'cold.js'), cold);
	writeFileSync(join(folder, 'types.js'), types);
	const entry = join(ENGINE, 'process/entry.ts');
	if (!existsSync(entry)) return;
	await build({ ...shared, entryPoints: [entry], outfile: join(folder, 'process.js'), banner: { js: hot } });
}

async function bundleIfPresent(source, outfile, { shared, log, ...options }) {
	const entry = join(ENGINE, source);
	if (!existsSync(entry)) return log(`engine: skipped ${source} (missing)`);
	await build({ ...shared, ...options, entryPoints: [entry], outfile });
}

/** Copies a folder's documents and bundles each of its scripts that a document names, `x.ts` -> `x.js`. */
async function buildPages(name, folder, { shared, log }) {
	const source = join(ENGINE, name);
	const files = existsSync(source) ? readdirSync(source) : [];
	const pages = files.filter((file) => extname(file) === '.html');
	if (!pages.length) return log(`engine: skipped ${name}/ (no document)`);
	for (const page of pages) copyFileSync(join(source, page), join(folder, page));
	const entries = files.filter((file) => extname(file) === '.ts').filter((file) => file === `${name}.ts` || pages.includes(file.replace(/\.ts$/, '.html')) || file === 'main.ts' || file === 'entry.ts');
	for (const entry of new Set(entries)) await build({ ...shared, entryPoints: [join(source, entry)], outfile: join(folder, entry.replace(/\.ts$/, '.js')) });
}

/**
 * The preview's host: `service-worker.ts` becomes /__wc.sw.js; every other script that is an entry (relay, bootstrap, shims) and
 * every document lands in /__wc/. A file `build-preview.mjs` of that folder takes over when it is there.
 */
async function buildPreview(folder, { shared, log }) {
	const source = join(ENGINE, 'preview');
	const files = existsSync(source) ? readdirSync(source).filter((file) => statSync(join(source, file)).isFile()) : [];
	if (files.includes('build-preview.mjs')) {
		const { buildPreview: own } = await import(pathToFileURL(join(source, 'build-preview.mjs')).href);
		return own(folder, shared);
	}
	if (!files.length) return log('engine: skipped preview/ (missing)');
	mkdirSync(join(folder, '__wc'), { recursive: true });
	for (const file of files) {
		if (/\.(html|css|svg)$/.test(file)) copyFileSync(join(source, file), join(folder, '__wc', file));
		const isWorker = /^(service-worker|sw|__wc\.sw)\.ts$/.test(file);
		const isEntry = files.includes(file.replace(/\.ts$/, '.html')) || /(shim|inject|preview-script|client)\.ts$/.test(file);
		if (isWorker) await build({ ...shared, entryPoints: [join(source, file)], outfile: join(folder, '__wc.sw.js') });
		else if (isEntry && extname(file) === '.ts') await build({ ...shared, entryPoints: [join(source, file)], outfile: join(folder, '__wc', `${basename(file, '.ts')}.js`) });
	}
}

async function buildShellIfPresent(folder) {
	const script = join(ENGINE, 'shell/build-shell.mjs');
	if (!existsSync(script)) return;
	const { buildShell } = await import(pathToFileURL(script).href);
	await buildShell(folder);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await buildEngine({ isMinified: !process.argv.includes('--debug') });
	await stop();
}
