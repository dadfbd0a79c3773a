import { Buffer } from 'buffer/';
import git from 'isomorphic-git';
import { roleLabel, roleOf } from '../domain/role-names';
import type { Commit } from './commits';
import { bytesOf } from './file-content';
import { isGitPath } from '../domain/git-names';
import { MemoryFiles } from './memory-files';

/**
 * A git repository in memory, made commit by commit, with one packfile at the end. The only importer of isomorphic-git.
 * Every file is a plain one (100644), its bytes are stored as they are, and times are in UTC: the log knows no time zone.
 */

const DIR = '/work';
const GIT = `${DIR}/.git`;
const BRANCH = 'main';

// What isomorphic-git expects of its surroundings, wherever it runs.
(globalThis as { Buffer?: unknown }).Buffer ??= Buffer;

export class GitRepository {
	readonly #files = new MemoryFiles();
	readonly #base = { fs: { promises: this.#files }, dir: DIR, cache: {} };

	private constructor() {}

	static async create(): Promise<GitRepository> {
		const repository = new GitRepository();
		await git.init({ ...repository.#base, defaultBranch: BRANCH });
		// What disks do not keep the same is not asked of them, and line ends are nobody's business.
		const settings = { filemode: false, autocrlf: false, ignorecase: undefined, symlinks: undefined };
		for (const [name, value] of Object.entries(settings))
			await git.setConfig({ ...repository.#base, path: `core.${name}`, value });
		return repository;
	}

	/** Those of `paths` that git would not take by itself, were `files` its work tree. */
	static async ignored(files: ReadonlyMap<string, string | Uint8Array>, paths: Iterable<string>): Promise<Set<string>> {
		const { fs, dir } = (await GitRepository.create()).#base;
		for (const [path, content] of files)
			if (path.split('/').at(-1) === '.gitignore') await fs.promises.writeFile(`${dir}/${path}`, bytesOf(content));
		const ignored = new Set<string>();
		for (const filepath of paths) if (isGitPath(filepath) || (await git.isIgnored({ fs, dir, filepath }))) ignored.add(filepath);
		return ignored;
	}

	async commit({ by, timeMs, message, changes }: Commit): Promise<void> {
		const written: string[] = [];
		for (const [path, content] of changes) {
			if (content === undefined) await this.#remove(path);
			else {
				await this.#files.writeFile(`${DIR}/${path}`, bytesOf(content));
				written.push(path);
			}
		}
		if (written.length) await git.add({ ...this.#base, filepath: written, force: true });
		const when = { timestamp: Math.floor(timeMs / 1000), timezoneOffset: 0 };
		await git.commit({
			...this.#base,
			message,
			author: { ...personOf(by), ...when },
			committer: { ...personOf('tabsmith'), ...when }
		});
	}

	/** Puts all objects into one packfile and answers it. */
	async pack(): Promise<Uint8Array> {
		const loose = [...this.#files.below(`${GIT}/objects`).keys()].filter((path) => /^[0-9a-f]{2}\/[0-9a-f]{38}$/.test(path));
		const oids = loose.map((path) => path.replace('/', '')).sort();
		const { filename } = await git.packObjects({ ...this.#base, oids, write: true });
		const filepath = `.git/objects/pack/${filename}`;
		await git.indexPack({ ...this.#base, filepath });
		for (const path of loose) await this.#files.unlink(`${GIT}/objects/${path}`);
		return bytesOf(await this.#files.readFile(`${DIR}/${filepath}`));
	}
	/** The `.git` folder's files, by path from the work tree. */
	folder(): Map<string, Uint8Array> {
		return new Map([...this.#files.below(GIT)].map(([path, content]) => [`.git/${path}`, content]));
	}
	/** The hash of the newest commit. */
	head(): Promise<string> {
		return git.resolveRef({ ...this.#base, ref: BRANCH });
	}

	async #remove(path: string): Promise<void> {
		await this.#files.unlink(`${DIR}/${path}`);
		await git.remove({ ...this.#base, filepath: path });
	}
}

/** One file with a whole history, to clone or fetch from. @source gitformat-bundle(5), version 2 */
export function bundleOf(head: string, pack: Uint8Array): Uint8Array<ArrayBuffer> {
	const header = new TextEncoder().encode(`# v2 git bundle\n${head} HEAD\n${head} refs/heads/${BRANCH}\n\n`);
	const bundle = new Uint8Array(header.length + pack.length);
	bundle.set(header);
	bundle.set(pack, header.length);
	return bundle;
}

/** All agents of a role are one author: 'backend-2' is 'Backend <backend@tabsmith.invalid>'. */
function personOf(by: string): { name: string; email: string } {
	const role = roleOf(by);
	const mailbox =
		role
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '') || 'agent';
	// To git, the person who uses the app is not "You".
	const name = role === 'user' ? 'User' : roleLabel(mailbox === role ? role : mailbox);
	return { name, email: `${mailbox}@tabsmith.invalid` };
}
