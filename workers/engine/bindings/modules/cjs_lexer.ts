import { commonJsExports } from '../../modules/common-js';
import type { BindingInstaller } from '../../process/runtime';

export const cjs_lexer: BindingInstaller = (binding) => {
	binding.parse = (source: string) => {
		const { names, reexports } = commonJsExports(source);
		return [names, reexports];
	};
};
