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
	let manifest: { dependencies?: Record<string, string>; devDependencies?: Record<string, string> };
	try {
		manifest = JSON.parse(text) as typeof manifest;
	} catch (error) {
		const failure = failureOf('package', 'BAD_MANIFEST', `package.json is not JSON: ${String(error)}`, { file: 'package.json' });
		return reportOf('package', started, { summary: failure.message, failures: [failure] });
	}
	const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
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
