// It keeps an async context over await, its failures and for await in CommonJS. Differs: nothing.
const { AsyncLocalStorage } = require('async_hooks');
const store = new AsyncLocalStorage();
const pause = () => new Promise((done) => setTimeout(done, 1));
const log = (...words) => console.log(store.getStore(), ...words);
async function* numbers() {
	await pause();
	yield 1;
	await pause();
	yield 2;
}
async function work(name) {
	log(name);
	await pause();
	log('after await');
	try {
		await pause();
		await Promise.reject(new Error('no'));
	} catch (error) {
		log('catch', error.message);
	} finally {
		log('finally');
	}
	outer: for await (const n of numbers()) {
		log('turn', n);
		await null;
		if (n === 1) continue outer;
	}
	log('after loop');
	for await (const n of [pause(), 3]) log(n);
	log(await (await Promise.resolve(async () => await name))());
	return [await name];
}
store.run('a', () => work('A').then((v) => log(v)));
store.run('b', () => work('B'));
work('none');
store.run(7, async () => {
	try {
		JSON.parse('{');
	} catch {
		log('sync');
	}
	await new Promise((done) => setTimeout(done, 60));
	log(new Error('x').stack.split('\n')[1].replace(/^.*:(\d+):\d+\)?$/, '$1'));
});
