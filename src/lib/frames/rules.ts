/** Rules that every frame has. They read text, not syntax trees: what cannot be told for sure from the text is left to the tests. */

export interface RuleFacts {
	/** Ids of the blueprint's criteria. */
	criteria: ReadonlySet<string>;
	/** Names of the packages in package.json. */
	packages: ReadonlySet<string>;
}

/** What a text breaks, in words that say what to do. */
export type Rule = (text: string, facts: RuleFacts) => string[];

export const isTest = (path: string) => /\.test\.tsx?$/.test(path);

export const foreignPackages: Rule = (text, { packages }) => {
	const imported = [...text.matchAll(/^(?:import|export)\b[^'"]*from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]/gm)];
	const names = imported.map(([, from, bare]) => packageOf(from ?? bare ?? ''));
	const unknown = new Set(names.filter((name) => name && !packages.has(name) && !name.startsWith('node:')));
	return [...unknown].map((name) => `'${name}' is not in package.json. The app has no other packages: do without it.`);
};

/** The package of an import; empty for a file of the app. */
function packageOf(from: string): string {
	if (/^[./]/.test(from)) return '';
	return from
		.split('/')
		.slice(0, from.startsWith('@') ? 2 : 1)
		.join('/');
}

/** Titles of tests that name no criterion of the blueprint. */
export const titleRules: Rule = (text, { criteria }) => {
	const unknown = [...criteriaNamed(text)].filter((id) => !criteria.has(id));
	return unknown.map((id) => `a test names ${id}, which is no criterion of the blueprint; a frozen test finds that.`);
};

/** The ids that the titles of tests in a text name; each counts. */
export function criteriaNamed(text: string): Set<string> {
	return new Set(titlesIn(text).flatMap((title) => title.match(/\bR\d+\.\d+\b/g) ?? []));
}

function titlesIn(text: string): string[] {
	const calls = text.matchAll(/\b(?:test|it)(?:\.\w+(?:\([^)]*\))?)*\(\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)"|`([^`]*)`)/g);
	return [...calls].map(([, ...quoted]) => quoted.find((title) => title !== undefined) ?? '');
}
