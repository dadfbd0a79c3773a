import type { FileContent } from './file-content';
import { AppError } from '../domain/app-error';
import { readManifest, type Manifest } from './manifest';
import { STATIC_SERVER } from './static-server';

/** How a project is brought up: a command of the container, and what the screen says of it. */
export interface StartPlan {
	step: string;
	command: string;
	args: string[];
}

/** Scripts that start an app, the one for working on it first. */
export const START_SCRIPTS = ['dev', 'start', 'serve', 'preview'];
/** Where a page lies that needs no build, the likeliest first. */
export const PAGES = ['index.html', 'public/index.html', 'src/index.html', 'docs/index.html'];

/**
 * A project's own script, else its server, else its page as it is; undefined when nothing of that is there.
 * @throws AppError START_FAILED when package.json cannot be read
 */
export function startPlan(files: Pick<ReadonlyMap<string, FileContent>, 'get' | 'has'>): StartPlan | undefined {
	const own = packageOf(files);
	const script = START_SCRIPTS.find((name) => own?.scripts.has(name));
	if (script) return { step: 'Starting the app', command: 'npm', args: ['run', script] };
	if (own?.packages.has('vite')) return { step: 'Starting Vite', command: 'npx', args: ['vite'] };
	if (files.has('server.js')) return { step: 'Starting server.js', command: 'node', args: ['server.js'] };
	const page = PAGES.find((path) => files.has(path));
	const folder = page?.slice(0, -'/index.html'.length) || '.';
	return page ? { step: `Serving ${page}`, command: 'node', args: ['-e', STATIC_SERVER, folder] } : undefined;
}

/** What a person can do with a project that nothing starts by itself, in a sentence or two. */
export function startHint(files: ReadonlyMap<string, FileContent>): string {
	if (files.size === 0) return 'The project has no files yet.';
	const own = packageOf(files);
	// Names that say more than a name, such as control characters, are for nobody to type.
	const names = [...(own?.scripts.keys() ?? [])].filter((name) => /^[\w:.-]+$/.test(name));
	const scripts = names.map((name) => `npm run ${name}`);
	const can = scripts.length > 0 ? `In the terminal, run ${scripts.slice(0, 6).join(', ')}. ` : '';
	const how = own
		? 'Add a "dev" or "start" script to package.json'
		: 'Add a package.json with a "dev" or "start" script, or an index.html';
	return `Nothing here says how to start an app. ${can}${how}, then start it here.`;
}

/** Undefined where there is none. */
function packageOf(files: Pick<ReadonlyMap<string, FileContent>, 'get'>): Manifest | undefined {
	const manifest = readManifest(files.get('package.json'));
	if (manifest === 'broken')
		throw new AppError('START_FAILED', 'package.json is no valid JSON. Correct it in the editor, then start the app again.');
	return manifest === 'none' ? undefined : manifest;
}
