import { cat } from './cat';
import { egrep, fgrep, grep } from './grep';
import { head } from './head';
import { lineByLine, tr } from './piecewise';
import { sed } from './sed';
import type { StreamingToolOf } from './streaming-tool';
import { tail } from './tail';
import { tee } from './tee';
import { wc } from './wc';

/** Tools that need not read all their input before they answer. The others hold it, up to a limit. */
export const STREAMING_TOOLS: ReadonlyMap<string, StreamingToolOf> = new Map(
	Object.entries({
		cat,
		cut: lineByLine,
		egrep,
		expand: lineByLine,
		fgrep,
		fold: lineByLine,
		grep,
		head,
		rev: lineByLine,
		sed,
		tail,
		tee,
		tr,
		unexpand: lineByLine,
		wc
	})
);
