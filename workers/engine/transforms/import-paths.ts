/** Files beside a module that its static imports name in full: `./x.js`, `../y.mjs`. Absolute paths, below a node_modules folder. */
export function importedPaths(path: string, specifiers: readonly string[]): string[] {
	return specifiers
		.filter((specifier) => /^\.\.?\/[^?#%]*\.m?js$/.test(specifier))
		.map((specifier) => joined(path, specifier))
		.filter((imported) => imported.includes('/node_modules/'));
}

function joined(path: string, specifier: string): string {
	const parts = path.split('/').slice(0, -1);
	for (const part of specifier.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
}
