import type { FileContent } from './file-content';
import { NO_MANIFEST, readManifest } from './manifest';
import { PAGES, START_SCRIPTS } from './start-plan';

/** What a project is that was made elsewhere, as far as its files tell: what installs it, what it is made with, which checks it brings. */

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';
export type TestRunner = 'vitest' | 'jest' | 'mocha' | 'node' | 'other';

/** A check of the project's own: a script of its package.json, or a program that it has the packages for. */
export type OwnCheck = { script: string; line: string } | { program: 'tsc' };

export interface ProjectKind {
	/** Whether there is a package.json that can be read. */
	manifest: 'none' | 'broken' | 'read';
	packageManager: PackageManager;
	/** There is a lock file that npm understands. */
	isLocked: boolean;
	/** As a person calls what it is made with, such as 'Express'. */
	framework?: string;
	/** What answers at its start address. */
	serves: 'page' | 'api' | 'nothing';
	checks: {
		types?: OwnCheck;
		lint?: OwnCheck & { script: string };
		tests?: OwnCheck & { script: string; runner: TestRunner };
		build?: OwnCheck & { script: string };
	};
	/** Of package.json, by name. */
	packages: ReadonlyMap<string, string>;
}

/** Where texts of a project can be looked up. */
export type LookedUpFiles = Pick<ReadonlyMap<string, FileContent>, 'get' | 'has'>;

/** A workspace's files, to be looked up. */
export const lookedUp = (files: { read(path: string): string | undefined }): LookedUpFiles => ({
	get: (path) => files.read(path),
	has: (path) => files.read(path) !== undefined
});

/** What a page is made with, the most telling first: what is built on others stands before them. */
const PAGE_FRAMEWORKS: Readonly<Record<string, string>> = {
	...{
		next: 'Next.js',
		nuxt: 'Nuxt',
		astro: 'Astro',
		'@sveltejs/kit': 'SvelteKit',
		'@remix-run/react': 'Remix',
		gatsby: 'Gatsby'
	},
	...{
		'@angular/core': 'Angular',
		vue: 'Vue',
		svelte: 'Svelte',
		'solid-js': 'Solid',
		preact: 'Preact',
		react: 'React',
		lit: 'Lit'
	}
};
const SERVER_FRAMEWORKS: Readonly<Record<string, string>> = {
	...{
		'@nestjs/core': 'NestJS',
		express: 'Express',
		fastify: 'Fastify',
		koa: 'Koa',
		hono: 'Hono',
		'@hapi/hapi': 'hapi',
		polka: 'Polka'
	}
};
/** Those that make their pages themselves; with the others, there is an index.html. */
const MAKES_ITS_PAGES = new Set(['next', 'nuxt', 'astro', '@sveltejs/kit', '@remix-run/react', 'gatsby', '@angular/core']);
const LOCKS: readonly (readonly [path: string, manager: PackageManager])[] = [
	['pnpm-lock.yaml', 'pnpm'],
	['yarn.lock', 'yarn'],
	['bun.lock', 'bun'],
	['bun.lockb', 'bun']
];
const TYPE_SCRIPTS = ['typecheck', 'type-check', 'check:types', 'check-types', 'types:check', 'tsc'];
/** What `npm init` writes where there are no tests. */
const PLACEHOLDER = /no test specified/;
const RUNNERS: readonly (readonly [pattern: RegExp, runner: TestRunner])[] = [
	[/^(?:npx )?vitest\b/, 'vitest'],
	[/^(?:npx )?jest\b/, 'jest'],
	[/^(?:npx )?mocha\b/, 'mocha'],
	[/^node\b.*(?:^|\s)--test\b/, 'node']
];

export function projectKind(files: LookedUpFiles): ProjectKind {
	const manifest = readManifest(files.get('package.json'));
	const { scripts, packages, packageManager } = typeof manifest === 'object' ? manifest : NO_MANIFEST;
	const [pageFramework, serverFramework] = [PAGE_FRAMEWORKS, SERVER_FRAMEWORKS].map((labels) =>
		Object.entries(labels).find(([name]) => packages.has(name))
	);
	const hasPage = PAGES.some((path) => files.has(path));
	const isPage = hasPage || (pageFramework !== undefined && MAKES_ITS_PAGES.has(pageFramework[0]));
	const isServer = serverFramework !== undefined || START_SCRIPTS.some((name) => scripts.has(name)) || files.has('server.js');
	const framework = (isPage ? (pageFramework ?? serverFramework) : (serverFramework ?? pageFramework))?.[1];
	return {
		manifest: typeof manifest === 'object' ? 'read' : manifest,
		packageManager: packageManagerOf(files, packageManager),
		isLocked: files.has('package-lock.json') || files.has('npm-shrinkwrap.json'),
		...(framework ? { framework } : {}),
		serves: isPage ? 'page' : isServer ? 'api' : 'nothing',
		checks: checksOf(scripts, { packages, files }),
		packages
	};
}

const RUNNER_WORDS: Readonly<Record<TestRunner, string>> = {
	...{ vitest: 'tests with Vitest', jest: 'tests with Jest', mocha: 'tests with Mocha', node: 'tests with node:test' },
	other: 'tests of its own'
};

/** In a few words for a person: 'Express API, npm, tests with node:test'. */
export function kindInWords(kind: ProjectKind): string {
	const { manifest, serves, framework, packages, packageManager, checks } = kind;
	if (manifest === 'broken') return 'A project whose package.json is no valid JSON';
	if (manifest === 'none') return serves === 'page' ? 'Static page' : 'Files without a package.json';
	const what = {
		page: `${framework ?? 'Web'} app${packages.has('vite') ? ' with Vite' : ''}`,
		api: framework ? `${framework} API` : 'Node app',
		nothing: 'Node package'
	}[serves];
	// npm is what installs here, whatever the project's own.
	const manager = packageManager === 'npm' ? 'npm' : `made with ${packageManager}, installed here with npm`;
	return `${what}, ${manager}, ${checks.tests ? RUNNER_WORDS[checks.tests.runner] : 'no tests'}`;
}

function packageManagerOf(files: LookedUpFiles, declared: string): PackageManager {
	const [, named] = /^(npm|pnpm|yarn|bun)@/.exec(declared) ?? [];
	if (named) return named as PackageManager;
	if (files.has('package-lock.json')) return 'npm';
	return LOCKS.find(([path]) => files.has(path))?.[1] ?? 'npm';
}

function checksOf(
	scripts: ReadonlyMap<string, string>,
	{ packages, files }: { packages: ReadonlyMap<string, string>; files: LookedUpFiles }
): ProjectKind['checks'] {
	const own = (names: readonly string[]) => {
		const script = names.find((name) => scripts.get(name)?.trim());
		return script === undefined ? undefined : { script, line: scripts.get(script) ?? '' };
	};
	const isTyped = files.has('tsconfig.json') && packages.has('typescript');
	const types = own(TYPE_SCRIPTS) ?? (isTyped ? ({ program: 'tsc' } as const) : undefined);
	const [lint, build, tests] = [own(['lint']), own(['build']), own(['test'])];
	return {
		...(types ? { types } : {}),
		...(lint ? { lint } : {}),
		...(tests && !PLACEHOLDER.test(tests.line) ? { tests: { ...tests, runner: runnerOf(tests.line) } } : {}),
		...(build ? { build } : {})
	};
}

/** By the last command of the script: what is handed on to it with `--` reaches that one. */
function runnerOf(line: string): TestRunner {
	const last = (line.split(/&&|;/).at(-1) ?? '').trim();
	// Variables before a command, also as cross-env sets them.
	const command = last.replace(/^(?:cross-env\s+)?(?:\w+=\S*\s+)*/, '');
	if (/[|&]/.test(command)) return 'other';
	return RUNNERS.find(([pattern]) => pattern.test(command))?.[1] ?? 'other';
}
