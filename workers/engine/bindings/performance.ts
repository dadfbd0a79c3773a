import type { BindingInstaller } from '../process/runtime';
import { noop } from './noop';

const MICROSECONDS_PER_MS = 1000;

/** performance.now, milestones; no garbage collection events. */
export const performance: BindingInstaller = (binding, { host }) => {
	const clock = host.performance;
	for (const name of [
		'setupObservers',
		'installGarbageCollectionTracking',
		'removeGarbageCollectionTracking',
		'notify',
		'markBootstrapComplete'
	])
		binding[name] = noop;
	binding.now = () => clock.now();
	binding.loopIdleTime = () => 0;
	binding.getTimeOrigin = () => 0;
	binding.getTimeOriginTimestamp = () => clock.timeOrigin;
	binding.uvMetricsInfo = () => [0, 0, 0];
	binding.createELDHistogram = () => ({ start: noop, stop: noop, reset: noop });
	binding.milestones[0] = clock.timeOrigin * MICROSECONDS_PER_MS;
	binding.milestones[1] = 0;
};
