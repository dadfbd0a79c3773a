import { messageOf } from '../../domain/app-error';
import { readManifest } from '../../project/manifest';
import { failureOf, reportOf, type Gate } from './gate';

/** Every package named exists in the registry, before anything is installed: models invent names, and others register them. */
export const packageGate: Gate = async (context) => {
	const started = performance.now();
	const text = context.files.read('package.json');
	if (text === undefined)
		return reportOf('package', started, {
			summary: 'There is no package.json.',
			failures: [failureOf('package', 'NO_MANIFEST', 'There is no package.json.', { file: 'package.json' })]
		});
	const manifest = readManifest(text);
	if (typeof manifest === 'string') {
		const failure = failureOf('package', 'BAD_MANIFEST', `package.json is not JSON: ${problemOf(text)}`, {
			file: 'package.json'
		});
		return reportOf('package', started, { summary: failure.message, failures: [failure] });
	}
	const wanted = [...manifest.devDependencies, ...manifest.dependencies];
	const unknown = wanted.filter(([name, range]) => context.knownPackages[name] !== range);
	const missing: string[] = [];
	for (const [name, range] of unknown) {
		context.progress(`Looking up ${name}@${range}`);
		if (!(await context.registry.has(name, range, context.signal))) missing.push(`${name}@${range}`);
	}
	return reportOf('package', started, {
		summary: missing.length ? `Not in the registry: ${missing.join(', ')}` : `All ${wanted.length} packages exist.`,
		passed: wanted.length - missing.length,
		failures: missing.map((name) =>
			failureOf('package', 'PACKAGE_UNKNOWN', `The registry has no ${name}.`, { file: 'package.json' })
		)
	});
};

/** Where its syntax breaks, in the parser's words. */
function problemOf(text: string): string {
	try {
		JSON.parse(text);
		return 'it must be an object.';
	} catch (error) {
		return messageOf(error);
	}
}
