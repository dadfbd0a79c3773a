import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createServer, type Plugin, type ResolvedConfig } from 'vite';
import type { AppDefinition } from './src/core/app';

/**
 * Makes a file of each page, so that any static host serves it by its address with its own title: `dist/about.html` for '/about',
 * `dist/404.html` for what is not there; with SITE_URL a sitemap as well. `npm start` answers as such a host does.
 */
export function staticPages(): Plugin {
	let config: ResolvedConfig;
	const folder = () => join(config.root, config.build.outDir);
	return {
		name: 'static-pages',
		configResolved: (resolved) => void (config = resolved),
		async closeBundle() {
			if (config.command !== 'build' || config.build.ssr) return;
			const start = await readFile(join(folder(), 'index.html'), 'utf8');
			const app = await readApp(config.root);
			for (const [file, text] of [...pagesOf(app, start), ...mapsOf(app, process.env['SITE_URL'])]) {
				await mkdir(dirname(join(folder(), file)), { recursive: true });
				await writeFile(join(folder(), file), text);
			}
		},
		configurePreviewServer(server) {
			let app: Promise<AppDefinition> | undefined;
			server.middlewares.use((request, response, next) => {
				const path = new URL(request.url ?? '/', 'http://localhost').pathname;
				const isFile = [path, `${path}.html`].some((one) => one !== '/' && existsSync(join(folder(), one)));
				if (path === '/' || isFile) return next();
				app ??= readApp(config.root);
				app
					.then(async ({ pages }) => {
						if (openOf(pages).some((open) => patternOf(open).test(path))) return next();
						const html = await readFile(join(folder(), '404.html'));
						response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(html);
					})
					.catch(next);
			});
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

type File = [name: string, text: string];

function pagesOf({ title, summary, pages }: AppDefinition, start: string): File[] {
	const named = (page: string, description: string) =>
		start
			.replace(/<title>.*?<\/title>/s, () => `<title>${escape(page)}</title>`)
			.replace(/(<meta name="description" content=")[^"]*/, (_, before: string) => before + escape(description));
	const files = pages
		.filter(({ path }) => !path.includes(':'))
		.map((page): File => [
			page.path === '/' ? 'index.html' : `${page.path.slice(1)}.html`,
			named(page.path === '/' ? title : `${page.title} · ${title}`, page.description || summary)
		]);
	return [...files, ['404.html', named(title, summary)]];
}

/** What search engines and hosts are told. @param site the address that the app will have, as 'https://example.com' */
function mapsOf({ pages }: AppDefinition, site: string | undefined): File[] {
	const redirects = openOf(pages).map((path) => `${path} /index.html 200`);
	const files: File[] = redirects.length ? [['_redirects', `${redirects.join('\n')}\n`]] : [];
	if (!site) return files;
	const base = site.replace(/\/$/, '');
	const urls = pages.filter(({ path }) => !path.includes(':')).map(({ path }) => `<url><loc>${escape(base + path)}</loc></url>`);
	return [
		...files,
		[
			'sitemap.xml',
			`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`
		],
		['robots.txt', `User-agent: *\nAllow: /\nSitemap: ${base}/sitemap.xml\n`]
	];
}

/** Addresses that stand for many: pages with a ':name' in their path, and records below their page. */
const openOf = (pages: AppDefinition['pages']): string[] =>
	pages.flatMap(({ path, blocks }) => [
		...(path.includes(':') ? [path] : []),
		...(blocks.some(({ opens }) => opens) ? [`${path === '/' ? '' : path}/:slug`] : [])
	]);

/** `/articles/:slug` as what it fits. */
const patternOf = (path: string) => new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}/?$`);

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
