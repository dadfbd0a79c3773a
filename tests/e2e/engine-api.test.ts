import { encode } from '@msgpack/msgpack';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTab } from '../../scripts/headless-tab.mjs';
import type { WebContainer } from '@webcontainer/api';

/** The public API, as its unmodified client sees it. Each test runs a function in the page; `container` is the booted one. */

type Tab = Awaited<ReturnType<typeof openTab>>;
declare const container: WebContainer;

let tab: Tab;
beforeAll(async () => {
	tab = await openTab({ workdirName: 'app' });
	await tab.page.evaluate(() => {
		Object.assign(globalThis, {
			node: async (source: string, options = {}) => {
				const child = await container.spawn('node', ['-e', source], options);
				let output = '';
				const ended = child.output.pipeTo(new WritableStream({ write: (text) => void (output += text) }));
				const code = await child.exit;
				await ended;
				return { code, output };
			}
		});
	});
});
afterAll(() => tab.close());

declare function node(source: string, options?: object): Promise<{ code: number; output: string }>;
const inPage = <T, A>(run: (argument: A) => Promise<T> | T, argument?: A) =>
	tab.page.evaluate(run as never, argument as never) as Promise<T>;

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
		const entries = (await fs.readdir('deep', { withFileTypes: true })).map((one) => [one.name, one.isDirectory(), one.isFile()]);
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

test('gives a terminal its size, tells of a new one, and interrupts by Ctrl-C', async () => {
	const seen = await inPage(async () => {
		const source =
			'console.log(process.stdout.columns); process.stdout.on("resize", () => console.log(process.stdout.columns)); setInterval(() => {}, 1000)';
		const child = await container.spawn('node', ['-e', source], { terminal: { cols: 99, rows: 20 } });
		const reader = child.output.getReader();
		const first = (await reader.read()).value;
		child.resize({ cols: 50, rows: 10 });
		const second = (await reader.read()).value;
		await child.input.getWriter().write('\x03');
		return [first, second, await child.exit];
	});
	expect(seen).toEqual([expect.stringContaining('99'), expect.stringContaining('50'), 130]);
});

test("a prompt outlives Ctrl-D in what it runs, and stops another terminal's server", async () => {
	const seen = await inPage(async () => {
		const server = await container.spawn('node', [
			'-e',
			'require("http").createServer((q, r) => r.end("served")).listen(3777, () => console.log("up"))'
		]);
		await server.output.getReader().read();
		const shell = await container.spawn('jsh', [], { terminal: { cols: 80, rows: 24 } });
		let output = '';
		void shell.output.pipeTo(new WritableStream({ write: (text) => void (output += text.replaceAll('\r', '')) }));
		const input = shell.input.getWriter();
		const shows = async (text: string) => {
			for (let tries = 0; !output.includes(text); tries++) {
				if (tries > 400) throw new Error(`no ${text} in ${JSON.stringify(output)}`);
				await new Promise((done) => setTimeout(done, 25));
			}
			output = '';
		};
		// Each program says that it runs before keys go to it: until then the prompt may read them.
		const steps: [keys: string, shown: string][] = [
			["echo g''o; cat\r", 'go\n'],
			['one\r', 'one\none\n'],
			['\x04', '❯'],
			[`node -e "console.log('u' + 'p'); console.log('got' + fs.readFileSync(0).length)"\r`, 'up\n'],
			['four\r\x04', 'got5\n'],
			['node -e "process.kill(process.pid, \'SIGINT\')"; echo rc=$?\r', 'rc=130\n'],
			["echo g''o; sleep 60; echo not-reached\r", 'go\n'],
			['\x03', '❯'],
			['echo rc=$?\r', 'rc=130\n'],
			['curl -s localhost:3777; echo\r', 'served\n'],
			['ps -ef\r', 'listen(3777'],
			['pkill -f 3777; echo killed=$?\r', 'killed=0\n'],
			['curl -s localhost:3777; echo curl=$?\r', 'curl=7\n']
		];
		await shows('❯');
		for (const [keys, shown] of steps) {
			await input.write(keys);
			await shows(shown);
		}
		await input.write('\x04');
		return [await server.exit, await shell.exit];
	});
	expect(seen).toEqual([143, 0]);
});

test('pipes print what comes when it comes, and end with their reader', async () => {
	const seen = await inPage(async () => {
		const lineOf = async (line: string) => {
			const child = await container.spawn('jsh', ['-c', line]);
			let output = '';
			const ended = child.output.pipeTo(new WritableStream({ write: (text) => void (output += text.replaceAll('\r', '')) }));
			const code = await child.exit;
			await ended;
			return { output, code };
		};
		const bounded = await lineOf('yes | head -3');
		const write = `const f = () => process.stdout.write('y\\n'.repeat(999), (e) => e || f()); process.stdout.on('error', (e) => { console.error(e.code); process.exit() }); f()`;
		const program = await lineOf(`node -e "${write}" | head -n 2; echo rc=$?`);
		const tooLarge = await lineOf('yes | sort; echo rc=$?');

		const shell = await container.spawn('jsh', [], { terminal: { cols: 80, rows: 24 } });
		let output = '';
		void shell.output.pipeTo(new WritableStream({ write: (text) => void (output += text.replaceAll('\r', '')) }));
		const input = shell.input.getWriter();
		const shows = async (text: string) => {
			for (let tries = 0; !output.includes(text); tries++) {
				if (tries > 400) throw new Error(`no ${text} in ${JSON.stringify(output)}`);
				await new Promise((done) => setTimeout(done, 25));
			}
			output = '';
		};
		const server = `setInterval(() => console.log('rea' + 'dy'), 200)`;
		const steps: [keys: string, shown: string][] = [
			[`node -e "${server}" 2>&1 | grep -n read | cut -c 1-7\r`, '1:ready\n'],
			// On a busy machine the first lines come at once; what matters is that more come while it runs.
			['', ':read'],
			['\x03', '❯'],
			['yes | cat | grep -c n\r', '\n'],
			['\x03', '❯'],
			['echo rc=$?\r', 'rc=130\n']
		];
		await shows('❯');
		for (const [keys, shown] of steps) {
			await input.write(keys);
			await shows(shown);
		}
		await input.write('\x04');
		return { bounded, program, tooLarge, exit: await shell.exit };
	});
	expect(seen).toEqual({
		bounded: { output: 'y\ny\ny\n', code: 0 },
		program: { output: expect.stringMatching(/^(?=[^]*EPIPE)(?=y\ny\n|EPIPE\ny\ny\n)[^]*rc=0\n$/), code: 0 },
		tooLarge: { output: 'sort: input is too large: this tool can hold at most 64 MiB of it\nrc=1\n', code: 0 },
		exit: 0
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

test('kill ends what ignores signals, busy loops and what they started', async () => {
	const seen = await inPage(async () => {
		const running = async (source: string) => {
			const child = await container.spawn('node', ['-e', source]);
			const reader = child.output.getReader();
			let printed = '';
			while (!printed.includes('up')) printed += (await reader.read()).value ?? '';
			const startedAt = performance.now();
			child.kill();
			const code = await child.exit;
			return [code, performance.now() - startedAt > 1500 ? 'by force' : 'at once'];
		};
		const deaf = `for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => {});`;
		const grandchild = `${deaf} require('net').createServer().listen(3911, () => console.log('up')); setInterval(() => {}, 1e5)`;
		const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit', detached: true })`;
		const results = [
			await running(`console.log('up'); while (true) {}`),
			await running(`${deaf} console.log('up'); while (true) {}`),
			await running(`${deaf} console.log('up'); setInterval(() => {}, 1e5)`),
			await running(parent)
		];
		for (let tries = 0; ; tries++) {
			const probe = await node(`fetch('http://127.0.0.1:3911').then(() => 1, (e) => console.log(e.cause.code))`);
			if (probe.output.includes('ECONNREFUSED')) return results;
			if (tries > 60) return [...results, 'the grandchild lives'];
		}
	});
	expect(seen).toEqual([
		[143, 'at once'],
		[137, 'by force'],
		[137, 'by force'],
		[143, 'at once']
	]);
});

test('Ctrl-C after a flood of output brings the prompt back at once', async () => {
	const waitedMs = await inPage(async () => {
		const shell = await container.spawn('jsh', [], { terminal: { cols: 80, rows: 24 } });
		let tail = '';
		let length = 0;
		const reader = shell.output.getReader();
		void (async () => {
			for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
				tail = (tail + chunk.value).slice(-2000);
				length += chunk.value.length;
			}
		})();
		const until = async (isSo: () => boolean) => {
			for (let tries = 0; !isSo(); tries++) {
				if (tries > 1000) throw new Error(`waited in vain; the end is ${JSON.stringify(tail.slice(-200))}`);
				await new Promise((done) => setTimeout(done, 10));
			}
		};
		const input = shell.input.getWriter();
		await until(() => tail.includes('❯'));
		await input.write('yes\r');
		await until(() => length > 3_000_000);
		const startedAt = performance.now();
		await input.write('\x03');
		await until(() => tail.includes('❯'));
		const ms = performance.now() - startedAt;
		await input.write('exit\r');
		await shell.exit;
		return ms;
	});
	expect(waitedMs).toBeLessThan(500);
});

test('a paused terminal makes its program wait', async () => {
	const seen = await inPage(async () => {
		const terminal = { cols: 80, rows: 24 };
		const source = `const block = 'y'.repeat(1e5); let n = 0; setInterval(() => require('fs').writeFileSync('/tmp/n', String(n)), 5); const f = () => process.stdout.write(block, () => { n++; if (n < 60) setImmediate(f); else process.exit() }); f()`;
		const child = await container.spawn('node', ['-e', source], { terminal });
		child.resize({ ...terminal, ...{ isOutputPaused: true } });
		let length = 0;
		const ended = child.output.pipeTo(new WritableStream({ write: (text) => void (length += text.length) }));
		let before = -1;
		for (let same = 0; same < 5;) {
			await new Promise((done) => setTimeout(done, 50));
			same = length === before ? same + 1 : 0;
			before = length;
		}
		child.resize({ ...terminal, ...{ isOutputPaused: false } });
		await child.exit;
		await ended;
		return { isHeld: before < 1_000_000, length };
	});
	expect(seen).toEqual({ isHeld: true, length: 6_000_000 });
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
	expect(await tab.get(3007, '/')).toMatchObject({ status: 200 });
	const frame = tab.page.frames().find((one) => one.url().includes('//p3007.') && !one.url().includes('/__wc/'));
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
