import { encode } from '@msgpack/msgpack';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { apiTab, inPage, useApiTab } from './support/api-tab';

/** The public API, as its unmodified client sees it: files, programs, servers, exports, previews. */
useApiTab();

test('tells where it works', async () => {
	expect(await inPage(() => [container.workdir, container.path])).toEqual(['/home/app', '/usr/local/bin:/usr/bin:/bin']);
});

test('mounts trees, text and binary, links included, also below a mount point', async () => {
	const seen = await inPage(async () => {
		const bytes = new Uint8Array([0, 255, 128]);
		await container.mount({
			src: { directory: { 'b.txt': { file: { contents: 'bee' } }, 'raw.bin': { file: { contents: bytes } } } },
			link: { file: { symlink: 'src/b.txt' } }
		});
		await container.fs.mkdir('below');
		await container.mount({ 'c.txt': { file: { contents: 'see' } } }, { mountPoint: 'below' });
		const raw = [...(await container.fs.readFile('src/raw.bin'))];
		return [await container.fs.readFile('link', 'utf8'), await container.fs.readFile('below/c.txt', 'utf8'), raw];
	});
	expect(seen).toEqual(['bee', 'see', [0, 255, 128]]);
});

test('mounts what @webcontainer/snapshot makes, and says what it cannot mount', async () => {
	const snapshot = [...encode({ d: { snap: { d: { 'a.txt': { f: { c: new TextEncoder().encode('snapped') } } } } } })];
	const seen = await inPage(async (bytes: number[]) => {
		await container.mount(new Uint8Array(bytes));
		const refused = await container.mount(new Uint8Array([1, 2, 3])).catch((error: Error) => error.message);
		return [await container.fs.readFile('snap/a.txt', 'utf8'), refused];
	}, snapshot);
	expect(seen).toEqual(['snapped', expect.stringContaining('EINVAL: this is no snapshot')]);
});

test('reads, writes, renames and removes files', async () => {
	const seen = await inPage(async () => {
		const { fs } = container;
		await fs.mkdir('deep/er', { recursive: true });
		await fs.writeFile('deep/er/a.txt', 'héllo');
		await fs.writeFile('deep/b.bin', new Uint8Array([1, 2]));
		await fs.writeFile('deep/latin', 'é', 'latin1');
		await fs.rename('deep/er/a.txt', 'deep/a.txt');
		const entries = (await fs.readdir('deep', { withFileTypes: true })).map((entry) => [
			entry.name,
			entry.isDirectory(),
			entry.isFile()
		]);
		const sizes = [(await fs.readFile('deep/a.txt')).length, (await fs.readFile('deep/latin')).length];
		const text = await fs.readFile('deep/a.txt', 'utf-8');
		await fs.rm('deep', { recursive: true });
		await fs.rm('deep', { force: true });
		const errors = await Promise.all([
			fs.readFile('nope').catch((error: Error) => error.message),
			fs.readdir('nope').catch((error: Error) => error.message),
			fs.rm('src').catch((error: Error) => error.message),
			fs.mkdir('src').catch((error: Error) => error.message)
		]);
		return { entries: entries.sort(), sizes, text, errors: errors.map((message) => String(message).split(':')[0]) };
	});
	expect(seen).toEqual({
		entries: [
			['a.txt', false, true],
			['b.bin', false, true],
			['er', true, false],
			['latin', false, true]
		],
		sizes: [6, 1],
		text: 'héllo',
		errors: ['ENOENT', 'ENOENT', expect.stringMatching(/^E/), 'EEXIST']
	});
});

test('reports changes that processes make', async () => {
	const name = await inPage(async () => {
		let hear: (name: unknown) => void;
		const heard = new Promise((resolve) => (hear = resolve));
		const watcher = container.fs.watch('/', { recursive: true }, (_type, path) => hear(path));
		await container.fs.readdir('/');
		await node('require("fs").writeFileSync("src/new.txt", "x")');
		const path = await heard;
		watcher.close();
		return path;
	});
	expect(name).toBe('src/new.txt');
});

test('spawns with environment, folder, input and exit code', async () => {
	const seen = await inPage(async () => {
		const told = await node('console.log(process.env.WHO, process.cwd()); process.exit(3)', { env: { WHO: 'me' }, cwd: 'src' });
		const cat = await container.spawn('node', [
			'-e',
			'process.stdin.on("data", (d) => { console.log(String(d).toUpperCase()); process.exit() })'
		]);
		await cat.input.getWriter().write('hello\n');
		const { value } = await cat.output.getReader().read();
		const quiet = await container.spawn('node', ['-e', 'console.log(1)'], { output: false });
		const unknown = await container.spawn('no-such-program').catch((error: Error) => error.message);
		return { told, value, exit: await cat.exit, quiet: await quiet.exit, unknown };
	});
	expect(seen).toEqual({
		told: { code: 3, output: 'me /home/app/src\n' },
		value: expect.stringContaining('HELLO'),
		exit: 0,
		quiet: 0,
		unknown: expect.stringContaining('ENOENT')
	});
});

test('tells of ports, until nobody listens any more, and kills', async () => {
	const seen = await inPage(async () => {
		const events: string[] = [];
		const stop = [
			container.on('port', (port, type) => events.push(`${type} ${port}`)),
			container.on('server-ready', (port, url) => events.push(`ready ${port} ${new URL(url).hostname.split('.')[0]}`))
		];
		const serve = async (port: number) => {
			const child = await container.spawn('node', ['-e', `require("http").createServer((q, r) => r.end("hi")).listen(${port})`]);
			return child;
		};
		const child = await serve(3005);
		while (!events.some((event) => event.startsWith('ready'))) await new Promise((done) => setTimeout(done, 20));
		child.kill();
		const code = await child.exit;
		while (!events.includes('close 3005')) await new Promise((done) => setTimeout(done, 20));
		for (const unsubscribe of stop) unsubscribe();
		const other = await serve(3006);
		await new Promise((done) => setTimeout(done, 300));
		other.kill();
		await other.exit;
		return { code, events };
	});
	expect(seen).toEqual({ code: 143, events: ['open 3005', 'ready 3005 p3005', 'close 3005'] });
});

test('exports as a tree, a snapshot that can be mounted again, and a zip', async () => {
	const { tree, back, zip } = await inPage(async () => {
		await container.mount({
			out: {
				directory: { keep: { directory: { 'a.txt': { file: { contents: 'a' } } } }, 'skip.log': { file: { contents: 'no' } } }
			}
		});
		const snapshot = await container.export('out', { format: 'binary' });
		await container.fs.mkdir('again');
		await container.mount(snapshot, { mountPoint: 'again' });
		return {
			tree: await container.export('out', { excludes: ['*.log'] }),
			back: await container.fs.readFile('again/keep/a.txt', 'utf8'),
			zip: [...(await container.export('out', { format: 'zip' }))]
		};
	});
	expect(tree).toEqual({ keep: { directory: { 'a.txt': { file: { contents: 'a' } } } } });
	expect(back).toBe('a');
	expect(Object.keys(unzipSync(new Uint8Array(zip))).sort()).toEqual(['keep/a.txt', 'skip.log']);
});

test('puts a script into previews that load after it was set', async () => {
	await inPage(async () => {
		await container.setPreviewScript('globalThis.fromScript = document.readyState;');
		void container.spawn('node', [
			'-e',
			`require("http").createServer((q, r) => r.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>t</title><p>page")).listen(3007)`
		]);
	});
	expect(await apiTab().get(3007, '/')).toMatchObject({ status: 200 });
	const frame = apiTab()
		.page.frames()
		.find((candidate) => candidate.url().includes('//p3007.') && !candidate.url().includes('/__wc/'));
	expect(await frame?.evaluate(() => (globalThis as { fromScript?: string }).fromScript)).toBe('loading');
});

test('runs children, forks and threads', async () => {
	const seen = await inPage(async () => {
		await container.fs.writeFile(
			'child.js',
			'process.on("message", (m) => { process.send({ echo: m }); process.disconnect(); })'
		);
		return [
			await node(
				'const c = require("child_process").spawn("node", ["-e", "process.stdin.pipe(process.stdout)"]); c.stdout.on("data", (d) => console.log(String(d))); c.on("exit", (code) => console.log("exit", code)); c.stdin.end("hello")'
			),
			await node(
				'const r = require("child_process").spawnSync("node", ["-e", "process.stdin.on(\\"data\\", (d) => process.stdout.write(d)); process.exitCode = 4"], { input: "in!" }); console.log(r.status, String(r.stdout))'
			),
			await node(
				'const c = require("child_process").fork("./child.js", { serialization: "advanced" }); c.on("message", (m) => console.log(m.echo.get("a"))); c.send(new Map([["a", 1]]))'
			),
			await node(
				'const { Worker } = require("worker_threads"); const w = new Worker("const t = require(\\"worker_threads\\"); t.parentPort.postMessage(t.workerData + 1)", { eval: true, workerData: 41 }); w.on("message", (m) => console.log(m)); w.on("exit", (code) => console.log("exit", code))'
			)
		];
	});
	expect(seen).toEqual([
		{ code: 0, output: 'hello\nexit 0\n' },
		{ code: 0, output: '4 in!\n' },
		{ code: 0, output: '1\n' },
		{ code: 0, output: '42\nexit 0\n' }
	]);
});

test('a second container is refused until the first is torn down; then a fresh one boots', async () => {
	const seen = await inPage(async () => {
		const { WebContainer } = globalThis as unknown as { WebContainer: typeof import('@webcontainer/api').WebContainer };
		const refused = await WebContainer.boot().catch((error: Error) => error.message);
		container.teardown();
		const fresh = await WebContainer.boot({ workdirName: 'fresh' });
		const files = await fresh.fs.readdir('/');
		fresh.teardown();
		return { refused, workdir: fresh.workdir, files };
	});
	expect(seen).toEqual({
		refused: expect.stringContaining('single'),
		workdir: '/home/fresh',
		files: []
	});
});
