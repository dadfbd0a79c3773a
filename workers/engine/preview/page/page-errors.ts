/** Tells the client of the engine about errors of the page, as the boot option `forwardPreviewErrors` asks for. */

/** A message lacks the port: the kernel knows it. */
type Report = (message: object) => void;

export function reportErrors(kinds: 'all' | 'exceptions-only', send: Report): void {
	const previewId = crypto.randomUUID();
	const report = (message: object) => {
		const { pathname, search, hash } = location;
		send({ ...message, previewId, pathname, search, hash });
	};
	// Errors of resources stay at their element; only those of scripts come here.
	addEventListener('error', ({ message, error }) =>
		report({ type: 'PREVIEW_UNCAUGHT_EXCEPTION', message, stack: stackOf(error) })
	);
	addEventListener('unhandledrejection', ({ reason }) => {
		const message = reason instanceof Error ? reason.message : String(reason);
		report({ type: 'PREVIEW_UNHANDLED_REJECTION', message, stack: stackOf(reason) });
	});
	if (kinds === 'all') reportConsole(report);
}

function reportConsole(report: Report): void {
	const native = console.error;
	console.error = (...args: unknown[]) => {
		native.apply(console, args);
		report({ type: 'PREVIEW_CONSOLE_ERROR', args: args.map(sendable), stack: new Error().stack?.replace(/^.*\n.*\n/, '') ?? '' });
	};
}

const stackOf = (error: unknown) => (error instanceof Error ? error.stack : undefined);

/** The value itself if it can be cloned; what it prints as else (functions, elements, proxies). */
function sendable(value: unknown): unknown {
	try {
		return structuredClone(value);
	} catch {
		return String(value);
	}
}
