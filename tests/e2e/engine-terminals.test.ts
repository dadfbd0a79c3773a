import { expect, test } from 'vitest';
import { inPage, useApiTab } from './support/api-tab';

/** Terminals, pipes and signals through the public API. */
useApiTab();

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
		const shell = await openShell();
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
		await shell.play(steps);
		const left = await shell.exit();
		return [await server.exit, left];
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

		const shell = await openShell();
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
		await shell.play(steps);
		return { bounded, program, tooLarge, exit: await shell.exit() };
	});
	expect(seen).toEqual({
		bounded: { output: 'y\ny\ny\n', code: 0 },
		program: { output: expect.stringMatching(/^(?=[^]*EPIPE)(?=y\ny\n|EPIPE\ny\ny\n)[^]*rc=0\n$/), code: 0 },
		tooLarge: { output: 'sort: input is too large: this tool can hold at most 64 MiB of it\nrc=1\n', code: 0 },
		exit: 0
	});
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
