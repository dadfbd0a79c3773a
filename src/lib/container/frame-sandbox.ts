/**
 * What documents in our frames may do: what an app needs, but never lead the page that holds them elsewhere. A frame within such a
 * frame is bound by the same, so the engine's relays are too.
 */
const ENGINE_SANDBOX = 'allow-scripts allow-same-origin';

/** For a page of the app that nobody looks at. */
export const PROBE_SANDBOX = `${ENGINE_SANDBOX} allow-forms`;

/** For a page of the app that a person uses. Its popups are windows of their own, as for any page. */
export const PREVIEW_SANDBOX = `${PROBE_SANDBOX} allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads allow-pointer-lock`;

/**
 * Puts the engine's frame into a sandbox as the client of `@webcontainer/api` adds it to the body: later would be too late, since
 * a sandbox binds the next document. Answers what ends it.
 */
export function sandboxEngineFrame(engineOrigin: string): () => void {
	const { body } = document;
	body.insertBefore = <T extends Node>(node: T, before: Node | null): T => {
		if (node instanceof HTMLIFrameElement && new URL(node.src).origin === engineOrigin)
			node.setAttribute('sandbox', ENGINE_SANDBOX);
		return Node.prototype.insertBefore.call(body, node, before) as T;
	};
	return () => void Reflect.deleteProperty(body, 'insertBefore');
}
