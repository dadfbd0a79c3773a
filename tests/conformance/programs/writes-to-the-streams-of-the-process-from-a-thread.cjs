// It writes to the streams of the process from a thread. Differs: nothing.
const { Worker, isMainThread } = require('worker_threads');
if (isMainThread) new Worker(__filename).on('exit', (code) => console.log('exit', code));
else require('fs').writeSync(1, 'thread\n');
