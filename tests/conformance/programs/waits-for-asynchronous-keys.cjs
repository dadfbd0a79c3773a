// It waits for asynchronous keys. Differs: nothing.
require('crypto').pbkdf2('p', 's', 10, 16, 'sha256', (error, key) => {
	console.log(key.toString('hex'));
	require('crypto').randomBytes(4, (e, b) => console.log(b.length));
});
