import { kill, killall } from './kill';
import type { OwnTool } from './own-tool';
import { pgrep, pkill } from './pgrep';
import { ps } from './ps';

/** These ask for much of Node's library: a shell that only starts a program never pays for them. */
const curl: OwnTool = async (args, context) => (await import('./curl')).curl(args, context);
const yes: OwnTool = async (args, context) => (await import('./yes')).yes(args, context);
const tar: OwnTool = async (args, context) => (await import('./tar')).tar(args, context);
const gzipAs =
	(name: 'gzip' | 'gunzip' | 'zcat'): OwnTool =>
	async (args, context) =>
		(await import('./gzip'))[name](args, context);

/** Tools that no interpreter brings: most concern this engine's processes and its loopback. */
export const OWN_TOOLS: ReadonlyMap<string, OwnTool> = new Map(
	Object.entries({
		ps,
		kill,
		killall,
		pgrep,
		pkill,
		curl,
		yes,
		tar,
		gzip: gzipAs('gzip'),
		gunzip: gzipAs('gunzip'),
		zcat: gzipAs('zcat')
	})
);
