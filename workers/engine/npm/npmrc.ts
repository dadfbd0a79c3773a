/** The keys of .npmrc that say which registry a package comes from, and with what right it is asked. */

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

/** @param settings keys and values as npm has read them, the more important ones last */
export function routesOf(settings: Iterable<readonly [key: string, value: string]>): RegistryRoutes {
	const routes: RegistryRoutes = { base: null, scopes: new Map(), authorization: new Map() };
	const known = new Map(settings);
	for (const [key, value] of known) {
		const [, place = '', kind] = /^(\/\/.*):(_authToken|_auth|_password)$/.exec(key) ?? [];
		if (key === 'registry') routes.base = addressOf(value);
		else if (/^@[^:]+:registry$/.test(key)) routes.scopes.set(key.slice(0, key.indexOf(':')), addressOf(value));
		else if (kind === '_authToken') routes.authorization.set(place, `Bearer ${value}`);
		else if (kind === '_auth') routes.authorization.set(place, `Basic ${value}`);
		else if (kind === '_password') {
			const name = known.get(`${place}:username`);
			if (name !== undefined) routes.authorization.set(place, `Basic ${btoa(`${name}:${atob(value)}`)}`);
		}
	}
	return routes;
}

function addressOf(value: string): string | null {
	return PUBLIC_REGISTRY.test(value) ? null : value.replace(/\/+$/, '');
}
