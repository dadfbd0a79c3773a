/** Packs: Node's lib as two scripts, one with the modules that every process needs, one with the rest. */
import { transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

const MODULE_PARAMETERS = 'exports, require, module, process, internalBinding, primordials';
const BOOTSTRAP_PARAMETERS = 'process, require, internalBinding, primordials';
const REALM_PARAMETERS = 'process, getLinkedBinding, getInternalBinding, primordials';
const CONTEXT_PARAMETERS = 'exports, primordials, privateSymbols, perIsolateSymbols';

/** Never needed: V8's profile tools. */
const LEFT_OUT = /^internal\/deps\/v8/;
/** Strips types: megabytes of WebAssembly, in a pack of its own. */
const TYPES = 'internal/deps/amaro/dist/index';

/**
 * Node drains ticks between two timers by calling into itself; here each timer ends its macrotask, so that the host's own
 * microtasks run in between: see process/event-loop.ts.
 */
const PATCHES = [
	['internal/timers', 'if (ranAtLeastOneList)\n        runNextTicks();', 'if (ranAtLeastOneList)\n        return 1;'],
	['internal/timers', 'if (ranAtLeastOneTimer)\n        runNextTicks();', 'if (ranAtLeastOneTimer)\n        return;'],
	// Tools import the module to ask whether somebody debugs them: it loads, and what would need V8's inspector says so.
	['inspector', 'if (!hasInspector)\n  throw new ERR_INSPECTOR_NOT_AVAILABLE();', ''],
	// Native packages run as WASI here, in many threads: nobody who installed one chose the experiment that each would warn of.
	['wasi', "emitExperimentalWarning('WASI');", '']
];

const PACKS = ['hot', 'cold', 'types'];

/**
 * The packs as script text; `types` holds only what strips types. Each assigns `{moduleId: function | 0}` to `globalThis[Symbol.for('tabsmith.lib')]`;
 * bootstrap files, which take other parameters, are keyed `@id`. In the hot pack 0 marks a module that the cold pack holds.
 * @param {{ folder: string }} sources
 * @returns {Promise<{ hot: string, cold: string, types: string }>}
 */
export async function nodePacks({ folder }) {
	const hotModules = readFileSync(join(HERE, 'hot-modules.json'), 'utf8');
	const self = readFileSync(fileURLToPath(import.meta.url));
	const key = createHash('sha256').update(self).update(hotModules).digest('hex').slice(0, 12);
	const files = Object.fromEntries(PACKS.map((name) => [name, join(folder, `${name}-${key}.js`)]));
	if (!PACKS.every((name) => existsSync(files[name]))) {
		const natives = JSON.parse(readFileSync(join(folder, 'natives.json'), 'utf8'));
		const packs = await makePacks(natives, new Set(JSON.parse(hotModules)));
		for (const name of PACKS) writeFileSync(files[name], packs[name]);
	}
	return Object.fromEntries(PACKS.map((name) => [name, readFileSync(files[name], 'utf8')]));
}

async function makePacks(natives, hotModules) {
	for (const [id, from, to] of PATCHES) {
		if (!natives[id]?.includes(from)) throw new Error(`Cannot patch Node's '${id}': the text to replace is gone. Look at its new source and adapt PATCHES.`);
		natives[id] = natives[id].replace(from, to);
	}
	const hot = [];
	const cold = [];
	const types = [];
	const ids = Object.keys(natives).filter((id) => !LEFT_OUT.test(id));
	const functions = await Promise.all(ids.map((id) => minifiedFunction(id, natives[id])));
	ids.forEach((id, index) => {
		const isHot = hotModules.has(id) || /^internal\/(bootstrap|per_context)\//.test(id);
		const key = parametersOf(id) === MODULE_PARAMETERS ? id : `@${id}`;
		(isHot ? hot : id === TYPES ? types : cold).push(`${JSON.stringify(key)}:${functions[index]}`);
		if (!isHot || key !== id) hot.push(`${JSON.stringify(id)}:0`);
	});
	return { hot: asPack(hot), cold: asPack(cold), types: asPack(types) };
}

function asPack(members) {
	return `globalThis[Symbol.for('tabsmith.lib')]={__proto__:null,\n${members.join(',\n')}};\n`;
}

function parametersOf(id) {
	if (id.startsWith('internal/per_context/')) return CONTEXT_PARAMETERS;
	if (id === 'internal/bootstrap/realm') return REALM_PARAMETERS;
	return /^internal\/(bootstrap|main)\//.test(id) ? BOOTSTRAP_PARAMETERS : MODULE_PARAMETERS;
}

async function minifiedFunction(id, source) {
	const wrapped = `__define(function(${parametersOf(id)}){${source}\n})`;
	// Identifiers stay: stack traces and `fn.name` of Node's own functions are visible to programs.
	const { code } = await transform(wrapped, { minifyWhitespace: true, minifySyntax: true, legalComments: 'none', target: 'esnext' });
	return code.trim().replace(/^__define\(/, '').replace(/\);?$/, '');
}
