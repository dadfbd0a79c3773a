// It keeps imports live over cycles, changes and re-exports. Differs: nothing.
const fs = require('fs');
fs.mkdirSync('m', { recursive: true });
const w = (name, text) => fs.writeFileSync('m/' + name, text);
w(
	'fixed.mjs',
	'export const one = 1; export function twice(n) { return n * 2 } export class Box {} export default (n) => n + one; export var Kind; (function (Kind) { Kind[Kind.A = 0] = "A" })(Kind || (Kind = {}))'
);
w('counter.mjs', 'export let count = 0; export const bump = () => { count++; return this }; export { count as alias }');
w(
	'barrel.mjs',
	'export * from "./fixed.mjs"; export * as counter from "./counter.mjs"; export { count } from "./counter.mjs"; export { default } from "./fixed.mjs"'
);
w(
	'left.mjs',
	'import { right, late } from "./right.mjs"; export const left = "left"; export function hoisted() { return right + typeof late } export let state = () => late'
);
w(
	'right.mjs',
	'import { hoisted, left } from "./left.mjs"; export const right = "right"; let early; try { early = left } catch (error) { early = error.name + typeof hoisted } export { early }; export let late = "late"; setTimeout(() => { late = "later" })'
);
w(
	'main.mjs',
	'import add, { one, twice, Box, Kind, count, counter } from "./barrel.mjs"; import * as barrel from "./barrel.mjs"; import { bump, alias } from "./counter.mjs"; import { hoisted, state } from "./left.mjs"; import { early, late } from "./right.mjs"; import fs, { existsSync } from "node:fs";' +
		'console.log(one, twice(4), new Box(), Kind, add(1), typeof bump()); const shadow = ((one) => ({ one, count }))(5); console.log(shadow, { count, alias }, counter.count, barrel.count, Object.keys(barrel), barrel[Symbol.toStringTag]);' +
		'console.log(hoisted(), state(), early, late, barrel, existsSync === fs.existsSync); bump\n;(0, bump)(); console.log(count, [count], `${count}`); try { barrel.one = 2 } catch (error) { console.log(error.name) } setTimeout(() => console.log(late, state()), 5)'
);
import('./m/main.mjs').catch((error) => console.log(error.stack)).then(() => fs.rmSync('m', { recursive: true }));
