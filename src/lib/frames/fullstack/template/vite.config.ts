import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { DEV_NONCE, DEV_POLICY } from './src/server/content-policy';

/** Says of a bundled library that it has no source map: making one takes longer than making the bundle. */
const NO_MAP = `//# sourceMappingURL=data:application/json,${encodeURIComponent('{"version":3,"sources":[],"names":[],"mappings":""}')}`;

export default defineConfig(({ command, isSsrBuild }) => ({
	plugins: [api()],
	esbuild: { jsx: 'automatic' },
	build: {
		outDir: 'dist/client',
		emptyOutDir: true,
		copyPublicDir: !isSsrBuild,
		target: 'es2022',
		rollupOptions: { onLog: (level, log, handle) => log.code !== 'INVALID_ANNOTATION' && handle(level, log) }
	},
	// The server bundle holds everything but the database drivers and their files.
	ssr: isSsrBuild
		? { noExternal: true, external: ['@electric-sql/pglite', '@electric-sql/pglite-prepopulatedfs', 'postgres'] }
		: {},
	// Pages live under the policy of production from the start.
	html: command === 'serve' ? { cspNonce: DEV_NONCE } : {},
	server: { port: 3000, headers: { 'content-security-policy': DEV_POLICY } },
	optimizeDeps: { esbuildOptions: { sourcemap: false, footer: { js: NO_MAP } } },
	test: {
		include: ['src/**/*.test.{ts,tsx}'],
		environment: './src/testing/dom.ts',
		// One worker, one database start; every test fills it afresh.
		pool: 'threads',
		isolate: false,
		fileParallelism: false,
		// Generous: a browser tab or a busy machine starts the database many times slower.
		testTimeout: 60_000,
		hookTimeout: 240_000
	}
}));

/** `npm run dev` is one process: Vite serves the pages and runs the API. */
function api(): Plugin {
	return {
		name: 'api',
		apply: (_, { command }) => command === 'serve' && !process.env['VITEST'],
		configureServer(server) {
			server.middlewares.use((req, res, next) => {
				if (!/^\/(api\/|openapi\.json)/.test(req.url ?? '')) return next();
				server.ssrLoadModule('/src/server/dev.ts').then((module) => module['default'](req, res), next);
			});
		}
	};
}
