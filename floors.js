/**
 * The floors of src/lib, from the ground up. Each may import those before it, and none above; the types of what is above count as well.
 * ESLint holds every file to it (eslint.config.js), and tests/unit/floors.test.ts draws them from the imports that are there.
 */
export const FLOORS = [
	'async',
	'domain',
	'log',
	'project',
	'models',
	'container',
	'bus',
	'blocks',
	'frames',
	'team',
	'ui',
	'app',
	'screen'
];
