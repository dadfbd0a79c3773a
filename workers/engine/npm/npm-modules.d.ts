/** Types of the npm libraries that ship none: only what the resolver uses. */
declare module '@npmcli/arborist' {
	export default class Arborist {
		constructor(options: Record<string, unknown>);
		buildIdealTree(options?: {
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
