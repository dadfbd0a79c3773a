import { auditPackages } from './advisories';
import { badPackages, dockerfileFindings } from './deployment-rules';
import { failureOf, reportOf, type Gate, type GateContext } from './gate';
import { findingsIn, openEndpoints, type Finding } from './review-rules';

const MAX_FINDINGS = 60;
/** Lines of source shown before and after a finding. */
const CONTEXT_LINES = 2;

/** What the reviewer and DevOps read: secrets, missing access checks, unsafe SQL and HTML, bad packages, a Dockerfile that cannot work. */
export const reviewGate: Gate = async (context) => {
	const started = performance.now();
	context.progress('Reading the code');
	const read = context.files.list().flatMap((path) => {
		const text = isReviewed(path, context) ? context.files.read(path) : undefined;
		return text === undefined ? [] : [{ path, text }];
	});
	const { blueprint } = context;
	const contracts = read.filter(({ path }) => /^src\/features\/[^/]+\/contract\.ts$/.test(path));
	const findings = [
		...read.flatMap(findingsIn),
		...(blueprint ? contracts.flatMap((contract) => openEndpoints(contract, blueprint)) : []),
		...deployment(context)
	];
	const audit = await auditPackages(context);
	findings.push(...audit.findings);
	const found = findings.length
		? `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} in a review of ${read.length} files.`
		: `${read.length} files read: nothing found.`;
	return reportOf('review', started, {
		summary: [found, ...audit.notes].join(' '),
		log: audit.notes.join('\n'),
		passed: findings.length ? 0 : 1,
		failures: findings.slice(0, MAX_FINDINGS).map((finding) => failureFrom(finding, context))
	});
};

/** The frame was reviewed when it was made. */
function isReviewed(path: string, { frozen, files }: GateContext): boolean {
	return !frozen.has(path) && !/(?:^|\/)package-lock\.json$/.test(path) && files.read(path) !== undefined;
}

function deployment({ files }: GateContext): Finding[] {
	const manifest = files.read('package.json') ?? '{}';
	const dockerfile = files.read('Dockerfile');
	const has = (path: string) => files.read(path) !== undefined || files.list(path).length > 0;
	return [...badPackages(manifest), ...(dockerfile === undefined ? [] : dockerfileFindings(dockerfile, { manifest, has }))];
}

function failureFrom({ code, message, file, lineNumber }: Finding, { files }: GateContext) {
	const source = (files.read(file) ?? '')
		.split('\n')
		.slice(Math.max(0, lineNumber - 1 - CONTEXT_LINES), lineNumber + CONTEXT_LINES)
		.join('\n');
	return failureOf('review', code, `${file}:${lineNumber} ${message}`, { file, lineNumber, source });
}
