module.exports = {
	cpus: () => [1, 2, 3, 4],
	homedir: () => '/home',
	release: () => '6.0.0',
	EOL: '\n',
	platform: () => 'linux',
	arch: () => 'x64',
	type: () => 'Linux'
};
