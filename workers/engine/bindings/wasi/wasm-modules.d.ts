/** The llhttp build that undici ships, put in by the engine's build. */
declare module 'llhttp.wasm' {
	const bytes: Uint8Array<ArrayBuffer>;
	export default bytes;
}
