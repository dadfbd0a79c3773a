// It receives messages without the event loop. Differs: nothing.
const { MessageChannel, receiveMessageOnPort, Worker, isMainThread, workerData } = require('worker_threads');
if (isMainThread) {
	const { port1, port2 } = new MessageChannel();
	port1.postMessage({ a: [1, undefined, -0, 2n, new Map([['k', new Date(5)]])] });
	port1.postMessage(null);
	console.log(receiveMessageOnPort(port2), receiveMessageOnPort(port2), receiveMessageOnPort(port2));
	port1.close();
	try {
		receiveMessageOnPort({});
	} catch (error) {
		console.log(error.code, error.message);
	}
	const shared = new Int32Array(new SharedArrayBuffer(4));
	const { port1: mine, port2: its } = new MessageChannel();
	const worker = new Worker(__filename, { workerData: { shared, its }, transferList: [its] });
	worker.unref();
	for (let id = 0; id < 3; id++) {
		worker.postMessage({ id, text: 'x'.repeat(id) });
		Atomics.wait(shared, 0, id, 10000);
		const { message } = receiveMessageOnPort(mine);
		console.log(message, message.error instanceof TypeError, receiveMessageOnPort(mine));
	}
	mine.on('message', (message) => {
		console.log('event', message);
		mine.close();
	});
	worker.postMessage({ id: 3, text: 'end' });
} else
	require('worker_threads').parentPort.on('message', ({ id, text }) => {
		workerData.its.postMessage(
			id === 1 ? { id, error: new TypeError('bad', { cause: text }).cause } : { id, text, bytes: new Uint8Array([id]) }
		);
		Atomics.add(workerData.shared, 0, 1);
		Atomics.notify(workerData.shared, 0);
	});
