import type { LocalArchive } from '../local-archives';
import type { ManifestSource } from '../manifest-source';

declare const state: {
	files: Map<string, string>;
	source: ManifestSource | null;
	archives: Map<string, LocalArchive>;
	readTar: ((resolved: string, integrity: string | undefined) => Promise<Uint8Array>) | null;
};
export default state;
