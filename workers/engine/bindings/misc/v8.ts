import type { BindingInstaller } from '../../process/runtime';
import { noop } from './noop';

export const v8: BindingInstaller = (binding) => {
	for (const name of [
		'setFlagsFromString',
		'updateHeapStatisticsBuffer',
		'updateHeapSpaceStatisticsBuffer',
		'updateHeapCodeStatisticsBuffer',
		'setHeapSnapshotNearHeapLimit',
		'startCpuProfile'
	])
		binding[name] = noop;
	binding.cachedDataVersionTag = () => 1;
	binding.isStringOneByteRepresentation = (text: string) => !/[^\0-\xff]/.test(text);
};
