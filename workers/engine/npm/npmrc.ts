/** The lines of .npmrc that say which registry a package comes from. */
import type { InstallTarget } from './target';

/** Means the registry that this container was started with. */
const PUBLIC_REGISTRY = /^https?:\/\/registry\.npmjs\.org\/?$/;

export interface RegistryRoutes {
	/** Address without a trailing slash; null: the container's own registry. */
	base: string | null;
	/** `@scope` -> address without a trailing slash, or null. */
	scopes: Map<string, string | null>;
	/** `//host/path/` -> value of the Authorization header. */
	authorization: Map<string, string>;
}

/** @param files texts of .npmrc files, the more important one last */
export function parseNpmrc(files: readonly string[], env: Record<string, string> = {}): RegistryRoutes {
	const routes: RegistryRoutes = { base: null, scopes: new Map(), authorization: new Map() };
	for (const line of files.flatMap((text) => text.split(/\r?\n/))) {
		const match = /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
		if (!match) continue;
		const key = match[1] ?? '';
		const value = (match[2] ?? '')
			.replace(/^(["'])(.*)\1$/, '$2')
			.replace(/\$\{(\w+)\}/g, (whole, name: string) => env[name] ?? whole);
		const auth = /^(\/\/.*):(_authToken|_auth)$/.exec(key);
		if (key === 'registry') routes.base = addressOf(value);
		else if (/^@[^:]+:registry$/.test(key)) routes.scopes.set(key.slice(0, key.indexOf(':')), addressOf(value));
		else if (auth?.[1]) routes.authorization.set(auth[1], `${auth[2] === '_auth' ? 'Basic' : 'Bearer'} ${value}`);
	}
	return routes;
}

/** The user's file, then the project's. */
export async function readNpmrc(target: InstallTarget, cwd: string, env: Record<string, string>): Promise<RegistryRoutes> {
	const paths = [...new Set([env['HOME'], cwd])].filter((folder) => folder !== undefined);
	const bytes = await Promise.all(paths.map((folder) => target.readFile(`${folder}/.npmrc`)));
	return parseNpmrc(
		bytes.map((file) => (file ? new TextDecoder().decode(file) : '')),
		env
	);
}

function addressOf(value: string): string | null {
	return PUBLIC_REGISTRY.test(value) ? null : value.replace(/\/+$/, '');
}
