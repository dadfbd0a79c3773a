import { proxy } from 'comlink';
import type { EngineAssets } from '../assets';
import type { MeasureMemory } from '../memory-limit';
import type { Previews } from '../previews';
import { ContainerInstance, type BuildOptions } from './instance';
import { parseWorkdirName } from './workdir-name';

/** What the client's port reaches first. One container at a time; teardown and build again in the same frame works. */
export class ContainerServer {
	#current: ContainerInstance | null = null;

	constructor(
		private readonly assets: Promise<EngineAssets>,
		readonly previews: Previews,
		readonly measureMemory: MeasureMemory
	) {}

	async build(options: BuildOptions = {}): Promise<ContainerInstance> {
		const { folder, project } = parseWorkdirName(options.workdirName);
		this.#current?.teardown();
		const [assets] = await Promise.all([this.assets, this.previews.claim(project)]);
		const instance = new ContainerInstance(assets, this, { ...options, workdirName: folder }, () => {
			if (this.#current === instance) this.#current = null;
		});
		return proxy((this.#current = instance));
	}
}
