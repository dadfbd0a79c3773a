/** Whether a package's archive is the one that a lockfile or a registry names. */
import { NpmError } from './errors';

const ALGORITHMS: Record<string, string> = { sha512: 'SHA-512', sha384: 'SHA-384', sha256: 'SHA-256', sha1: 'SHA-1' };

/** As npm writes it: `sha512-` and base64. */
export async function integrityOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	return `sha512-${await digest('SHA-512', bytes)}`;
}

/** @param path for the message @throws EINTEGRITY */
export async function verify(bytes: Uint8Array<ArrayBuffer>, integrity: string, path: string): Promise<void> {
	// Of several the strongest counts, as npm has it.
	const [name, algorithm] = Object.entries(ALGORITHMS).find(([prefix]) => integrity.includes(`${prefix}-`)) ?? [];
	if (name === undefined || algorithm === undefined)
		throw new NpmError(
			'EINTEGRITY',
			`'${integrity}' of ${path} is no known integrity. Remove package-lock.json and install again.`
		);
	const actual = await digest(algorithm, bytes);
	if (!integrity.split(/\s+/).some((hash) => hash.replace(/\?.*$/, '') === `${name}-${actual}`)) {
		throw new NpmError(
			'EINTEGRITY',
			`Integrity check of ${path} failed: wanted ${integrity} but got ${name}-${actual}. Do not trust this registry, or remove package-lock.json.`
		);
	}
}

async function digest(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest(algorithm, bytes))));
}
