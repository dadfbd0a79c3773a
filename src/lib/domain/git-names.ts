/** Names that git, on some disk, would take for its own folder: a file below one could be a hook or a setting that runs programs. */

/** Code points that HFS+ ignores when it compares names. @source git, utf8.c `next_hfs_char` */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
/** In any case; NTFS also knows it by its short name, drops dots and spaces at the end, and puts a stream after a colon. @source git, path.c `is_ntfs_dotgit` */
const GIT_FOLDER = /^(\.git|git~1)[ .]*(:[^]*)?$/i;

/** Whether a part of a path names git's folder on any file system: `.git`, `.GIT`, `git~1`, `.git::$INDEX_ALLOCATION`. Not `.gitignore` or `.gitmodules`. */
export function isGitName(part: string): boolean {
	return GIT_FOLDER.test(part.replace(IGNORED_BY_HFS, ''));
}

/** Whether a path leads into git's folder at any depth. A backslash separates, as on Windows. */
export function isGitPath(path: string): boolean {
	return path.split(/[/\\]/).some(isGitName);
}
