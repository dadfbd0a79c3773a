const MESSAGES: Readonly<Record<number, readonly [code: string, text: string]>> = {
	[-1]: ['EPERM', 'operation not permitted'],
	[-2]: ['ENOENT', 'no such file or directory'],
	[-5]: ['EIO', 'i/o error'],
	[-13]: ['EACCES', 'permission denied'],
	[-16]: ['EBUSY', 'resource busy or locked'],
	[-17]: ['EEXIST', 'file already exists'],
	[-20]: ['ENOTDIR', 'not a directory'],
	[-21]: ['EISDIR', 'illegal operation on a directory'],
	[-22]: ['EINVAL', 'invalid argument'],
	[-28]: ['ENOSPC', 'no space left on device'],
	[-36]: ['ENAMETOOLONG', 'name too long'],
	[-39]: ['ENOTEMPTY', 'directory not empty'],
	[-40]: ['ELOOP', 'too many symbolic links encountered']
};

/** An error as Node prints it. Only its message survives the way to the client, so it starts with the code. */
export function errnoError(errno: number, syscall: string, path: string): Error {
	const [code, text] = MESSAGES[errno] ?? ['EIO', `unknown error ${errno}`];
	return Object.assign(new Error(`${code}: ${text}, ${syscall} '${path}'`), { code, errno, syscall, path });
}

/** The result itself, unless it is a negative errno. */
export function checked(result: number, syscall: string, path: string): number {
	if (result < 0) throw errnoError(result, syscall, path);
	return result;
}
