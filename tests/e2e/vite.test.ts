import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTab } from '../../scripts/headless-tab.mjs';

/** A React app on Vite 8: rolldown and lightningcss as WebAssembly, threads over one shared memory. */
const APP: Record<string, string> = {
	'package.json': JSON.stringify({
		name: 'app',
		private: true,
		type: 'module',
		dependencies: { react: '19.3.1', 'react-dom': '19.3.1' },
		devDependencies: { vite: '8.3.8', '@vitejs/plugin-react': '6.1.2' }
	}),
	'vite.config.js': `import react from '@vitejs/plugin-react'; export default { plugins: [react()] };`,
	'index.html': `<!doctype html><div id="root"></div><script type="module" src="/main.tsx"></script>`,
	'main.tsx': `import { createRoot } from 'react-dom/client'; import { App } from './app'; import './app.css';
		createRoot(document.getElementById('root')!).render(<App name="tab" />);`,
	'app.tsx': 'export function App({ name }: { name: string }) { return <h1 className="title">Hello from the {name}</h1>; }',
	'app.css': '.title { color: #ff0000; }'
};

let tab: Awaited<ReturnType<typeof openTab>>;
beforeAll(async () => {
	tab = await openTab();
	await tab.mount(Object.fromEntries(Object.entries(APP).map(([name, contents]) => [name, { file: { contents } }])));
	const { exitCode, output } = await tab.spawn('npm', ['install']);
	expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('added') });
}, 30_000);
afterAll(() => tab.close());

test('Vite 8 builds a React app', async () => {
	const { exitCode, output } = await tab.spawn('npx', ['vite', 'build']);
	expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('built in') });
	const source = `const fs = require('fs'); const text = fs.readdirSync('dist/assets').sort().map((name) => fs.readFileSync('dist/assets/' + name, 'utf8'));
		console.log(text.length, text[0].trim(), text[1].includes('Hello from the '), fs.readFileSync('dist/index.html', 'utf8').includes('/assets/index-'))`;
	const built = await tab.spawn('node', ['-e', source]);
	expect(built.output.trim()).toBe('2 .title{color:red} true true');
});

test('the dev server of Vite 8 renders the app in the preview', async () => {
	const serving = tab.spawn('npx', ['vite', '--port', '5173']);
	try {
		const page = await tab.get(5173, '/');
		expect(page.body).toContain('/@vite/client');
		const preview = tab.page.frames().find((frame) => /^http:\/\/p5173\.[^/]+\/$/.test(frame.url()));
		await expect.poll(() => preview?.locator('body').innerText(), { timeout: 15_000 }).toBe('Hello from the tab');
	} finally {
		await tab.killAll();
		await serving;
	}
});
