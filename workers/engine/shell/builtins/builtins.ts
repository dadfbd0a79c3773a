import type { Builtin } from './builtin';
import { bracket, test } from './test';
import { alias, clear, hash, history, sleep, times, ulimit, umask, unalias } from './environment';
import { breakLoop, command, continueLoop, evalSource, exec, exit, returnFrom, source, trap, type } from './flow';
import { cd, dirs, popd, pushd, pwd } from './folders';
import { getopts } from './getopts';
import { bg, disown, fg, jobs, killJob, wait } from './jobs';
import { echo } from './echo';
import { printf } from './printf';
import { mapfile, read } from './read';
import { env, runAsIs, timeout, xargs } from './run-others';
import { mktemp, nproc, uname } from './system';
import { set, shift, shopt } from './options';
import { declare, exportNames, letExpressions, local, readonly, unset } from './variables';

export type { Builtin } from './builtin';

/** Builtins whose assignments stay, as in `A=1 export B`. */
export const SPECIAL: ReadonlySet<string> = new Set(['export', 'readonly', ':', 'exec', 'eval', 'set', 'unset']);

/** Builtins whose arguments may be assignments of arrays. */
export const DECLARING: ReadonlySet<string> = new Set(['export', 'declare', 'typeset', 'local', 'readonly']);

/** Commands of the shell itself, whatever PATH holds. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
	[':', () => 0],
	['true', () => 0],
	['false', () => 1],
	['.', source],
	['[', bracket],
	['alias', alias],
	['bg', bg],
	['break', breakLoop],
	['builtin', command],
	['cd', cd],
	['clear', clear],
	['command', command],
	['continue', continueLoop],
	['declare', declare],
	['dirs', dirs],
	['disown', disown],
	['echo', echo],
	['env', env],
	['eval', evalSource],
	['exec', exec],
	['exit', exit],
	['export', exportNames],
	['fg', fg],
	['getopts', getopts],
	['hash', hash],
	['history', history],
	['jobs', jobs],
	['kill', killJob],
	['let', letExpressions],
	['local', local],
	['logout', exit],
	['mapfile', mapfile],
	['mktemp', mktemp],
	['nice', runAsIs],
	['nohup', runAsIs],
	['nproc', nproc],
	['popd', popd],
	['printf', printf],
	['pushd', pushd],
	['pwd', pwd],
	['read', read],
	['readarray', mapfile],
	['readonly', readonly],
	['return', returnFrom],
	['set', set],
	['setsid', runAsIs],
	['shift', shift],
	['shopt', shopt],
	['sleep', sleep],
	['source', source],
	['stdbuf', runAsIs],
	['test', test],
	['timeout', timeout],
	['times', times],
	['trap', trap],
	['type', type],
	['typeset', declare],
	['ulimit', ulimit],
	['umask', umask],
	['uname', uname],
	['unalias', unalias],
	['unset', unset],
	['wait', wait],
	['xargs', xargs]
]);
