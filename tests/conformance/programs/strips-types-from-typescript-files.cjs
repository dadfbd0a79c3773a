// It strips types from TypeScript files. Differs: nothing.
const fs = require('fs');
fs.mkdirSync('m');
fs.writeFileSync('m/a.ts', 'interface A { n: number }\nexport const twice = ({ n }: A): number => n * 2; export type { A }');
fs.writeFileSync(
	'm/b.mts',
	'import { twice, type A } from "./a.ts"; const a: A = { n: 4 }; console.log(twice(a as A), import.meta.filename.slice(-5)); throw new Error("at" satisfies string)'
);
fs.writeFileSync('m/c.cts', 'const x: string = "c"; module.exports = x');
fs.writeFileSync('m/e.ts', 'enum E { A }');
import('./m/b.mts')
	.catch((e) => console.log(e.message, /b\.mts:1:\d+/.test(e.stack)))
	.then(() => console.log(require('./m/c.cts'), process.features.typescript))
	.then(() => import('./m/e.ts'))
	.catch((e) => console.log(e.code, e.message))
	.then(() => {
		console.log(require('module').stripTypeScriptTypes('let a: number = 1'));
		fs.rmSync('m', { recursive: true });
	});
