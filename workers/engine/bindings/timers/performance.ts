import type { BindingInstaller, Runtime } from '../../process/runtime';
import { HdrHistogram } from './histogram';
import { noop } from '../misc/noop';

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
	const classes = histogramClasses(binding.Histogram as new () => object, host);
	binding.Histogram = classes.Histogram;
	binding.createELDHistogram = (resolutionMs: number) => new classes.LoopDelayHistogram(resolutionMs);
	binding.milestones[0] = clock.timeOrigin * MICROSECONDS_PER_MS;
	binding.milestones[1] = 0;
};

const NANOSECONDS_PER_MS = 1e6;
/** `monitorEventLoopDelay` counts in nanoseconds, up to an hour, with three figures. */
const LOOP_DELAY_RANGE = [1, 3.6e12, 3] as const;

/** Node's handles over the histogram. Statistical tests between histograms stay stubs that name themselves. */
function histogramClasses(Stub: new () => object, host: Runtime['host']) {
	class Histogram extends Stub {
		readonly data: HdrHistogram;
		#lastMs = 0;

		constructor(lowest: number | bigint, highest: number | bigint, figures: number) {
			super();
			this.data = new HdrHistogram(Number(lowest), Number(highest), figures);
		}
		count = () => this.data.total;
		countBigInt = () => BigInt(this.data.total);
		countAt = (value: number) => this.data.countAt(value);
		cdf = (value: number) => this.data.cdf(value);
		min = () => Number(this.data.min);
		minBigInt = () => this.data.min;
		max = () => this.data.max;
		maxBigInt = () => BigInt(this.data.max);
		mean = () => this.data.mean;
		stddev = () => this.data.stddev;
		skewness = () => this.data.skewness;
		kurtosis = () => this.data.kurtosis;
		exceeds = () => this.data.exceeds;
		exceedsBigInt = () => BigInt(this.data.exceeds);
		percentile = (percentile: number) => this.data.percentile(percentile);
		percentileBigInt = (percentile: number) => BigInt(this.data.percentile(percentile));
		percentiles = (target: Map<number, number>) => {
			for (const [percentile, value] of this.data.percentiles()) target.set(percentile, value);
		};
		percentilesBigInt = (target: Map<number, bigint>) => {
			for (const [percentile, value] of this.data.percentiles()) target.set(percentile, BigInt(value));
		};
		percentilesAt = (target: Map<number, number>, wanted: Iterable<number>) => {
			for (const percentile of wanted) target.set(percentile, this.data.percentile(percentile));
		};
		reset = () => this.data.reset();
		record = (value: number | bigint) => void this.data.record(Number(value));
		recordCorrected = (value: number | bigint, interval: number | bigint) =>
			this.data.recordCorrected(Number(value), Number(interval));
		recordDelta = () => {
			const nowMs = host.performance.now();
			if (this.#lastMs) this.data.record(Math.round((nowMs - this.#lastMs) * NANOSECONDS_PER_MS));
			this.#lastMs = nowMs;
		};
		add = (other: Histogram) => this.data.add(other.data);
		subtract = (other: Histogram) => this.data.add(other.data, -1);
	}

	/** Measures how late a timer of the host comes. */
	class LoopDelayHistogram extends Histogram {
		#timer: ReturnType<typeof setTimeout> | undefined;
		readonly #resolutionMs: number;

		constructor(resolutionMs: number) {
			super(...LOOP_DELAY_RANGE);
			this.#resolutionMs = resolutionMs;
		}
		start = () => {
			let lastMs = host.performance.now();
			const tick = () => {
				const nowMs = host.performance.now();
				this.data.record(Math.round((nowMs - lastMs) * NANOSECONDS_PER_MS));
				lastMs = nowMs;
				this.#timer = host.setTimeout(tick, this.#resolutionMs);
			};
			this.#timer = host.setTimeout(tick, this.#resolutionMs);
		};
		stop = () => host.clearTimeout(this.#timer);
	}
	return { Histogram, LoopDelayHistogram };
}
