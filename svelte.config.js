import adapterNode from '@sveltejs/adapter-node';
import adapterStatic from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const isNode = process.env.ADAPTER === 'node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: isNode
			? adapterNode({ out: 'build/ide' })
			: adapterStatic({ pages: 'build/static', assets: 'build/static', fallback: '200.html', strict: false }),
		// The IDE's URL scheme holds no user input that could be forged into an action, and there are no form actions.
		typescript: {
			config: (config) => ({
				...config,
				include: [...(config.include ?? []), '../workers/**/*.ts', '../tests/**/*.ts', '../scripts/**/*.mjs'],
				exclude: [...(config.exclude ?? []), '../src/lib/team/frames/*/template/**']
			})
		}
	}
};
