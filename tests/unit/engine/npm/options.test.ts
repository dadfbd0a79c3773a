import { mkdtempSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadConfig } from '../../../../workers/engine/npm/cli-config';
import { npxArguments } from '../../../../workers/engine/npm/cli-npx-arguments';
import { refusal } from '../../../../workers/engine/npm/cli-options';
import { chosenWorkspaces } from '../../../../workers/engine/npm/cli-workspaces';

let folder = '';
const before = { ...process.env };
const said = vi.spyOn(console, 'error').mockImplementation(() => {});

beforeEach(() => {
	folder = realpathSync(mkdtempSync(join(tmpdir(), 'options-')));
	writeFileSync(join(folder, 'package.json'), '{"name":"root","workspaces":["apps/*"]}');
	for (const name of ['web', 'api']) {
		mkdirSync(join(folder, 'apps', name), { recursive: true });
		writeFileSync(join(folder, 'apps', name, 'package.json'), `{"name":"@m/${name}"}`);
	}
	vi.spyOn(process, 'cwd').mockReturnValue(folder);
	forgetSettings();
	process.env['HOME'] = join(folder, 'home');
	said.mockClear();
});
afterEach(() => {
	process.env = { ...before };
	rmSync(folder, { recursive: true });
});

/** What npm sets for its scripts, here by the test runner or by a call before. */
function forgetSettings(): void {
	for (const name of Object.keys(process.env)) if (/^npm_/i.test(name)) delete process.env[name];
}

const warnings = () => said.mock.calls.map(([line]) => String(line));

test('the value of an option is no package, and shorthands are what they stand for', async () => {
	const config = await loadConfig([
		'install',
		'--registry',
		'https://r.test/',
		'--prefix',
		folder,
		'-w',
		'web',
		'a',
		'-DE',
		'b',
		'--omit=dev'
	]);
	expect(config.parsedArgv.remain).toEqual(['install', 'a', 'b']);
	expect({
		registry: config.flat['registry'],
		workspace: config.get('workspace'),
		omit: config.flat['omit'],
		dev: config.get('save-dev'),
		exact: config.get('save-exact')
	}).toEqual({ registry: 'https://r.test/', workspace: ['web'], omit: ['dev'], dev: true, exact: true });
	expect(warnings()).toEqual([]);
});

test('unknown options and invalid values are warned about as npm does', async () => {
	await loadConfig(['install', '--surely-unknown', 'a', '--loglevel=nonsense']);
	expect(warnings().filter((line) => !line.includes('Must be'))).toEqual([
		'npm warn invalid config loglevel="nonsense" set in command line options',
		'npm warn "a" is being parsed as a normal command line argument.',
		'npm warn Unknown cli config "--surely-unknown". This will stop working in the next major version of npm.'
	]);
	said.mockClear();
	await loadConfig(['install', '--surely-unknown', '--silent']);
	expect(warnings()).toEqual([]);
});

test('the environment and .npmrc set options too, the command line before them', async () => {
	writeFileSync(join(folder, '.npmrc'), 'legacy-peer-deps=true\nsave-exact=true\n@own:registry=https://${NAME}.test/\n');
	process.env['NAME'] = 'own';
	process.env['npm_config_save_exact'] = 'false';
	const config = await loadConfig(['install', '--tag', 'next']);
	expect([config.get('legacy-peer-deps'), config.get('save-exact'), config.get('tag')]).toEqual([true, false, 'next']);
	expect(config.flat['@own:registry']).toBe('https://own.test/');
});

test('what would change the result and cannot be honoured is refused, wherever it is set', async () => {
	const refused = async (...argv: string[]) => {
		forgetSettings();
		return refusal(argv[0] ?? '', await loadConfig(argv));
	};
	expect(await refused('install', '-g', 'a')).toMatch(/^npm install cannot honour 'global' \(set by the command line\)/);
	expect(await refused('ci', '--install-strategy=linked')).toContain("'install-strategy'");
	expect(await refused('ls', '--long')).toContain("'long'");
	expect(await refused('run', '--script-shell=powershell')).toContain("'script-shell'");
	for (const argv of [
		['install', '--no-audit', '--no-fund', '--cache', 'x'],
		['ci', '--install-strategy=nested'],
		['run', '--script-shell', 'bash']
	])
		expect(await refused(...argv)).toBeNull();
	writeFileSync(join(folder, '.npmrc'), 'offline=true\n');
	expect(await refused('install')).toContain('.npmrc');
});

test('workspaces are chosen by name, by folder, by the folder above, or all', async () => {
	const chosen = async (...argv: string[]) => {
		forgetSettings();
		return chosenWorkspaces(await loadConfig(['run', 'x', ...argv]))?.map((workspace) => workspace.slice(folder.length));
	};
	expect(await chosen()).toBeUndefined();
	expect(await chosen('-w', '@m/web')).toEqual(['/apps/web']);
	expect(await chosen('--workspace=apps/api')).toEqual(['/apps/api']);
	expect((await chosen('-w', 'apps'))?.sort()).toEqual(['/apps/api', '/apps/web']);
	expect((await chosen('-ws', '--include-workspace-root'))?.sort()).toEqual(['', '/apps/api', '/apps/web']);
	await expect(chosen('-w', 'none')).rejects.toThrow('No workspaces found:\n  --workspace=none');
	vi.spyOn(process, 'cwd').mockReturnValue(join(folder, 'apps/web'));
	expect(await chosen()).toEqual(['/apps/web']);
});

test("npx takes options up to the program's name for itself", () => {
	expect(npxArguments(['-y', 'tool@1', '--yes', '-p', 'x'])).toEqual(['exec', '--yes', '--', 'tool@1', '--yes', '-p', 'x']);
	expect(npxArguments(['-p', 'one', '--package=two', '-c', 'a && b'])).toEqual([
		'exec',
		'--package',
		'one',
		'--package=two',
		'--call',
		'a && b'
	]);
	expect(npxArguments(['--no-install', 'tool'])).toEqual(['exec', '--yes=false', '--', 'tool']);
	expect(npxArguments(['--no', 'tool'])).toEqual(['exec', '--no-yes', 'tool']);
	expect(npxArguments(['--registry', 'https://r.test', 'tool', '-v'])).toEqual([
		'exec',
		'--registry',
		'https://r.test',
		'--',
		'tool',
		'-v'
	]);
});
