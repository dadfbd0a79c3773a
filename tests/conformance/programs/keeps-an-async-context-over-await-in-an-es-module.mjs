// It keeps an async context over await in an ES module. Differs: nothing.
import { AsyncLocalStorage } from 'async_hooks';
const store = new AsyncLocalStorage();
const pause = () => new Promise((done) => setTimeout(done, 1));
const log = (...words) => console.log(store.getStore(), ...words);
async function work() {
	await pause();
	log(1);
	try {
		await Promise.reject(new Error('no'));
	} catch {
		log(2);
	}
	for await (const n of [pause(), 3]) log(n);
	log(4);
}
await Promise.all([store.run('a', work), store.run('b', work), work()]);
log('end');
