// It names the expression of a failed assertion in a module. Differs: nothing.
import assert, { ok } from 'assert';
const t = (f) => {
	try {
		f();
	} catch (e) {
		console.log(e.message);
	}
};
t(() => assert.ok(0 > 1));
t(() => ok(''));
