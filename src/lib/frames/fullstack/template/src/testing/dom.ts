import { builtinEnvironments, type Environment } from 'vitest/runtime';

/** happy-dom for the pages, but Node's own Request and Response for the server: those may carry cookies. */
export default {
	name: 'dom',
	viteEnvironment: 'client',
	async setup(global, options) {
		const { Request, Response, Headers } = global;
		const dom = await builtinEnvironments['happy-dom'].setup(global, options);
		Object.assign(global, { Request, Response, Headers });
		return dom;
	}
} satisfies Environment;
