import { proxy } from 'comlink';
import type { EngineAssets } from '../assets';
import type { PreviewHost } from '../previews';
import { ContainerInstance, type BuildOptions } from './instance';

/** What the client's port reaches first. One container at a time; teardown and build again in the same frame works. */
export class ContainerServer {
	#current: ContainerInstance | null = null;

	constructor(
		private readonly assets: Promise<EngineAssets>,
		private readonly previews: PreviewHost
	) {}

	async build(options: BuildOptions = {}): Promise<ContainerInstance> {
		const assets = await this.assets;
		this.#current?.teardown();
		const instance = new ContainerInstance(assets, this.previews, options, () => {
			if (this.#current === instance) this.#current = null;
		});
		return proxy((this.#current = instance));
	}
}
