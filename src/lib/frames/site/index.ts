/** The site frame: the client frame's pages and blocks over a server, where content is shared between people or managed behind a sign-in. */
import { client, clientFrame } from '../client';
import { fillIn } from '../fill-in';
import type { AppNames, Frame } from '../frame';
import guide from './guide.md?raw';

const overlay = import.meta.glob<string>(['./template/**/*'], {
	query: '?raw',
	import: 'default',
	eager: true,
	exhaustive: true
});
/** What the server has in common with that of management apps: database, limits, passwords, and what it takes to deploy it. */
const shared = import.meta.glob<string>(
	[
		'../fullstack/template/src/server/{address,config,db,db-errors,errors,events,log,migrate,password,same-origin}.ts',
		'../fullstack/template/src/features/session/{guard,limiter,queue}.ts',
		'../fullstack/template/migrations/0001_core.sql',
		'../fullstack/template/{package.json,package-lock.json,Dockerfile,compose.yaml}',
		'../fullstack/template/.{dockerignore,gitignore}',
		'../fullstack/template/.github/workflows/ci.yml'
	],
	{ query: '?raw', import: 'default', eager: true, exhaustive: true }
);
/** Of the client frame, what a site does in another way. */
const REPLACED = new Set(['nginx.conf']);

/** The frame's files by path relative to the app, names filled in. */
export function siteFrame(app: AppNames): Map<string, string> {
	const files = new Map([...clientFrame(app)].filter(([path]) => !REPLACED.has(path)));
	// The device's collections stay, for tests and for what is nobody else's.
	files.set('src/core/device-collection.ts', files.get('src/core/collection.ts') ?? '');
	for (const [path, text] of [...Object.entries(shared), ...Object.entries(overlay)]) {
		const name = path.replace(/^.*?\/template\//, '');
		files.set(name, fillIn(name, text, app));
	}
	return files;
}

export const site: Frame = {
	...client,
	name: 'site',
	line: 'the same pages and blocks over a server, where people share what they write or somebody manages it behind a sign-in: blog, shop with orders, booking, directory, community, survey',
	hasAccounts: true,
	files: siteFrame,
	guideFor: (task) => [client.guideFor(task), client.guideFor(task) && guide.trim()].filter(Boolean).join('\n\n')
};
