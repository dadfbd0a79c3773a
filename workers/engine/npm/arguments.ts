/** Reads the arguments of `npm install`, `npm ci` and `npm uninstall`. */
export interface InstallArguments {
	command: 'install' | 'ci' | 'uninstall';
	specs: string[];
	saveDev: boolean;
	save: boolean;
	dev: boolean;
}

/** @param args the command's word first, as the npm program passes it; unknown options are ignored, as npm does */
export function parseInstallArguments(args: string[]): InstallArguments {
	const [word = 'install', ...rest] = args;
	const has = (...names: string[]): boolean => names.some((name) => rest.includes(name));
	return {
		command: word === 'ci' || word === 'uninstall' ? word : 'install',
		specs: word === 'ci' ? [] : rest.filter((argument) => !argument.startsWith('-')),
		saveDev: has('-D', '--save-dev'),
		save: !has('--no-save'),
		dev: !has('--production', '--omit=dev', '--only=production')
	};
}
