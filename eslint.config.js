import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { FLOORS } from './floors.js';
import svelteConfig from './svelte.config.js';

/** A package that one floor alone may import: the floor, and the rule for everybody else, who goes through it. */
const only = (name, owner) => [owner, { name, message: `Only src/lib/${owner} imports ${name}: go through it.` }];
const COMLINK = only('comlink', 'bus');
const OPENAI = only('openai', 'models');
const WEBCONTAINER = only('@webcontainer/api', 'container');
const GIT = only('isomorphic-git', 'project');
const ZOD = only('zod', 'domain');
const OWNED = [COMLINK, OPENAI, WEBCONTAINER, GIT, ZOD];
/** Rules of all packages but those that `owner` has. */
const packagesBut = (owner) => OWNED.filter(([other]) => other !== owner).map(([, rule]) => rule);

const TEMPLATE = 'src/lib/frames/*/template';

/** No parameter is called `one`, but in a pair of `one` and `other`; a field that has this name keeps it. */
const NAMED_ONE = [
	":matches(:function, TSFunctionType):not(:has(> Identifier.params[name='other'])) > Identifier.params[name='one']",
	":function > AssignmentPattern.params > Identifier.left[name='one']",
	":function > ArrayPattern.params:not(:has(> Identifier[name='other'])) > Identifier[name='one']",
	":function > ObjectPattern.params > Property[shorthand=false] > Identifier.value[name='one']",
	":function > :matches(ObjectPattern, ArrayPattern).params > RestElement > Identifier[name='one']",
	":function > RestElement.params > Identifier[name='one']"
];

/** No file imports these packages, nor anything that lies in `folders` of src/lib (its types count as well). */
const restrict = (paths, folders = [], message = '') => ({
	'@typescript-eslint/no-restricted-imports': [
		'error',
		{ paths, patterns: folders.length ? [{ regex: `(^\\$lib/|/lib/|^(\\.\\./)+)(${folders.join('|')})/`, message }] : [] }
	]
});

/** A floor may import the floors below it, never those above. */
const floorRules = FLOORS.map((floor, index) => ({
	files: [`src/lib/${floor}/**`],
	rules: restrict(
		packagesBut(floor),
		[...FLOORS.slice(index + 1), 'routes'],
		'Dependencies point down (floors.js): this floor is above yours.'
	)
}));

export default ts.config(
	{
		ignores: [
			...['build/**', '.cache/**', '.svelte-kit/**', 'node_modules/**'],
			...['tests/fixtures/**', 'tests/conformance/programs/**']
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
			...restrict(packagesBut())
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } }
	},
	...floorRules,
	{
		ignores: [`${TEMPLATE}/**`, 'src/lib/blocks/**'],
		rules: {
			'no-restricted-syntax': ['error', ...NAMED_ONE.map((selector) => ({ selector, message: 'Name it by what it is.' }))]
		}
	},
	// What every app is built on: a package of its own, with its own packages, that knows nothing of the IDE.
	{
		files: [`${TEMPLATE}/**/*.{ts,tsx}`],
		extends: [reactHooks.configs.flat.recommended],
		rules: restrict([])
	},
	// Parts of apps, compiled and tested inside their frame.
	{ files: ['src/lib/blocks/*/*.tsx'], extends: [reactHooks.configs.flat.recommended] },
	// A test says itself what a refused call answers with.
	{
		files: [`${TEMPLATE}/src/testing/harness.ts`, `${TEMPLATE}/src/server/site.test.ts`],
		rules: { '@typescript-eslint/no-explicit-any': 'off' }
	},
	{ files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
	{
		files: ['workers/engine/**'],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					paths: packagesBut('bus'),
					patterns: [{ regex: '(^\\$lib/|/src/lib/)', message: 'The engine knows nothing of the floors above.' }]
				}
			]
		}
	},
	{ files: ['tests/**', 'scripts/**'], rules: restrict([]) }
);
