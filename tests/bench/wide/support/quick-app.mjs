/** Apps as the built-in model writes them, without the tab: its files beside a frame's cached packages, built and started with Node. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createServer } from 'vite';
import { installFrame } from '../../../../scripts/frame.mjs';
import { startNatively } from './native-app.mjs';

const ROOT = join(import.meta.dirname, '../../../..');

/** @param {{ keep?: boolean }} options `keep`: the folders stay, and where they are is printed */
export async function quickBuilder({ keep = false } = {}) {
	// The model's modules are TypeScript that reads templates by `import.meta.glob`: Vite alone can load them.
	const vite = await createServer({
		root: ROOT,
		logLevel: 'error',
		appType: 'custom',
		server: { middlewareMode: true, hmr: false, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true, include: [] }
	});
	const { generateApp } = await vite.ssrLoadModule('/workers/builtin-model/generate-app.ts');
	return {
		/** @throws Error where the model declines, or the app does not build or start */
		async start(id, requirement) {
			const { blueprint, files } = await generateApp(requirement);
			if (blueprint.doubt && !blueprint.doubt.isBuildable) throw new Error(`it declines: ${blueprint.doubt.message}`);
			// A site has the packages of the full-stack frame.
			const packages = blueprint.frame === 'client' ? 'client' : 'fullstack';
			const folder = join(installFrame(packages), `wide-${id}`);
			rmSync(folder, { recursive: true, force: true });
			for (const [path, text] of files) {
				mkdirSync(dirname(join(folder, path)), { recursive: true });
				writeFileSync(join(folder, path), text);
			}
			if (keep) console.log(`${id}: ${folder}`);
			const app = await startNatively(folder);
			const stop = async () => {
				await app.stop();
				if (!keep) rmSync(folder, { recursive: true, force: true });
			};
			const claims = blueprint.requirements.flatMap(({ criteria }) => criteria);
			const { frame, notUnderstood: unbuilt } = blueprint;
			return { ...app, stop, frame, ok: true, claims, unbuilt };
		},
		dispose: () => vite.close()
	};
}
