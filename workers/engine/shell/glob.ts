import { globUtils, type Glob } from '@yarnpkg/shell';

/** What the parser offers as a pattern although more than text is in it: `rc=$?`, or `0}*2` of `${A:-0}*2`. */
const MORE_THAN_TEXT = /[$`()}|]/;

/** File name patterns as bash has them: one that matches nothing stays as it was typed. */
export const glob: Glob = {
	isGlobPattern(text) {
		const plain = text.replace(/\\./g, '');
		return !MORE_THAN_TEXT.test(plain) && /[*?]|\[.+\]/.test(plain);
	},
	async match(pattern, options) {
		const found = await globUtils.match(pattern, options);
		if (found.length === 0) return [pattern.replace(/\\(.)/g, '$1')];
		// The library drops what a path begins with when it says nothing.
		return pattern.startsWith('./') ? found.map((path) => (path.startsWith('./') ? path : `./${path}`)) : found;
	}
};
