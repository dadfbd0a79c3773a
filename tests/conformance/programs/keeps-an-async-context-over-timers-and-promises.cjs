// It keeps an async context over timers and promises. Differs: nothing.
const { AsyncLocalStorage } = require('async_hooks');
const store = new AsyncLocalStorage();
store.run(7, () => {
	setTimeout(() => console.log('timer', store.getStore()), 1);
	Promise.resolve().then(() => console.log('then', store.getStore()));
});
