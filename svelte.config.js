import adapterNode from '@sveltejs/adapter-node';
import adapterStatic from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { hostDirectives, IDE_DIRECTIVES, inlineScriptHashes } from './scripts/content-policy.mjs';
import { hostSettings } from './scripts/host-settings.mjs';

const isNode = process.env.ADAPTER === 'node';

const { names, connect } = hostSettings();
/** A static build has only its pages to say this in; our own server replaces it by what it knows of itself. */
const anyHost = hostDirectives({ frames: [...names.map((name) => `*.${name}:*`), 'https:', 'http://*.localhost:*'], connect });

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: isNode
			? adapterNode({ out: 'build/ide' })
			: adapterStatic({ pages: 'build/static', assets: 'build/static', fallback: '200.html', strict: false }),
		csp: {
			mode: 'hash',
			directives: {
				...IDE_DIRECTIVES,
				'script-src': [...IDE_DIRECTIVES['script-src'], ...inlineScriptHashes(readFileSync('src/app.html', 'utf8'))],
				...anyHost
			}
		},
		// The IDE's URL scheme holds no user input that could be forged into an action, and there are no form actions.
		typescript: {
			config: (config) => ({
				...config,
				include: [...(config.include ?? []), '../workers/**/*.ts', '../tests/**/*.ts', '../scripts/**/*.mjs'],
				exclude: [...(config.exclude ?? []), '../src/lib/frames/*/template/**', '../src/lib/blocks/*/*']
			})
		}
	}
};
