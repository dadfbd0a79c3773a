const MESSAGES: Readonly<Record<string, string>> = {
	ENOENT: 'No such file or directory',
	EISDIR: 'Is a directory',
	ENOTDIR: 'Not a directory',
	EACCES: 'Permission denied',
	EPERM: 'Operation not permitted',
	ENOSPC: 'No space left on device',
	EMFILE: 'Too many open files',
	ELOOP: 'Too many levels of symbolic links',
	E2BIG: 'Argument list too long',
	EBADF: 'Bad file descriptor'
};

/** What a shell says of an error of the system. */
export function systemMessage(error: unknown): string {
	const { code = '', message } = error as NodeJS.ErrnoException;
	return MESSAGES[code] ?? message;
}
