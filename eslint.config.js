import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** A package that one floor alone may import; everybody else goes through that floor. */
const only = (name, floor) => ({ name, message: `Only ${floor} imports ${name}: go through it.` });
const COMLINK = only('comlink', 'src/lib/bus');
const OPENAI = only('openai', 'src/lib/models');
const WEBCONTAINER = only('@webcontainer/api', 'src/lib/container');
const GIT = only('isomorphic-git', 'src/lib/project/git-repository.ts');
const restrict = (paths, patterns = []) => ({
	'@typescript-eslint/no-restricted-imports': [
		'error',
		{ paths, patterns: patterns.map((pattern) => ({ ...pattern, allowTypeImports: true })) }
	]
});

/** Dependencies point down: a floor may import the floors below it, never those above (their types alone excepted). */
const above = (...floors) => [
	{
		group: floors.flatMap((floor) => [
			`$lib/${floor}`,
			`$lib/${floor}/*`,
			`**/lib/${floor}/*`,
			`../${floor}/*`,
			`../../${floor}/*`
		]),
		message: 'Dependencies point down (docs/architecture.md): this floor is above yours.'
	}
];

export default ts.config(
	{
		ignores: [
			'build/**',
			'.cache/**',
			'.svelte-kit/**',
			'node_modules/**',
			'src/lib/team/frames/*/template/**',
			'tests/fixtures/**'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs['flat/recommended'],
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node, ...globals.worker } },
		rules: {
			'no-undef': 'off',
			'no-control-regex': 'off',
			// Values here are replaced, never mutated: plain collections behind $state.raw are the point.
			'svelte/prefer-svelte-reactivity': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
			'svelte/no-navigation-without-resolve': 'off',
			...restrict([COMLINK, OPENAI, WEBCONTAINER, GIT])
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } }
	},
	{ files: ['src/lib/bus/**'], rules: restrict([OPENAI, WEBCONTAINER, GIT], above('team', 'workspace', 'ui', 'models')) },
	{ files: ['src/lib/models/**'], rules: restrict([COMLINK, WEBCONTAINER, GIT], above('team', 'workspace', 'ui')) },
	{ files: ['src/lib/container/**'], rules: restrict([COMLINK, OPENAI, GIT], above('team', 'workspace', 'ui')) },
	{
		// run names the blueprint's schema, which the team owns.
		files: ['src/lib/project/**', 'src/lib/run/**'],
		rules: restrict([COMLINK, OPENAI, WEBCONTAINER, GIT], above('workspace', 'ui'))
	},
	{
		files: ['src/lib/project/git-repository.ts'],
		rules: restrict([COMLINK, OPENAI, WEBCONTAINER], above('workspace', 'ui'))
	},
	{ files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
	{ files: ['src/lib/team/**'], rules: restrict([COMLINK, OPENAI, WEBCONTAINER, GIT], above('workspace', 'ui')) },
	{
		files: ['workers/engine/**'],
		rules: restrict(
			[OPENAI, WEBCONTAINER, GIT],
			[{ group: ['$lib/*', '**/src/lib/*'], message: 'The engine knows nothing of the floors above.' }]
		)
	},
	{ files: ['tests/**', 'scripts/**'], rules: restrict([]) }
);
