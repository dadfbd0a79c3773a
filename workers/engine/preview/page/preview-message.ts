import type { ErrorForwarding } from '../../kernel/previews';

/** Errors of preview pages on their way to the client of `@webcontainer/api`, in its own form (its `PreviewMessage`). */
export type PreviewMessage = { previewId: string; port: number; pathname: string; search: string; hash: string } & (
	| { type: 'PREVIEW_UNCAUGHT_EXCEPTION' | 'PREVIEW_UNHANDLED_REJECTION'; message: string; stack: string | undefined }
	| { type: 'PREVIEW_CONSOLE_ERROR'; args: unknown[]; stack: string }
);

/** In UTF-16 code units. */
const MAX_TEXT = 8000;
const MAX_ARGUMENTS = 50;

/** What a page says of itself, as far as it has the right form, and cut to a fair length; null else. `port` is the one that its channel belongs to. */
export function parsePreviewMessage(data: unknown, port: number): PreviewMessage | null {
	if (typeof data !== 'object' || data === null) return null;
	const { type, previewId, pathname, search, hash, message, stack, args } = data as Record<string, unknown>;
	const base = { previewId: cut(previewId), port, pathname: cut(pathname), search: cut(search), hash: cut(hash) };
	switch (type) {
		case 'PREVIEW_UNCAUGHT_EXCEPTION':
		case 'PREVIEW_UNHANDLED_REJECTION':
			return { ...base, type, message: cut(message), stack: typeof stack === 'string' ? cut(stack) : undefined };
		case 'PREVIEW_CONSOLE_ERROR':
			return { ...base, type, args: Array.isArray(args) ? args.slice(0, MAX_ARGUMENTS) : [], stack: cut(stack ?? '') };
		default:
			return null;
	}
}

const cut = (value: unknown): string => (typeof value === 'object' ? '' : String(value).slice(0, MAX_TEXT));

/** Whether the client asked for messages of this kind. */
export function isForwarded({ type }: PreviewMessage, forwarding: ErrorForwarding): boolean {
	return forwarding === true || (forwarding === 'exceptions-only' && type !== 'PREVIEW_CONSOLE_ERROR');
}
