/** What Vite makes of files, and says of itself. Its own types are ten times those of the app, too slow for a browser tab. */
declare module '*.css';
declare module '*?raw' {
	const text: string;
	export default text;
}
interface ImportMeta {
	readonly env: { readonly DEV: boolean; readonly MODE: string };
	glob<T>(pattern: string, options: { query: string; import: string; eager: true }): Record<string, T>;
}
