/** Single documents of the registry, with npm's distinction between a package and a version that is not there. */
import { NpmError } from './errors';
import { PACKUMENT_HEADERS, type Registry } from './registry';
import type { Manifest, ManifestReader } from './substitutions';

/** The short document of a package: all versions with what an install needs of them. */
export interface Packument {
	'dist-tags': Record<string, string>;
	versions: Record<string, Manifest>;
}

/** `version`: exact or a tag. @throws E404 without the package, ETARGET without the version */
export async function readManifest(registry: Registry, name: string, version: string): Promise<Manifest> {
	try {
		return (await registry.document(`${packagePath(name)}/${version}`)) as Manifest;
	} catch (error) {
		if (!(error instanceof NpmError) || error.code !== 'E404') throw error;
		await readPackument(registry, name);
		throw noMatchingVersion(name, version);
	}
}

/** @throws E404 */
export async function readPackument(registry: Registry, name: string): Promise<Packument> {
	return (await registry.document(packagePath(name), PACKUMENT_HEADERS)) as Packument;
}

/** Asks for each manifest once. */
export function manifestReader(registry: Registry): ManifestReader {
	const known = new Map<string, Promise<Manifest>>();
	return {
		manifest: (name, version) => {
			const key = `${name}@${version}`;
			const manifest = known.get(key) ?? readManifest(registry, name, version);
			known.set(key, manifest);
			return manifest;
		},
		versions: async (name) => Object.keys((await readPackument(registry, name)).versions)
	};
}

export function packagePath(name: string): string {
	return `/${name.replace('/', '%2f')}`;
}

export function noMatchingVersion(name: string, wanted: string): NpmError {
	return new NpmError('ETARGET', `No matching version found for ${name}@${wanted}.`);
}
