import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildShell } from '../../../../workers/engine/shell/build-shell.mjs';

let folder: string;
let server: Server;
let base: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'own-tools-'));
	await buildShell(folder);
	server = createServer(async (request, response) => {
		const body = await text(request);
		if (request.url === '/to') return response.writeHead(302, { location: '/end' }).end();
		response.writeHead(request.url === '/no' ? 404 : 200, { 'x-seen': String(request.headers['x-mine']) });
		response.end(`${request.method} ${request.url} ${request.headers['content-type'] ?? '-'} ${body}\n`);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.close();
	rmSync(folder, { recursive: true, force: true });
});

async function run(line: string) {
	const child = spawn(process.execPath, [join(folder, 'sh.cjs'), '-c', line], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
	const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
	return { stdout, stderr, status: child.exitCode };
}

test('curl asks, sends, follows and keeps', async () => {
	expect(await run(`curl -s ${base}/a?b=c`)).toEqual({ stdout: 'GET /a?b=c - \n', stderr: '', status: 0 });
	expect((await run(`curl -sd a=1 -d b=2 ${base}/`)).stdout).toBe('POST / application/x-www-form-urlencoded a=1&b=2\n');
	expect((await run(`curl -X PUT --json '{"a":1}' ${base}/`)).stdout).toBe('PUT / application/json {"a":1}\n');
	expect((await run(`curl -L ${base}/to`)).stdout).toBe('GET /end - \n');
	expect((await run(`curl -i -H 'X-Mine: yes' ${base}/`)).stdout).toMatch(/^HTTP\/1.1 200 OK\r\nx-seen: yes\r\n[^]*\r\n\r\nGET/);
	expect((await run(`curl -I ${base}/`)).stdout).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*\r\n\r\n$/);
	expect((await run(`curl -so kept.txt -w '%{http_code}' ${base}/`)).stdout).toBe('200');
	expect(readFileSync(join(folder, 'kept.txt'), 'utf8')).toBe('GET / - \n');
});

test("curl fails with curl's own codes", async () => {
	const refused = await run('curl http://127.0.0.1:9/');
	expect(refused).toMatchObject({ stdout: '', status: 7, stderr: expect.stringContaining('curl: (7) Failed to connect') });
	expect(await run(`curl -f ${base}/no`)).toMatchObject({
		stdout: '',
		status: 22,
		stderr: expect.stringContaining('error: 404')
	});
	expect(await run(`curl -sf ${base}/no; echo $?`)).toEqual({ stdout: '22\n', stderr: '', status: 0 });
	expect(await run('curl --nope x')).toMatchObject({ status: 2, stderr: 'curl: option --nope: is unknown\n' });
	expect(await run(`curl -s ${base}/no`)).toMatchObject({ status: 0 });
});

const sleeper = (name: string): ChildProcess => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', name]);

test.runIf(process.platform === 'linux')('ps shows a process, kill and pkill end it', async () => {
	const first = sleeper('first-sleeper');
	const firstExit = once(first, 'exit');
	expect((await run('ps -eo pid,ppid,args')).stdout).toMatch(
		new RegExp(`^ *${first.pid} +${process.pid} node -e .*first-sleeper$`, 'm')
	);
	expect(await run(`ps -o pid= --ppid ${first.pid}`)).toEqual({ stdout: '', stderr: '', status: 1 });
	expect((await run(`ps -o pid --no-headers --ppid ${process.pid}`)).stdout.split(/\s+/)).toContain(String(first.pid));
	expect((await run(`pgrep -P ${process.pid}`)).stdout.split('\n')).toContain(String(first.pid));
	const refused = await run('ps --no-such-option');
	expect([refused.status, refused.stdout, refused.stderr.split('\n')[0]]).toEqual([1, '', 'error: unknown gnu long option']);
	expect(await run(`kill ${first.pid}`)).toEqual({ stdout: '', stderr: '', status: 0 });
	expect((await firstExit)[1]).toBe('SIGTERM');
	const second = sleeper('second-sleeper');
	const secondExit = once(second, 'exit');
	expect((await run('pkill -9 -f ^node.*second-sleeper$')).status).toBe(0);
	expect((await secondExit)[1]).toBe('SIGKILL');
	expect((await run('pkill -f ^node.*second-sleeper$')).status).toBe(1);
});

test('tar packs, lists and unpacks, compressed or not, through files and pipes', async () => {
	await run(
		'mkdir -p t/src/deep && echo one > t/src/a.txt && echo two > t/src/deep/b.sh && chmod 755 t/src/deep/b.sh && ln -s a.txt t/src/link'
	);
	expect(await run('tar czf t/all.tgz -C t src && tar tf t/all.tgz | sort')).toEqual({
		stdout: 'src/\nsrc/a.txt\nsrc/deep/\nsrc/deep/b.sh\nsrc/link\n',
		stderr: '',
		status: 0
	});
	expect(
		await run(
			'tar -xzf t/all.tgz -C t/out --strip-components=1 && cat t/out/a.txt t/out/link && test -x t/out/deep/b.sh && echo runs'
		)
	).toEqual({ stdout: 'one\none\nruns\n', stderr: '', status: 0 });
	expect(
		(await run('tar cf - -C t src | tar xvf - -C t/piped src/deep && cat t/piped/src/deep/b.sh && ls t/piped/src')).stdout
	).toMatch(/src\/deep\/b\.sh\ntwo\ndeep\n$/);
});

test('tar says what it cannot do', async () => {
	expect(await run('tar f x.tar')).toMatchObject({ stderr: "tar: You must specify one of the '-ctx' options\n", status: 2 });
	expect(await run('tar xf nothing.tar')).toMatchObject({ stderr: expect.stringContaining('ENOENT'), status: 2 });
	expect(await run('tar cJf x.tar.xz t')).toMatchObject({ stderr: expect.stringContaining("'-J'"), status: 2 });
});
