// It orders ticks, microtasks, immediates and timers. Differs: nothing.
require('fs').stat('.', () => {
	setTimeout(() => console.log('timeout'), 0);
	setImmediate(() => console.log('immediate'));
	process.nextTick(() => console.log('tick'));
	Promise.resolve().then(() => console.log('micro'));
	console.log('sync');
});
