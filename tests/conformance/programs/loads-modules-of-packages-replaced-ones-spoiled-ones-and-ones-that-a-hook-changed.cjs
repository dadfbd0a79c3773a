// It loads modules of packages, replaced ones, spoiled ones and ones that a hook changed. Differs: nothing.
const fs = require('fs'),
	{ execFileSync } = require('child_process'),
	m = require('module');
const pad = '// padding '.repeat(300) + '\n';
fs.mkdirSync('node_modules/p/lib', { recursive: true });
const w = (name, text) => fs.writeFileSync('node_modules/p/' + name, text);
w('package.json', '{"name":"p","type":"module","exports":"./i.js"}');
w('lib/b.js', pad + 'export let b = "b"; export { a } from "../i.js"');
w('c.cjs', pad + 'module.exports = (async () => { await 1; return "c" })()');
w('i.js', pad + 'export * from "./lib/b.js"; export const a = "a"; export { default as c } from "./c.cjs"');
const run = (text) => {
	try {
		console.log(execFileSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8', stdio: 'pipe' }).trim());
	} catch (error) {
		console.log(/SyntaxError/.exec(error.stderr)?.[0]);
	}
};
const print = 'const { a, b, c } = await import("p"); console.log(a, b, await c)';
run(print);
run(print);
w('lib/b.js', pad + 'export let b = "B"; export { a } from "../i.js"');
run(print);
run(
	'import { registerHooks } from "module"; registerHooks({ load(url, context, next) { const r = next(url, context); return url.endsWith("i.js") ? { ...r, source: String(r.source).replace("export const a =", "export const a = 1 +") } : r } }); ' +
		print
);
w('lib/b.js', pad + 'export let b = ');
run(print);
fs.rmSync('node_modules', { recursive: true });
