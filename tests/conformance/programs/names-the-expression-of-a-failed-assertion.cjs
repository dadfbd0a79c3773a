// It names the expression of a failed assertion. Differs: nothing.
const assert = require('assert');
try {
	assert(1 === 2);
} catch (e) {
	console.log(e.message);
}
const t = (f) => {
	try {
		f();
	} catch (e) {
		console.log(e.name, e.code, e.message);
	}
};
t(() => assert(1 === 2));
t(() => assert.ok(null));
t(() => assert(false, 'own'));
t(() => assert.ok());
t(() => assert.equal(1, 2));
t(() => assert.deepStrictEqual({ a: 1 }, { a: 2 }));
