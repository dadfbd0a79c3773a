// It fails on an unhandled rejection. Differs: nothing.
process.on('exit', (code) => console.log('exit', code));
Promise.reject(new Error('no'));
