// It runs scripts in contexts of their own. Differs: nothing.
const vm = require('vm');
const t = (f) => {
	try {
		console.log(f());
	} catch (e) {
		console.log(e.name, e.message);
	}
};
const ctx = vm.createContext({ a: 1, console });
t(() => vm.isContext(ctx));
t(() => vm.isContext({}));
t(() => vm.runInContext('var b=a+1; function f(){return b} c=5; this.d=6; globalThis.e=7; f()', ctx));
t(() => Object.keys(ctx));
t(() => vm.runInContext('typeof process+typeof require+typeof Array+typeof setTimeout+typeof Buffer+typeof URL', ctx));
t(() => vm.runInContext('nope', ctx));
t(() => vm.runInContext('typeof nope', ctx));
t(() => {
	vm.runInContext('const k=1; let l=2; class M{}; l++', ctx);
	return vm.runInContext('[k,l,typeof M]', ctx) + '';
});
t(() => 'k' in ctx);
t(() => vm.runInContext('this.constructor.name + (globalThis===this) + Object.prototype.toString.call(this)', ctx));
t(() => vm.runInNewContext('x*2', { x: 21 }));
t(() => vm.runInContext('f.toString()', ctx));
t(() => new vm.Script('a+b', { filename: 'q.js' }).runInContext(ctx));
t(() => vm.runInContext('throw new TypeError("x")', ctx));
t(() => vm.compileFunction('return a+p', ['p'], { parsingContext: ctx })(1));
t(() => vm.runInThisContext('typeof process'));
t(() => vm.runInContext('"use strict"; var s1=3; s1', ctx));
t(() => ctx.s1);
t(() => vm.runInContext('for (var i=0;i<3;i++); i', ctx));
t(() => ctx.i);
t(() => vm.runInContext('1;var z=2', ctx));
t(() => {
	vm.runInContext('delete this.a; delete b', ctx);
	return [ctx.a, ctx.b];
});
t(() => vm.runInContext('Object.keys({q:1})[0]', ctx));
t(() => vm.runInContext('globalThis.Math.max(1,2)', ctx));
t(() => vm.runInContext('undef1 = 4; undef1++; undef1', ctx));
t(() => ctx.undef1);
ctx.late = 9;
t(() => vm.runInContext('late', ctx));
