// It imports from a function made of text, as seen from its file. Differs: nothing.
const fs = require('fs');
fs.mkdirSync('m/n', { recursive: true });
fs.writeFileSync('m/b.mjs', 'export default "b of m"');
fs.writeFileSync(
	'm/n/a.cjs',
	'exports.load = new Function("x", "return import(x)"); exports.call = Function("return import(\'../b.mjs\')")'
);
fs.writeFileSync('m/n/c.mjs', 'export const load = new Function("x", "return import(x)")');
const { load, call } = require('./m/n/a.cjs');
load('../b.mjs')
	.then((b) => {
		console.log(b.default);
		return call();
	})
	.then((b) => console.log(b.default))
	.then(() => import('./m/n/c.mjs'))
	.then(({ load }) => load('../b.mjs'))
	.then((b) => console.log(b.default))
	.then(() => load('node:path'))
	.then((p) => console.log(p.sep))
	.catch((e) => console.log(e.message))
	.then(() => fs.rmSync('m', { recursive: true }));
console.log(
	(() => 1).constructor === Function,
	load instanceof Function,
	Function.name,
	Function.length,
	new Function('a', 'b', 'return a + b')(1, 2),
	class extends Function {}.name === ''
);
