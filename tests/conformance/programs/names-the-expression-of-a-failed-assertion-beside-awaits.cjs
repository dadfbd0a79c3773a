// It names the expression of a failed assertion beside awaits. Differs: nothing.
const assert = require('assert');
(async () => {
	await null;
	try {
		assert.ok(await null);
	} catch (e) {
		console.log(e.message);
	}
})();
