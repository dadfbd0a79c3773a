import { manifestOrEmpty } from '../../project/manifest';
import type { Finding } from './review-rules';

/** What DevOps looks for: packages known to be bad, and a Dockerfile whose steps cannot work. */

/** Versions that carried malware or that their authors broke on purpose; `*` for every version. @source GitHub Advisory Database, as of 2026 */
const BAD_PACKAGES: Readonly<Record<string, { versions: readonly string[]; why: string }>> = {
	'event-stream': { versions: ['3.3.6'], why: 'it stole wallets (GHSA-mh6f-8j2x-4483)' },
	'flatmap-stream': { versions: ['*'], why: 'it is malware (GHSA-9x64-5r7x-2q53)' },
	'eslint-scope': { versions: ['3.7.2'], why: 'it stole npm tokens (GHSA-hxxf-q3w9-4xgw)' },
	'ua-parser-js': { versions: ['0.7.29', '0.8.0', '1.0.0'], why: 'it mined and stole passwords (GHSA-pjwm-rvh2-c87w)' },
	coa: { versions: ['2.0.3', '2.0.4', '2.1.1', '2.1.3', '3.0.1', '3.1.3'], why: 'it stole passwords (GHSA-73qr-pfmq-6rp8)' },
	rc: { versions: ['1.2.9', '1.3.9', '2.3.9'], why: 'it stole passwords (GHSA-g2q5-5433-rhrf)' },
	'node-ipc': { versions: ['9.2.2', '10.1.1', '10.1.2', '10.1.3'], why: 'it deleted files (GHSA-97m3-w2cp-4xx6)' },
	colors: { versions: ['1.4.1', '1.4.2', '1.4.44-liberty-2'], why: 'it loops for ever (GHSA-5rqg-jm4f-cqx7)' },
	faker: { versions: ['6.6.6'], why: 'its author emptied it; use @faker-js/faker' },
	crossenv: { versions: ['*'], why: 'it stole environment variables; the package is cross-env' },
	babelcli: { versions: ['*'], why: 'it stole environment variables; the package is @babel/cli' },
	vm2: { versions: ['*'], why: 'its sandbox can be left (GHSA-cchq-frgv-rjh5), and it is not maintained' },
	request: { versions: ['*'], why: 'it is not maintained and forwards requests to inner hosts (GHSA-p8p7-x288-28g6); use fetch' }
};

/** Packages that nobody should have. */
export function badPackages(manifestText: string): Finding[] {
	return [...manifestOrEmpty(manifestText).packages].flatMap(([name, range]) => {
		const bad = BAD_PACKAGES[name];
		const version = range.replace(/^[\^~=v]+/, '');
		if (!bad || !(bad.versions.includes('*') || bad.versions.includes(version))) return [];
		const message = `${name}@${range} must not be used: ${bad.why}. Remove it, or use what replaces it.`;
		return [{ code: 'PACKAGE_BAD', message, file: 'package.json', lineNumber: lineOf(manifestText, `"${name}"`) }];
	});
}

/** Steps of a Dockerfile that cannot work on the project: scripts and files that are not there, and a root user in the end. */
export function dockerfileFindings(text: string, project: { manifest: string; has(path: string): boolean }): Finding[] {
	const { scripts } = manifestOrEmpty(project.manifest);
	const findings: Finding[] = [];
	const lines = text.split('\n');
	const complain = (index: number, message: string) =>
		findings.push({ code: 'DOCKERFILE', message, file: 'Dockerfile', lineNumber: index + 1 });
	let user = '';
	for (const [index, line] of lines.entries()) {
		const [, instruction = '', rest = ''] = /^\s*([A-Z]+)\s+(.*)$/.exec(line) ?? [];
		if (instruction === 'FROM') user = '';
		if (instruction === 'USER') user = rest.trim();
		if (instruction === 'RUN')
			for (const [, script = ''] of rest.matchAll(/\bnpm run (?:--?\S+ )*([\w:-]+)/g))
				if (!scripts.has(script)) complain(index, `package.json has no script '${script}'. Use one that is there.`);
		if (instruction === 'COPY' && !rest.includes('--from='))
			for (const path of rest.trim().split(/\s+/).slice(0, -1))
				if (path !== '.' && !path.startsWith('--') && !/[*?]/.test(path) && !project.has(path.replace(/^\.\/|\/$/g, '')))
					complain(index, `There is no '${path}' to copy.`);
	}
	if (!user || user === 'root' || user === '0') complain(lines.length - 1, 'The app would run as root. Add a USER that is not.');
	return findings;
}

function lineOf(text: string, part: string): number {
	return text.slice(0, Math.max(0, text.indexOf(part))).split('\n').length;
}
