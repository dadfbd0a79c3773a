import type { BindingInstaller } from '../../process/runtime';
import { errorSource } from './error-source';
import { noop } from '../misc/noop';

/** Native hooks of error printing, and the door for errors that Node's lib gives up on. */
export const errors: BindingInstaller = (binding, runtime) => {
	for (const name of [
		'setPrepareStackTraceCallback',
		'setGetSourceMapErrorSource',
		'setSourceMapsEnabled',
		'setMaybeCacheGeneratedSourceMap',
		'setEnhanceStackForFatalException'
	])
		binding[name] = noop;
	binding.noSideEffectsToString = (value: unknown) => {
		try {
			return String(value);
		} catch {
			return '[object]';
		}
	};
	binding.triggerUncaughtException = (error: unknown) => runtime.fatal(error);
	binding.getErrorSourcePositions = (error: { stack?: unknown }) => errorSource(runtime, error);
};
