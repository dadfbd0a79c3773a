import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createServer, type Plugin, type ResolvedConfig } from 'vite';
import type { AppDefinition } from '../core/app';

/**
 * Makes a file of each page, so that any static host serves it by its address with its own title: `dist/about.html` for '/about',
 * `dist/404.html` for what is not there.
 */
export function staticPages(): Plugin {
	let config: ResolvedConfig;
	return {
		name: 'static-pages',
		apply: 'build',
		configResolved: (resolved) => void (config = resolved),
		async closeBundle() {
			const folder = join(config.root, config.build.outDir);
			const start = await readFile(join(folder, 'index.html'), 'utf8');
			for (const [file, html] of pagesOf(await readApp(config.root), start)) {
				await mkdir(dirname(join(folder, file)), { recursive: true });
				await writeFile(join(folder, file), html);
			}
		}
	};
}

async function readApp(root: string): Promise<AppDefinition> {
	const server = await createServer({
		root,
		configFile: false,
		logLevel: 'error',
		appType: 'custom',
		esbuild: { jsx: 'automatic' },
		server: { middlewareMode: true, hmr: false, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true }
	});
	try {
		const { app } = (await server.ssrLoadModule('/src/app.ts')) as { app: AppDefinition };
		return app;
	} finally {
		await server.close();
	}
}

function pagesOf({ title, summary, pages }: AppDefinition, start: string): [file: string, html: string][] {
	const named = (page: string, description: string) =>
		start
			.replace(/<title>.*?<\/title>/s, () => `<title>${escape(page)}</title>`)
			.replace(/(<meta name="description" content=")[^"]*/, (_, before: string) => before + escape(description));
	const files = pages
		.filter(({ path }) => !path.includes(':'))
		.map((page): [string, string] => [
			page.path === '/' ? 'index.html' : `${page.path.slice(1)}.html`,
			named(page.path === '/' ? title : `${page.title} · ${title}`, page.description || summary)
		]);
	return [...files, ['404.html', named(title, summary)]];
}

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
