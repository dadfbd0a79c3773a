import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { CUSTOMER_DASHBOARD } from '../fixtures/requirements.mjs';
import { writeApp } from '../unit/builtin-model/generate';

/** The steps of the app's Dockerfile on this computer, each stage in a folder of its own: what they name is there, and what they make answers. */

interface Step {
	instruction: string;
	rest: string;
}

interface Stage {
	name: string;
	steps: Step[];
}

const project = mkdtempSync(join(tmpdir(), 'tabsmith-docker-'));
const roots: string[] = [project];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true, maxRetries: 3 })));

it('builds and starts by the steps of its Dockerfile', async () => {
	await writeApp(CUSTOMER_DASHBOARD, project);
	const stages = stagesOf(readFileSync(join(project, 'Dockerfile'), 'utf8'));
	const folders = new Map<string, string>();
	let env: NodeJS.ProcessEnv = {};
	let folder = '';
	for (const { name, steps } of stages) {
		folder = mkdtempSync(join(tmpdir(), 'tabsmith-stage-'));
		roots.push(folder);
		folders.set(name, folder);
		env = {};
		for (const step of steps) await carryOut(step, { folder, folders, env });
	}
	const last = stages.at(-1)?.steps ?? [];
	const port = await freePort();
	const command = JSON.parse(last.find(({ instruction }) => instruction === 'CMD')?.rest ?? '[]') as string[];
	const data = { PORT: String(port), DATA_DIR: join(folder, 'data/pg'), SEED: 'demo' };
	const app = spawn(command[0] ?? '', command.slice(1), {
		cwd: folder,
		env: { ...process.env, ...env, ...data },
		stdio: 'ignore'
	});
	try {
		const health = /(http:\/\/127\.0\.0\.1:)\d+(\S+)/.exec(
			last.find(({ instruction }) => instruction === 'HEALTHCHECK')?.rest ?? ''
		);
		const url = `${health?.[1] ?? ''}${port}`;
		await expect.poll(() => statusOf(`${url}${health?.[2] ?? ''}`), { timeout: 60_000, interval: 200 }).toBe(200);
		const page = await fetch(`${url}/`);
		expect([page.status, page.headers.get('content-security-policy')]).toEqual([
			200,
			expect.stringContaining("default-src 'self'")
		]);
	} finally {
		app.kill();
	}
	expect(last.find(({ instruction }) => instruction === 'USER')?.rest).toBe('node');
});

/** Instructions that only mean something to Docker are left out; one that is not known fails. */
async function carryOut(
	{ instruction, rest }: Step,
	stage: { folder: string; folders: Map<string, string>; env: NodeJS.ProcessEnv }
): Promise<void> {
	switch (instruction) {
		case 'WORKDIR':
		case 'USER':
		case 'EXPOSE':
		case 'HEALTHCHECK':
		case 'CMD':
			return;
		case 'ENV':
			for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g)) stage.env[name] = value;
			return;
		case 'COPY': {
			const from = /--from=(\w+)\s+/.exec(rest)?.[1];
			const paths = rest.replace(/--from=\w+\s+/, '').split(/\s+/);
			const source = from ? stage.folders.get(from) : project;
			if (!source) throw new Error(`COPY from a stage that is not there: ${rest}`);
			for (const path of paths.slice(0, -1)) copy(join(source, path.replace(/^\/app\//, '')), stage.folder, path);
			return;
		}
		case 'RUN':
			// What prepares the image's own folders needs its root.
			if (/\bchown\b/.test(rest)) return;
			await promisify(execFile)('sh', ['-ec', rest], {
				cwd: stage.folder,
				env: { ...process.env, VITEST: '', NODE_ENV: undefined, ...stage.env },
				maxBuffer: 2 ** 26
			});
			return;
		default:
			throw new Error(`The test does not know the instruction ${instruction} ${rest}.`);
	}
}

function copy(source: string, folder: string, path: string): void {
	const target = path === '.' ? folder : join(folder, path.replace(/^\/app\//, '').replace(/^\.\//, ''));
	mkdirSync(dirname(target), { recursive: true });
	cpSync(source, target, { recursive: true });
}

function stagesOf(dockerfile: string): Stage[] {
	const stages: Stage[] = [];
	for (const line of dockerfile.replaceAll('\\\n', ' ').split('\n')) {
		const [, instruction = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
		if (instruction === 'FROM') stages.push({ name: /\bAS (\w+)/i.exec(rest)?.[1] ?? '', steps: [] });
		else if (instruction) stages.at(-1)?.steps.push({ instruction, rest });
	}
	return stages;
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	const { port } = server.address() as { port: number };
	await new Promise((done) => server.close(done));
	return port;
}

const statusOf = (url: string) =>
	fetch(url).then(
		({ status }) => status,
		() => 0
	);
