/** Specs that name a folder or an archive of the disk. */

/** The absolute folder or archive that `file:../x`, `link:../x` or `./x` names; null for other specs. */
export function localFolder(spec: string, from: string): string | null {
	const match = /^(?:file:|link:)(.*)$/.exec(spec) ?? /^(\.{0,2}\/.*|\.{1,2})$/.exec(spec);
	if (!match) return null;
	const path = (match[1] ?? '').replace(/^\/\/(?=\/)/, '');
	const parts: string[] = [];
	for (const part of (path.startsWith('/') ? path : `${from}/${path}`).split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return `/${parts.join('/')}`;
}
