/** The engine's own address, and who embeds it. */
export interface Embedding {
	/** Of the engine, such as `http://engine.tabsmith.localhost:8080`. */
	engine: string;
	/** Origins of all pages around it, the nearest first; empty when it is opened by itself. */
	ancestors: readonly string[];
}

export type Embedder = { isOurs: true; origin: string } | { isOurs: false; message: string };

/**
 * The engine answers the IDE only: the page at `NAME[:port]` when its own address is `engine.NAME[:port]`. Where the origins differ by
 * port alone, that is any page of the same host. No other page may be around it either.
 */
export function embedderOf({ engine, ancestors }: Embedding): Embedder {
	const { protocol, host, hostname } = new URL(engine);
	const name = /^engine\.(.+)$/.exec(host)?.[1];
	const isIde = (origin: string) => (name ? origin === `${protocol}//${name}` : isBeside(origin, protocol, hostname));
	const [origin] = ancestors;
	if (origin && ancestors.every(isIde)) return { isOurs: true, origin };
	const ide = name ? `${protocol}//${name}` : `a page of ${hostname}`;
	const stranger = ancestors.find((ancestor) => !isIde(ancestor));
	return {
		isOurs: false,
		message: `ENGINE_EMBEDDER_REFUSED: The engine at ${engine} answers ${ide} only, and not ${stranger ? `'${stranger}'` : 'a page of its own'}. Open ${name ? ide : 'the address that the server printed'}.`
	};
}

function isBeside(origin: string, protocol: string, hostname: string): boolean {
	const url = URL.parse(origin);
	return url?.protocol === protocol && url.hostname === hostname;
}
