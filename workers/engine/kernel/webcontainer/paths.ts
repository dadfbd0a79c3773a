/** A path of the client as an absolute one: everything it names lies in the working directory. `..` stops there. */
export function inWorkingDirectory(workdir: string, path: string): string {
	const relative = path === workdir || path.startsWith(`${workdir}/`) ? path.slice(workdir.length) : path;
	const parts: string[] = [];
	for (const part of relative.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return parts.length ? `${workdir}/${parts.join('/')}` : workdir;
}

/** Joins a name to a directory. */
export function join(directory: string, name: string): string {
	return directory === '/' ? `/${name}` : `${directory}/${name}`;
}
