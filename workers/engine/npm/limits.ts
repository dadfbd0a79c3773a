/** What one install may unpack: generous beside what is published, small beside what a tab can hold. */
import { NpmError } from './errors';

const MIB = 2 ** 20;
/** Unpacked size of one package. */
export const MAX_PACKAGE_BYTES = 512 * MIB;
/** Unpacked size of one document of a registry; the largest are some 100 MiB. */
export const MAX_DOCUMENT_BYTES = 512 * MIB;
const MAX_INSTALL_BYTES = 2048 * MIB;
const MAX_INSTALL_FILES = 200_000;

/** Adds up what an install is about to write, before it writes anything. */
export class InstallBudget {
	#bytes = 0;
	#files = 0;

	/** @throws ETOOLARGE */
	add(files: readonly { bytes: Uint8Array }[], location: string): void {
		this.#files += files.length;
		for (const { bytes } of files) this.#bytes += bytes.length;
		if (this.#files > MAX_INSTALL_FILES)
			throw tooLarge(`more than ${MAX_INSTALL_FILES} files; '${location}' brings ${files.length} of them`);
		if (this.#bytes > MAX_INSTALL_BYTES) throw tooLarge(`more than ${MAX_INSTALL_BYTES / MIB} MiB, with '${location}'`);
	}
}

function tooLarge(what: string): NpmError {
	return new NpmError('ETOOLARGE', `This install would unpack ${what}. Install fewer packages at once, or smaller ones.`);
}
