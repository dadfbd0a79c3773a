import { curl } from './curl';
import { gunzip, gzip, zcat } from './gzip';
import { kill, killall } from './kill';
import type { OwnTool } from './own-tool';
import { pgrep, pkill } from './pgrep';
import { ps } from './ps';
import { tar } from './tar';
import { yes } from './yes';

/** Tools that no interpreter brings: most concern this engine's processes and its loopback. */
export const OWN_TOOLS: ReadonlyMap<string, OwnTool> = new Map(
	Object.entries({ ps, kill, killall, pgrep, pkill, curl, yes, gzip, gunzip, zcat, tar })
);
