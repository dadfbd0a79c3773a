import type { BindingInstaller } from '../../process/runtime';
import { fromShape, type Shape, type StubBases } from '../../process/stub-bindings';

/** CLI options: the dumped defaults, changed by process/start.ts. */
export const options: BindingInstaller = (binding, runtime) => {
	const embedder = runtime.shapes.__extras.embedder as Shape | null;
	binding.getCLIOptionsValues = () => runtime.cliOptions;
	binding.getCLIOptionsInfo = () => ({ options: new Map(), aliases: new Map() });
	binding.getEmbedderOptions = () => (embedder ? fromShape(embedder, 'embedder', {} as StubBases) : {});
	binding.getOptionsAsFlags = () => [];
	binding.getEnvOptionsInputType = () => new Map();
};
