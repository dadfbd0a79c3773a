/** Reads the arguments of `npm install`, `npm ci`, `npm uninstall` and `npm update`. */
export type DependencyField = 'dependencies' | 'devDependencies' | 'optionalDependencies' | 'peerDependencies';

export interface InstallArguments {
	command: 'install' | 'ci' | 'uninstall' | 'update';
	specs: string[];
	/** Where new packages are noted. */
	field: DependencyField;
	/** The version itself, without a caret. */
	exact: boolean;
	save: boolean;
	dev: boolean;
	/** Only failures are printed. */
	isSilent: boolean;
}

/** @param args the command's word first, as the npm program passes it; unknown options are ignored, as npm does */
export function parseInstallArguments(args: string[]): InstallArguments {
	const [word = 'install', ...rest] = args;
	const has = (...names: string[]): boolean => names.some((name) => rest.includes(name));
	return {
		command: word === 'ci' || word === 'uninstall' || word === 'update' ? word : 'install',
		specs: word === 'ci' ? [] : rest.filter((argument) => !argument.startsWith('-')),
		field: has('-D', '--save-dev')
			? 'devDependencies'
			: has('-O', '--save-optional')
				? 'optionalDependencies'
				: has('--save-peer')
					? 'peerDependencies'
					: 'dependencies',
		exact: has('-E', '--save-exact'),
		save: !has('--no-save'),
		dev: !has('--production', '--omit=dev', '--only=production', '--only=prod'),
		isSilent: has('-s', '--silent', '--loglevel=silent', '--loglevel=error')
	};
}
