import { defineConfig } from 'vitest/config';
import { staticPages } from './static-pages';

/** Says of a bundled library that it has no source map: making one takes longer than making the bundle. */
const NO_MAP = `//# sourceMappingURL=data:application/json,${encodeURIComponent('{"version":3,"sources":[],"names":[],"mappings":""}')}`;
const port = Number(process.env['PORT'] ?? 3000);

export default defineConfig({
	plugins: [staticPages()],
	esbuild: { jsx: 'automatic' },
	build: {
		target: 'es2022',
		rollupOptions: { onLog: (level, log, handle) => log.code !== 'INVALID_ANNOTATION' && handle(level, log) }
	},
	server: { port },
	preview: { port, host: true },
	optimizeDeps: {
		// All that pages import; nothing has to be searched for.
		include: ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-dev-runtime'],
		noDiscovery: true,
		esbuildOptions: { sourcemap: false, footer: { js: NO_MAP } }
	},
	test: {
		include: ['src/**/*.test.{ts,tsx}'],
		environment: './src/testing/dom.ts',
		// A test reads the colours.
		css: { include: [/theme\.css/] },
		pool: 'threads',
		isolate: false,
		fileParallelism: false,
		// Generous: a browser tab or a busy machine is many times slower.
		testTimeout: 60_000,
		hookTimeout: 60_000
	}
});
