/**
 * Holds the subjects of commits that the origin does not have (without one: of the last 30) to `type(scope): imperative`, under
 * 72 characters. Merges are left out, and nothing is looked at where there is no git. `npm run check` runs it.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LIMIT = 72;
const RECENT = 30;
/** When this was agreed upon; some subjects up to there are longer. */
const AGREED_AT = '2026-11-29T17:40:00Z';
const TYPES = ['build', 'chore', 'ci', 'docs', 'feat', 'fix', 'perf', 'refactor', 'style', 'test'];
const SHAPE = new RegExp(`^(${TYPES.join('|')})(\\([a-z0-9-]+(, ?[a-z0-9-]+)*\\))?: [^\\s].*[^.\\s]$`);

/**
 * What is wrong with a subject.
 * @param {string} subject
 * @returns {string | undefined} in words; undefined where nothing is
 */
export function faultOf(subject) {
	if (subject.length >= LIMIT) return `${subject.length} characters; stay under ${LIMIT}`;
	if (!SHAPE.test(subject)) return `not "type(scope): imperative" without a full stop, of the types ${TYPES.join(', ')}`;
	return undefined;
}

/** @returns {string[]} hash and subject of each commit to look at; none where git is not there */
function recentSubjects() {
	const origin = git('rev-parse', '--verify', '--quiet', 'origin/main');
	const [range, most] = origin ? [['HEAD', `^${origin}`], []] : [['HEAD'], [`--max-count=${RECENT}`]];
	return git('log', '--no-merges', '--format=%h %s', `--since=${AGREED_AT}`, ...most, ...range)?.split('\n') ?? [];
}

/** @returns {string | undefined} what git prints, trimmed; undefined where it fails or prints nothing */
function git(...args) {
	const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
	return status === 0 ? stdout.trim() || undefined : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const faults = recentSubjects().flatMap((line) => {
		const [hash = '', ...words] = line.split(' ');
		const fault = faultOf(words.join(' '));
		return fault ? [`${hash} ${words.join(' ')}: ${fault}`] : [];
	});
	for (const fault of faults) console.error(fault);
	process.exit(faults.length > 0 ? 1 : 0);
}
