/** Files that Vite makes modules of. The types of Vite itself, and of Node, are ten times those of the app, too slow for a browser tab. */
declare module '*.css';
declare module '*?raw' {
	const text: string;
	export default text;
}

/** Of Node, for the environment of tests. */
declare function setImmediate<A extends unknown[]>(run: (...args: A) => void, ...args: A): object;
declare function clearImmediate(handle: object | undefined): void;
