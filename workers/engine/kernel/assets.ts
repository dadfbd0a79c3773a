/** What the build put beside kernel.js, fetched once. Scripts become blob URLs: loading them by address fails under load. */
export interface EngineAssets {
	processUrl: string;
	coldPackUrl: string;
	/** Parts of the engine that few programs need, by name. */
	extraPackUrls: Record<string, string>;
	shapes: unknown;
	/** Source of the shell program and its lazily loaded tools; null when this build has none. */
	shell: { main: Uint8Array; tools: Uint8Array | null } | null;
	/** Source of the npm program (it is npx under that name); null when this build has none. */
	npm: Uint8Array | null;
	/** Address of the engine's folder, with a slash at its end. */
	base: string;
}

const EXTRA_PACKS = ['keys', 'brotli'];
/** Too large to fetch for every container: loaded by address. */
const DISTANT_PACKS = ['brotli-encoder', 'types'];

/** @param base address of the engine's folder, with a slash at its end */
export async function loadAssets(base: string): Promise<EngineAssets> {
	const [processUrl, coldPackUrl, shapes, shell, tools, npm, ...extras] = await Promise.all([
		scriptUrl(base, 'process'),
		scriptUrl(base, 'cold'),
		fetched(base, 'shapes.json').then((response) => response.json() as Promise<unknown>),
		fetchOptional(base, 'sh.cjs'),
		fetchOptional(base, 'sh-tools.cjs'),
		fetchOptional(base, 'npm.cjs'),
		...EXTRA_PACKS.map(async (name) => [name, await scriptUrl(base, name)] as const)
	]);
	return {
		processUrl,
		coldPackUrl,
		extraPackUrls: Object.fromEntries([
			...extras,
			...DISTANT_PACKS.map((name) => [name, new URL(`${base}${name}.js`, location.href).href] as const)
		]),
		shapes,
		shell: shell && { main: shell, tools },
		npm,
		base
	};
}

async function fetched(base: string, name: string): Promise<Response> {
	const response = await fetch(base + name);
	if (!response.ok) throw new Error(`The engine's ${name} is missing (HTTP ${response.status}). Build the engine again.`);
	return response;
}

async function fetchOptional(base: string, name: string): Promise<Uint8Array | null> {
	const response = await fetch(base + name).catch(() => null);
	return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

async function scriptUrl(base: string, name: string): Promise<string> {
	const script = await (await fetched(base, `${name}.js`)).blob();
	return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
