/** A program for projects that are plain pages: serves the folder that it is given on the first free port from 3000. Node alone runs it. */
export const STATIC_SERVER = `
const { createServer } = require('node:http');
const { createReadStream, statSync } = require('node:fs');
const { extname, join, normalize, sep } = require('node:path');
const root = join(process.cwd(), process.argv[1] || '.');
const types = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8',
	mjs: 'text/javascript; charset=utf-8', json: 'application/json', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg',
	jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif', ico: 'image/x-icon', woff2: 'font/woff2',
	woff: 'font/woff', wasm: 'application/wasm', txt: 'text/plain; charset=utf-8', xml: 'application/xml', mp4: 'video/mp4' };
const statOf = (path) => { try { return statSync(path); } catch { return undefined; } };
const fileAt = (pathname) => {
	const path = normalize(join(root, pathname));
	if (path !== root && !path.startsWith(root + sep)) return undefined;
	const candidates = [path, join(path, 'index.html'), path + '.html'];
	return candidates.find((one) => statOf(one)?.isFile());
};
const server = createServer((request, response) => {
	let pathname = '/';
	try { pathname = decodeURIComponent(new URL(request.url, 'http://host').pathname); } catch {}
	const wanted = pathname.split('/').some((part) => part.startsWith('.') || part === 'node_modules') ? undefined : fileAt(pathname);
	if (!wanted) {
		response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
		return response.end('There is no file ' + pathname);
	}
	const folder = statOf(join(root, pathname))?.isDirectory();
	if (folder && !pathname.endsWith('/')) return response.writeHead(302, { location: encodeURI(pathname) + '/' }).end();
	const type = types[extname(wanted).slice(1).toLowerCase()] || 'application/octet-stream';
	response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
	createReadStream(wanted).pipe(response);
});
let port = 3000;
server.on('error', (error) => {
	if (error.code !== 'EADDRINUSE' || port > 3100) throw error;
	server.listen(++port);
});
server.on('listening', () => console.log('Serving ' + (process.argv[1] || '.') + ' on http://localhost:' + server.address().port));
server.listen(port);
`;
