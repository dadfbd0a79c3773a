/**
 * Says what went wrong and where, nothing about whom: no addresses with queries, no parameters of SQL, no bodies.
 * Libraries attach those to errors as properties, so only the stack is written.
 */
export function logError(where: string, error: unknown): void {
	console.error(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`);
}
