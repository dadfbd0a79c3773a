import { manifestOrEmpty } from '../../project/manifest';
import { messageOf } from '../../domain/app-error';
import type { Advisory, GateContext } from './gate';
import type { Finding } from './review-rules';

/** What is known against the packages that an app installs. Grave weaknesses of what the team chose are findings; all else is a note. */

const GRAVE = new Set(['high', 'critical']);
const MAX_NOTES = 10;

export interface Audit {
	findings: Finding[];
	/** What is no fault of the team's, or no grave one, in words. */
	notes: string[];
}

/** @returns that nothing could be read as a note: an audit that did not take place is not one that found nothing */
export async function auditPackages(context: Pick<GateContext, 'files' | 'registry' | 'frameLock' | 'signal'>): Promise<Audit> {
	const { files, registry, frameLock, signal } = context;
	if (!registry?.advisories) return { findings: [], notes: [] };
	const manifest = files.read('package.json') ?? '{}';
	const own = versionsOf(files.read('package-lock.json') ?? '{}', manifest);
	if (own.size === 0) return { findings: [], notes: [] };
	let advisories: Advisory[];
	try {
		advisories = await registry.advisories(own, signal);
	} catch (error) {
		signal.throwIfAborted();
		return { findings: [], notes: [`Advisories could not be read: ${messageOf(error)}`] };
	}
	const brought = versionsOf(frameLock ?? '{}', '{}');
	/** All versions of it that are installed came with the frame. */
	const isOfFrame = (name: string) => [...(own.get(name) ?? [])].every((version) => brought.get(name)?.has(version));
	const known = advisories.filter(({ name }) => own.has(name));
	const findings = known.filter(({ name, severity }) => GRAVE.has(severity) && !isOfFrame(name));
	const notes = known
		.filter((advisory) => !findings.includes(advisory))
		.map((advisory) => `${wordsOf(advisory, own)}${isOfFrame(advisory.name) ? ' It comes with the frame.' : ''}`);
	return {
		findings: findings.map((finding) => ({
			code: 'PACKAGE_VULNERABLE',
			message: `${wordsOf(finding, own)} Use a version that is not concerned, or do without it.`,
			file: 'package.json',
			lineNumber: lineOf(manifest, finding.name)
		})),
		notes: notes.length > MAX_NOTES ? [...notes.slice(0, MAX_NOTES), `${notes.length - MAX_NOTES} more advisories.`] : notes
	};
}

function wordsOf({ name, title, severity, versions, url }: Advisory, own: ReadonlyMap<string, ReadonlySet<string>>): string {
	const installed = [...(own.get(name) ?? [])].join(', ');
	return `${name}@${installed}: ${title} (${severity}; versions ${versions}${url ? `; ${url}` : ''}).`;
}

interface Lock {
	packages?: Record<string, { name?: string; version?: string; link?: boolean }>;
}

/** What is installed by a lock file, and exact versions that a manifest wants besides. */
function versionsOf(lockText: string, manifestText: string): Map<string, Set<string>> {
	const versions = new Map<string, Set<string>>();
	const add = (name: string, version: string) => void versions.set(name, (versions.get(name) ?? new Set<string>()).add(version));
	const { packages = {} } = lockOf(lockText);
	for (const [path, { name, version, link }] of Object.entries(packages)) {
		const at = path.lastIndexOf('node_modules/');
		if (at >= 0 && version && !link) add(name ?? path.slice(at + 'node_modules/'.length), version);
	}
	for (const [name, range] of manifestOrEmpty(manifestText).packages) if (/^\d+\.\d+\.\d+/.test(range)) add(name, range);
	return versions;
}

function lockOf(text: string): Lock {
	try {
		return JSON.parse(text) as Lock;
	} catch {
		// The package gate says what is wrong with it.
		return {};
	}
}

function lineOf(text: string, name: string): number {
	return text.slice(0, Math.max(0, text.indexOf(`"${name}"`))).split('\n').length;
}
