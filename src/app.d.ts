// See https://svelte.dev/docs/kit/types#app.d.ts
declare global {
	namespace App {
		interface Error {
			message: string;
			/** A stable code, when the failure has one. */
			code?: string;
		}
	}
}

export {};
