// It broadcasts to its threads. Differs: nothing.
const { Worker } = require('worker_threads');
const channel = new BroadcastChannel('news');
const other = new BroadcastChannel('other');
channel.onmessage = ({ data }) => {
	console.log(data);
	other.close();
	if (data === 'heard hello') channel.close();
	else channel.postMessage('hello');
};
new Worker(
	"const c = new BroadcastChannel('news'); c.onmessage = ({ data }) => { c.postMessage('heard ' + data); c.close() }; c.postMessage('up')",
	{ eval: true }
);
