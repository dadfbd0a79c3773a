import type { BindingInstaller } from '../../process/runtime';

/** The one user of the container. */
const USER_ID = 1000;

export const credentials: BindingInstaller = (binding, runtime) => {
	binding.safeGetenv = (name: string) => runtime.env[name];
	binding.getTempDir = () => '/tmp';
	for (const name of ['getuid', 'geteuid', 'getgid', 'getegid']) binding[name] = () => USER_ID;
	binding.getgroups = () => [USER_ID];
};
