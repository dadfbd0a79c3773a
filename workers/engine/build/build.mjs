/**
 * Builds the embedded engine. Output:
 *
 *   build/engine/process.js      a process worker: hot pack of Node's lib + workers/engine/entry/process.ts (classic script)
 *   build/engine/cold.js         the rest of Node's lib; a process imports it when it first needs it (`coldPackUrl`)
 *   build/engine/types.js        Node's type stripper; a process imports it for its first TypeScript file
 *   build/engine/keys.js         asymmetric keys and ciphers, imported when first needed (`extraPackUrls`)
 *   build/engine/brotli.js, brotli-encoder.js   for zlib, imported when first needed
 *   build/engine/shapes.json     binding shapes of the pinned Node (`WorkerInit.shapes`)
 *   build/engine/kernel.js       workers/engine/entry/kernel.ts (classic script)
 *   build/engine/npm.js          workers/engine/npm/worker.ts (classic script)
 *   build/engine/transforms.js   workers/engine/transforms/worker.ts (classic script)
 *   build/engine/headless.html   workers/engine/headless/, its script(s) beside it
 *   build/engine/sh.cjs, sh-tools.cjs   the shell, for the kernel to place in the file system
 *   build/engine/LICENSE.node.txt
 *   build/preview/               workers/engine/preview/: __wc.sw.js and __wc/*
 */
import { build, stop } from 'esbuild';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildResolver, configPlugin } from '../npm/build-resolver.mjs';
import { buildShell } from '../shell/build-shell.mjs';
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

/**
 * Long derivations of @noble/hashes give way with a timer. Inside a process `globalThis` is the program's, whose timers may be
 * faked by a test runner: the host's are kept when the bundle loads.
 */
const hashYields = {
	name: 'hash-yields',
	setup(build) {
		build.onLoad({ filter: /@noble[\\/]hashes[\\/]utils\.js$/ }, ({ path }) => {
			const source = readFileSync(path, 'utf8');
			const asked = /(function nextTick\(onReject\) \{\s+const host = )globalThis;/;
			if (!asked.test(source)) throw new Error(`${path}: nextTick() reads another global than before. Look at how it gives way.`);
			return {
				contents: `const hostTimers = { setTimeout: globalThis.setTimeout.bind(globalThis) };\n${source.replace(asked, '$1hostTimers;')}`
			};
		});
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
	plugins: [llhttp, brotli, hashYields]
};

/** Cookies of previews are of one host: tough-cookie's list of public suffixes (140 KB) is never asked. */
const noPublicSuffixes = {
	name: 'no-public-suffixes',
	setup(build) {
		build.onResolve({ filter: /^tldts$/ }, ({ path }) => ({ path, namespace: 'no-public-suffixes' }));
		build.onLoad({ filter: /.*/, namespace: 'no-public-suffixes' }, () => ({ contents: 'export const getDomain = () => null;' }));
	}
};

const PREVIEW_SCRIPTS = ['bootstrap', 'relay', 'preview-script', 'worker-preview-script'];

/**
 * Builds everything of the engine.
 * @param {{ isMinified?: boolean, log?: (line: string) => void }} [options]
 */
export async function buildEngine({ isMinified = true, log = (line) => console.log(line) } = {}) {
	const startedAt = performance.now();
	const define = { ...BUNDLE.define, TRANSFORM_FORMAT: JSON.stringify(await transformFormat()) };
	const shared = { ...BUNDLE, define, minify: isMinified, sourcemap: isMinified ? false : 'inline' };
	const engineFolder = join(ROOT, 'build/engine');
	const previewFolder = join(ROOT, 'build/preview');
	const pageFolder = join(previewFolder, '__wc');
	for (const folder of [engineFolder, pageFolder]) mkdirSync(folder, { recursive: true });
	const bundle = (source, outfile, options = {}) => build({ ...shared, ...options, entryPoints: [join(ENGINE, source)], outfile });

	const sources = nodeSources();
	copyFileSync(join(sources.folder, 'shapes.json'), join(engineFolder, 'shapes.json'));
	// The packages of the platforms come from different hands: not each need carry it.
	if (existsSync(sources.license)) copyFileSync(sources.license, join(engineFolder, 'LICENSE.node.txt'));
	copyFileSync(join(ENGINE, 'headless/headless.html'), join(engineFolder, 'headless.html'));
	for (const page of ['bootstrap.html', 'relay.html']) copyFileSync(join(ENGINE, 'preview/page', page), join(pageFolder, page));

	/** One failed part must not hide the others; the first error is thrown at the end. */
	const results = await Promise.allSettled([
		buildProcess(sources, engineFolder, bundle),
		bundle('entry/kernel.ts', join(engineFolder, 'kernel.js'), { plugins: [...BUNDLE.plugins, noPublicSuffixes] }),
		bundle('keys/pack.ts', join(engineFolder, 'keys.js')),
		bundle('brotli/decoder.ts', join(engineFolder, 'brotli.js')),
		bundle('brotli/encoder.ts', join(engineFolder, 'brotli-encoder.js')),
		bundle('npm/worker.ts', join(engineFolder, 'npm.js')),
		bundle('transforms/worker.ts', join(engineFolder, 'transforms.js')),
		bundle('npm/cli-entry.ts', join(engineFolder, 'npm.cjs'), {
			platform: 'node',
			format: 'cjs',
			target: 'node20',
			// A program of the user's: what NODE_ENV says is for it to read.
			define: {},
			plugins: [configPlugin]
		}),
		bundle('headless/headless.ts', join(engineFolder, 'headless.js')),
		bundle('preview/service-worker/service-worker.ts', join(previewFolder, '__wc.sw.js')),
		...PREVIEW_SCRIPTS.map((name) => bundle(`preview/page/${name}.ts`, join(pageFolder, `${name}.js`))),
		buildShell(engineFolder),
		buildResolver(join(engineFolder, 'npm-resolver.js'))
	]);
	await editAwaits(['sh.cjs', 'sh-tools.cjs', 'npm.cjs'].map((name) => join(engineFolder, name)));
	const failures = results.filter((result) => result.status === 'rejected').map((result) => result.reason);
	log(`engine: built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s${failures.length ? `, ${failures.length} part(s) failed` : ''}`);
	if (failures.length) throw failures[0];
}

/** Names the code that transforms modules, acorn included: what it made is kept across sessions, and is no good for another one's. */
async function transformFormat() {
	const { outputFiles } = await build({
		...BUNDLE,
		format: 'esm',
		entryPoints: [join(ENGINE, 'modules/transform-files.ts')],
		write: false
	});
	return createHash('sha256').update(outputFiles[0].contents).digest('hex').slice(0, 16);
}

/** Does to the engine's own programs what each process would do to them first, see modules/await-rewriter.ts. */
async function editAwaits(files) {
	const entryPoints = [join(HERE, 'edit-awaits.ts')];
	const { outputFiles } = await build({ ...BUNDLE, format: 'esm', entryPoints, write: false });
	const { withEditedAwaits } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
	for (const file of files) if (existsSync(file)) writeFileSync(file, withEditedAwaits(readFileSync(file, 'utf8')));
}

async function buildProcess(sources, folder, bundle) {
	const { hot, cold, types } = await nodePacks(sources);
	writeFileSync(join(folder, 'cold.js'), cold);
	writeFileSync(join(folder, 'types.js'), types);
	await bundle('entry/process.ts', join(folder, 'process.js'), { banner: { js: hot } });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await buildEngine({ isMinified: !process.argv.includes('--debug') });
	await stop();
}
