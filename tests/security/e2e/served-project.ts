import { strToU8, zipSync } from 'fflate';
import type { Frame } from 'playwright';
import { openIde, type Ide } from '../../e2e/support/ide';

const PORT = 3000;
/** Answers every path with the same page, which shows the cookies that came; `/sign-in` sets one. */
const SERVER = `require('node:http').createServer((request, response) => {
	if (request.url === '/sign-in') response.setHeader('set-cookie', 'session=secret; HttpOnly; Path=/');
	response.setHeader('content-type', 'text/html').end('<!doctype html><title>app</title><h1>' + request.url + '</h1><p>' + (request.headers.cookie ?? 'no cookie') + '</p>');
}).listen(${PORT})`;
const PACKAGE = JSON.stringify({ name: 'app', private: true, scripts: { dev: 'node server.js' } });

/** The workspace with a small project in it whose server is up. */
export interface ServedProject extends Ide {
	/** The pane's frame, with the page of the app that `path` names. */
	preview(path?: string): Promise<Frame>;
	/** Frames of the engine for the preview's origin. */
	relays(): Frame[];
}

/** Imports the project into a browser of its own, or into one whose start page is open. */
export async function openServedProject(name = 'app', ide?: Ide): Promise<ServedProject> {
	const opened = ide ?? (await openIde());
	const { page } = opened;
	if (!ide) await page.goto(opened.url);
	await page.locator('.projects, .none').and(page.locator(':not([aria-busy])')).first().waitFor();
	await page.getByLabel('Project or run log').setInputFiles({
		name: `${name}.zip`,
		mimeType: 'application/zip',
		buffer: Buffer.from(zipSync({ 'package.json': strToU8(PACKAGE), 'server.js': strToU8(SERVER) }))
	});
	const preview = async (path = '/'): Promise<Frame> => {
		const frame = page.locator('iframe[title^="Preview of"]');
		await frame.contentFrame().getByRole('heading', { name: path, exact: true }).waitFor({ timeout: 60_000 });
		const content = await (await frame.elementHandle())?.contentFrame();
		if (!content) throw new Error('The preview has no document.');
		return content;
	};
	const relays = () => page.frames().filter((frame) => frame.url().includes('/__wc/relay'));
	return { ...opened, preview, relays };
}
