import { AsyncWrap, bindRuntime, HandleWrap } from './streams/handle-wrap';
import { LibuvStreamWrap } from './streams/stream-base';
import type { Runtime } from '../process/runtime';
import type { StubBases } from '../process/stub-bindings';

/** The wrap classes that stub classes extend, bound to this process. */
export function streamBases(runtime: Runtime): StubBases {
	bindRuntime(runtime);
	return { AsyncWrap, HandleWrap, LibuvStreamWrap } as unknown as StubBases;
}
