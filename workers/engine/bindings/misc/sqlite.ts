import type { BindingInstaller } from '../../process/runtime';
import { unavailable } from './unavailable';

/** There is no SQLite here: making a database says so at once. */
export const sqlite: BindingInstaller = (binding) => {
	binding.DatabaseSync = class DatabaseSync {
		constructor() {
			throw unavailable('node:sqlite', 'Use a WebAssembly build from npm, such as sql.js or node-sqlite3-wasm.');
		}
	};
	binding.backup = () => {
		throw unavailable('node:sqlite', 'Use a WebAssembly build from npm, such as sql.js or node-sqlite3-wasm.');
	};
};
