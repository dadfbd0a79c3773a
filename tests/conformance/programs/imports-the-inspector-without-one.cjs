// It imports the inspector without one. Differs: nothing.
import('node:inspector').then(async ({ default: inspector, url, Session }) => {
	await import('node:inspector/promises');
	await import('node:repl');
	console.log(url(), typeof Session, typeof inspector.Session, typeof require('inspector').open, inspector.close());
});
