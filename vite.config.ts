import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/chromium.mjs';
import { drawingsPlugin } from './scripts/drawings.mjs';
import { originsPlugin } from './scripts/origins.mjs';

const TEMPLATES = 'src/lib/frames/**/template/**';

export default defineConfig(({ mode }) => ({
	plugins: [originsPlugin(), drawingsPlugin(), sveltekit()],
	worker: { format: 'es', plugins: () => [drawingsPlugin()] },
	// Found late otherwise, behind dynamic imports and workers: each find reloads the page in dev.
	optimizeDeps: {
		include: [
			...['@webcontainer/api', 'comlink', 'openai', 'idb', 'zod', 'compromise', 'fflate', 'bits-ui', 'paneforge', 'd3-dag'],
			...['isomorphic-git', 'buffer/'],
			...['codemirror', '@codemirror/merge', '@codemirror/lang-javascript', '@lezer/highlight'],
			...['@xterm/xterm', '@xterm/addon-fit', '@xterm/addon-web-links', '@xterm/addon-search', '@xterm/addon-unicode11']
		]
	},
	server: {
		fs: { allow: ['workers', 'tests'] },
		// The engine's build changes nothing in the IDE's modules; without this each one reloads the page.
		watch: { ignored: ['**/build/**'] },
		headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
	},
	build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
	test: {
		exclude: [TEMPLATES, 'node_modules/**'],
		// The styles of frames and blocks are read as text: left out, generated apps would have none.
		css: { include: [/frames\/.*\/template\//, /lib\/blocks\//] },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['tests/unit/**/*.test.ts', 'tests/security/unit/**/*.test.ts'],
					exclude: [TEMPLATES],
					testTimeout: 30_000
				}
			},
			{
				extends: true,
				test: {
					name: 'frame',
					environment: 'node',
					include: ['tests/frame/**/*.test.ts'],
					testTimeout: 240_000,
					hookTimeout: 240_000
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts', 'src/lib/{screen,ui}/**/*.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						viewport: { width: 1440, height: 900 },
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								...(mode === 'test' ? { executablePath: findChromium() ?? undefined } : {}),
								args: ['--no-sandbox']
							}
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					environment: 'node',
					include: ['tests/{e2e,conformance}/**/*.test.ts', 'tests/security/e2e/**/*.test.ts'],
					fileParallelism: false,
					testTimeout: 240_000,
					hookTimeout: 240_000
				}
			}
		]
	}
}));
