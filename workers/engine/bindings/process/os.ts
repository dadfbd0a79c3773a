import type { BindingInstaller } from '../../process/runtime';

/** Two CPUs: what a tab may use without starving its page. */
const CPU_COUNT = 2;
const CPU_FIELDS = ['Tabsmith virtual CPU', 2000, 0, 0, 0, 0, 0] as const;
const TOTAL_MEMORY_BYTES = 4_000_000_000;
const FREE_MEMORY_BYTES = 2_000_000_000;

export const os: BindingInstaller = (binding, { host }) => {
	binding.getCPUs = () => Array.from({ length: CPU_COUNT }, () => CPU_FIELDS).flat();
	binding.getAvailableParallelism = () => CPU_COUNT;
	binding.getHostname = () => 'localhost';
	binding.getOSInformation = () => ['Linux', '6.0', '#1', 'x86_64'];
	binding.getHomeDirectory = () => '/home/user';
	binding.getTotalMem = () => TOTAL_MEMORY_BYTES;
	binding.getFreeMem = () => FREE_MEMORY_BYTES;
	binding.getLoadAvg = (values: Float64Array) => values.fill(0);
	binding.getUptime = () => host.performance.now() / 1000;
	binding.getInterfaceAddresses = () => ['lo', '127.0.0.1', '255.0.0.0', 'IPv4', '00:00:00:00:00:00', true, -1];
	binding.getUserInfo = () => ({ uid: 1000, gid: 1000, username: 'user', homedir: '/home/user', shell: '/bin/sh' });
	binding.getPriority = () => 0;
	binding.setPriority = () => 0;
};
