import { messageOf } from '../../run/app-error';
import type { Failure } from '../../run/events';
import { failureOf, reportOf, type Gate } from './gate';

/** Every page of the live app opens without an error. */
export const smokeGate: Gate = async (context) => {
	const started = performance.now();
	const { server } = context;
	if (!server)
		return reportOf('smoke', started, {
			summary: 'The app is not running.',
			failures: [failureOf('smoke', 'NOT_RUNNING', 'The app is not running.')]
		});
	const failures: Failure[] = [];
	for (const route of context.routes) {
		context.signal.throwIfAborted();
		context.progress(`Opening ${route}`);
		try {
			const page = await context.probe.open(server.url, route, context.signal);
			if (page.status >= 400) failures.push(failureOf('smoke', 'STATUS', `${route} is answered with ${page.status}.`));
			else if (!page.text.trim()) failures.push(failureOf('smoke', 'BLANK', `${route} shows nothing.`));
			for (const error of page.consoleErrors) failures.push(failureOf('smoke', 'CONSOLE', `${route}: ${error}`, where(error)));
			for (const violation of page.violations ?? []) failures.push(failureOf('smoke', 'A11Y', `${route}: ${violation}`));
		} catch (error) {
			context.signal.throwIfAborted();
			failures.push(failureOf('smoke', 'PROBE', `${route} could not be opened: ${messageOf(error)}`));
		}
	}
	return reportOf('smoke', started, {
		summary: failures.length
			? `${failures.length} problems in the live app.`
			: `All ${context.routes.length} pages open without an error.`,
		passed: context.routes.length,
		failures
	});
};

function where(text: string): { file?: string } {
	const file = /(src\/[\w./-]+\.tsx?)/.exec(text)?.[1];
	return file ? { file } : {};
}
