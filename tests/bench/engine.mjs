/** The engine beside native Node in the same run: boot, spawn, file reads, requests, installs, vitest, vite. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildEngine } from '../../workers/engine/build/build.mjs';
import { openTab } from '../../scripts/headless-tab.mjs';
import { medianOf } from '../../scripts/median.mjs';
import { pinnedNode } from '../../scripts/pinned-node.mjs';

const READS = `const fs=require('fs');const os=require('os');const dir=require('path').join(os.tmpdir(),'bench-reads');fs.mkdirSync(dir,{recursive:true});
for(let i=0;i<1000;i++)fs.writeFileSync(dir+'/'+i,'x'.repeat(1024));const t=performance.now();
for(let i=0;i<1000;i++)fs.readFileSync(dir+'/'+i);console.log('RESULT',performance.now()-t);`;
const REQUESTS = `const http=require('http');const agent=new http.Agent({keepAlive:true,maxSockets:50});
const s=http.createServer((q,r)=>r.end('ok')).listen(0,async()=>{const port=s.address().port;const get=()=>new Promise((f,j)=>http.get({port,host:'127.0.0.1',agent},(r)=>{r.resume();r.on('end',f)}).on('error',j));
for(let i=0;i<50;i++)await get();const t=performance.now();let n=0;await Promise.all(Array.from({length:50},async()=>{while(n<2000){n++;await get()}}));
console.log('RESULT',2000/((performance.now()-t)/1000));agent.destroy();s.close()});`;
/** Time for the engine to have a spare process ready again. */
const SPAWN_PAUSE_MS = 500;
const EXPRESS = { name: 'bench', private: true, dependencies: { express: '5.2.1' } };
const REACT = {
	name: 'bench',
	private: true,
	dependencies: { react: '19.3.1', 'react-dom': '19.3.1' },
	devDependencies: { vite: '7.3.8', '@vitejs/plugin-react': '5.1.1', typescript: '6.0.3' }
};

const SUITE = `import { expect, test } from 'vitest'; import { sum } from '../src/sum';
for (let n = 0; n < 20; n++) test('adds ' + n, () => expect(sum(n, 1)).toBe(n + 1));`;
/** A small React app with tests. */
const TOOLS = {
	'package.json': JSON.stringify({ ...REACT, type: 'module', devDependencies: { ...REACT.devDependencies, vitest: '4.1.12' } }),
	'vite.config.ts': `import react from '@vitejs/plugin-react'; export default { plugins: [react()] };`,
	'tsconfig.json': JSON.stringify({
		compilerOptions: {
			strict: true,
			jsx: 'react-jsx',
			module: 'esnext',
			moduleResolution: 'bundler',
			target: 'es2022',
			skipLibCheck: true,
			noEmit: true,
			lib: ['es2022', 'dom'],
			types: []
		},
		include: ['src']
	}),
	'index.html': '<!doctype html><div id="root"></div><script type="module" src="/src/main.jsx"></script>',
	'src/main.jsx': `import { createRoot } from 'react-dom/client'; import { sum } from './sum'; createRoot(document.getElementById('root')).render(<h1>{sum(1, 2)}</h1>);`,
	'src/sum.ts': 'export const sum = (a: number, b: number): number => a + b;',
	'test/a.test.ts': SUITE,
	'test/b.test.ts': SUITE,
	'test/c.test.ts': SUITE
};
/** From the start of the process to a listening dev server, then out. */
const VITE_READY = `import('vite').then(async ({ createServer }) => { const server = await createServer({ server: { port: 5199 } }); await server.listen(); process.exit(0); });`;

export default async function run({ runs, report }) {
	await buildEngine({ log: () => {} });
	const node = pinnedNode();
	const boots = [];
	for (let i = 0; i < runs; i++) {
		const tab = await openTab();
		const result = await tab.spawn('node', ['-e', 'console.log(1)']);
		boots.push(tab.bootMs + result.ms);
		if (i < runs - 1) await tab.close();
		else await measure(tab, { runs, report, node, boots });
	}
}

async function measure(tab, { runs, report, node, boots }) {
	const native = (args, options = {}) => {
		const start = performance.now();
		const { stdout, status } = spawnSync(node, args, { encoding: 'utf8', ...options });
		if (status !== 0) throw new Error(`native node ${args[0]} failed`);
		return { ms: performance.now() - start, stdout };
	};
	const ours = async (args) => {
		const result = await tab.spawn('node', args);
		if (result.exitCode !== 0) throw new Error(`node in the tab failed (${result.exitCode}): ${result.output.slice(0, 400)}`);
		return result;
	};
	const resultOf = (text) => Number(/RESULT ([\d.]+)/.exec(text)?.[1]);
	const hello = ['-e', 'console.log(1)'];
	boots.sort((a, b) => a - b);
	report({ measure: 'boot to first log', unit: 'ms', ours: boots[Math.floor(boots.length / 2)] });
	const pause = () => new Promise((done) => setTimeout(done, SPAWN_PAUSE_MS));
	report({
		measure: 'spawn to exit, now and then',
		unit: 'ms',
		ours: await medianOf(runs + 4, async () => (await pause(), (await ours(hello)).ms)),
		native: await medianOf(runs + 4, async () => (await pause(), native(hello).ms))
	});
	report({
		measure: 'spawn to exit, one after the other',
		unit: 'ms',
		ours: await medianOf(runs + 8, async () => (await ours(hello)).ms),
		native: await medianOf(runs + 8, () => native(hello).ms)
	});
	report({
		measure: '1000 reads of 1 KiB',
		unit: 'ms',
		ours: await medianOf(runs, async () => resultOf((await ours(['-e', READS])).output)),
		native: await medianOf(runs, () => resultOf(native(['-e', READS]).stdout))
	});
	report({
		measure: 'requests per second, 50 at once',
		unit: '1/s',
		ours: await medianOf(runs, async () => resultOf((await ours(['-e', REQUESTS])).output)),
		native: await medianOf(runs, () => resultOf(native(['-e', REQUESTS]).stdout))
	});
	for (const [name, manifest] of [
		['express', EXPRESS],
		['React + Vite', REACT]
	])
		await installs(tab, { name, manifest, runs, report });
	await tools(tab, { runs, report, node });
	report({ measure: 'longest main-thread task', unit: 'ms', ours: await tab.longestTaskMs() });
	report({ measure: 'peak memory', unit: 'MiB', ours: tab.peakMemoryMiB() });
	await tab.close();
}

/** A small project with vitest and vite, installed on both sides; each measure from the command to its end or its word. */
async function tools(tab, { runs, report, node }) {
	const folder = mkdtempSync(join(tmpdir(), 'bench-tools-'));
	for (const [path, text] of Object.entries(TOOLS)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
	await tab.spawn('mkdir', ['tools']);
	await tab.page.evaluate(async (tree) => globalThis.container.mount(tree, { mountPoint: 'tools' }), asTree(TOOLS));
	const installed = await tab.spawn('npm', ['install'], { cwd: 'tools' });
	if (installed.exitCode !== 0) throw new Error(`npm install in the tab failed: ${installed.output.slice(-600)}`);
	for (const [measure, args] of [
		['vitest, 3 files of 20 tests', ['node_modules/vitest/vitest.mjs', 'run']],
		['vite build, React app', ['node_modules/vite/bin/vite.js', 'build']],
		['tsc, React app', ['node_modules/typescript/bin/tsc', '--noEmit']]
	]) {
		const once = async () => {
			const result = await tab.spawn('node', args, { cwd: 'tools' });
			if (result.exitCode !== 0) throw new Error(`${measure} failed in the tab: ${result.output.slice(-600)}`);
			return result.ms;
		};
		// The first one compiles what the later ones find compiled.
		const first = await once();
		const ours = await medianOf(runs, once);
		const native = await medianOf(runs, () => {
			const start = performance.now();
			execFileSync(node, args, { cwd: folder, stdio: 'ignore' });
			return performance.now() - start;
		});
		report({ measure: `${measure}, first run in the tab`, unit: 'ms', ours: first, native });
		report({ measure, unit: 'ms', ours, native });
	}
	const serve = ['-e', VITE_READY];
	report({
		measure: 'vite dev server ready',
		unit: 'ms',
		ours: await medianOf(runs, async () => (await tab.spawn('node', serve, { cwd: 'tools' })).ms),
		native: await medianOf(runs, () => {
			const start = performance.now();
			execFileSync(node, serve, { cwd: folder, stdio: 'ignore' });
			return performance.now() - start;
		})
	});
	rmSync(folder, { recursive: true, force: true });
}

/** Flat paths as the client's tree. */
function asTree(files) {
	const tree = {};
	for (const [path, contents] of Object.entries(files)) {
		const parts = path.split('/');
		const name = parts.pop();
		let at = tree;
		for (const part of parts) at = (at[part] ??= { directory: {} }).directory;
		at[name] = { file: { contents } };
	}
	return tree;
}

/** Cold: nothing cached. Warm: the store holds every package; native with its own cache. */
async function installs(tab, { name, manifest, runs, report }) {
	const folder = mkdtempSync(join(tmpdir(), 'bench-install-'));
	const cache = join(folder, 'cache');
	const nativeInstall = () => {
		rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
		rmSync(join(folder, 'package-lock.json'), { force: true });
		writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
		const start = performance.now();
		execFileSync('npm', ['install', '--no-audit', '--no-fund', '--cache', cache], { cwd: folder, stdio: 'ignore' });
		return performance.now() - start;
	};
	const dir = `bench-${name.replace(/\W+/g, '').toLowerCase()}`;
	const install = async () => {
		await tab.spawn('node', [
			'-e',
			`const fs=require('fs');fs.rmSync('${dir}',{recursive:true,force:true});fs.mkdirSync('${dir}');fs.writeFileSync('${dir}/package.json',${JSON.stringify(JSON.stringify(manifest))})`
		]);
		const result = await tab.spawn('npm', ['install'], { cwd: dir });
		if (result.exitCode !== 0) throw new Error(`npm install in the tab failed: ${result.output.slice(-600)}`);
		return result.ms;
	};
	mkdirSync(cache, { recursive: true });
	report({ measure: `npm install, ${name}, cold`, unit: 'ms', ours: await install(), native: nativeInstall() });
	report({
		measure: `npm install, ${name}, warm`,
		unit: 'ms',
		ours: await medianOf(runs, install),
		native: await medianOf(1, nativeInstall)
	});
	rmSync(folder, { recursive: true, force: true });
}
