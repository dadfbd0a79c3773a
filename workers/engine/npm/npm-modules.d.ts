/** Types of the npm libraries that ship none: only what the resolver uses. */
declare module '@npmcli/arborist' {
	export default class Arborist {
		constructor(options: Record<string, unknown>);
		buildIdealTree(options?: {
			complete?: boolean;
			preferDedupe?: boolean;
			update?: true | { names: string[] };
		}): Promise<{ meta: { commit(): void; toString(options: { format: boolean }): string } }>;
	}
}
declare module 'npm-package-arg' {
	export interface Spec {
		type: string;
		name: string;
		fetchSpec: string;
		registry?: boolean;
		subSpec?: Spec;
		toString(): string;
	}
	const parseSpec: { resolve(name: string, range: string): Spec };
	export default parseSpec;
}
declare module 'npm-pick-manifest' {
	export default function pickManifest<T>(packument: unknown, range: string, options: Record<string, unknown>): T;
}
declare module 'npm-install-checks' {
	const checks: { checkEngine(manifest: unknown, npmVersion: null, nodeVersion: string): void };
	export default checks;
}
declare module 'semver' {
	const semver: {
		clean(version: string, options: { loose: boolean }): string | null;
		valid(version: string, options?: { loose: boolean }): string | null;
		validRange(range: string, options?: { loose: boolean }): string | null;
		subset(range: string, of: string, options: { loose: boolean }): boolean;
		maxSatisfying(versions: string[], range: string, options: { loose: boolean }): string | null;
		satisfies(version: string, range: string, options: { loose: boolean }): boolean;
	};
	export default semver;
}
declare module '@npmcli/config' {
	interface Layer {
		data: Record<string, unknown>;
		source: string | null;
	}
	type Place = 'default' | 'builtin' | 'global' | 'user' | 'project' | 'env' | 'cli';
	export default class NpmConfig {
		constructor(options: Record<string, unknown>);
		load(): Promise<void>;
		readonly loaded: boolean;
		/** What `npm_execpath` says. */
		npmBin: string;
		readonly localPrefix: string;
		readonly globalPrefix: string;
		readonly prefix: string;
		readonly parsedArgv: { remain: string[] };
		/** Options by npm's inner, camel-case names, and the registries and tokens by their keys. */
		readonly flat: Record<string, unknown>;
		readonly data: Map<string, Layer>;
		get(name: string, where?: Place): unknown;
		set(name: string, value: unknown, where: Place): void;
		delete(name: string, where: Place): void;
		save(where: 'global' | 'user' | 'project'): Promise<void>;
		find(name: string): Place | null;
		isDefault(name: string): boolean;
		validate(): boolean;
		logWarnings(): void;
	}
}
declare module '@npmcli/config/lib/definitions' {
	export const definitions: Record<string, { type: unknown }>;
	export const shorthands: Record<string, string[]>;
	export const nerfDarts: string[];
	export const flatten: unknown;
}
declare module 'semver/functions/satisfies' {
	const satisfies: (version: string, range: string, options?: { loose: boolean }) => boolean;
	export default satisfies;
}
declare module 'semver/ranges/valid' {
	const validRange: (range: string, options?: { loose: boolean }) => string | null;
	export default validRange;
}
