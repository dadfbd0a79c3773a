// It keeps histograms. Differs: nothing.
const { createHistogram, monitorEventLoopDelay, performance } = require('perf_hooks');
const h = createHistogram();
console.log(h.min, h.max, h.mean, h.count, h.stddev, h.percentile(50), h.percentiles);
for (const v of [1, 5, 10, 10, 100, 2500, 123456, 99999999]) h.record(v);
console.log(
	h.min,
	h.max,
	h.mean,
	h.stddev,
	h.exceeds,
	h.count,
	[0, 1, 25, 50, 75, 90, 99, 100].map((p) => p && h.percentile(p)),
	h.percentiles,
	h.percentilesBigInt.size,
	h.minBigInt
);
const g = createHistogram({ lowest: 1, highest: 1000, figures: 2 });
for (let i = 1; i < 1500; i += 7) g.record(i);
console.log(g.count, g.exceeds, g.min, g.max, g.mean, g.stddev, g.percentile(50), g.percentile(99), [...g.percentiles]);
h.add(g);
console.log(h.count, h.max);
h.reset();
console.log(h.count, h.max);
try {
	h.record(0);
} catch (e) {
	console.log(e.code);
}
const timed = performance.timerify(() => {}, { histogram: h });
timed();
console.log(h.count);
const d = monitorEventLoopDelay({ resolution: 5 });
d.enable();
setTimeout(() => {
	d.disable();
	console.log(d.mean > 4e6, d.count > 0);
}, 60);
