/** Requests about an app that a job has made, as a person asks them: typed, entered, waited for; and what came of each. */

/** @typedef {import('./app-job.mjs').RunEvent} RunEvent */

/**
 * Types a request into the conversation of the open project. The run opens again for it.
 * @param {import('playwright').Page} page
 * @param {string} text
 */
export async function askFor(page, text) {
	const composer = page.getByRole('textbox', { name: /^(Message|Ask)/ });
	await composer.fill(text);
	await composer.press('Enter');
}

/**
 * What one request led to.
 * @param {RunEvent[]} events all of the run, up to the request's end
 * @param {number} from how many of them were there before it was asked
 */
export function reportOfChange(events, from) {
	const own = events.slice(from);
	const all = (topic) => own.filter((event) => event.topic === topic);
	const opened = all('request.opened')[0];
	const plan = all('request.planned').at(-1)?.payload.plan;
	const finished = all('run.finished').at(-1);
	const calls = all('model.called');
	const tests = all('check.reported').findLast(({ payload }) => payload.gate === 'tests' && !payload.scope)?.payload;
	const kind = plan?.kind ?? 'none';
	return {
		request: opened?.payload.text ?? '',
		kind,
		reply: plan?.reply ?? '',
		notBuilt: plan?.notBuilt ?? [],
		tasks: new Set(all('task.claimed').map(({ taskId }) => taskId)).size,
		agents: new Set(all('task.claimed').map(({ payload }) => payload.agent)).size,
		calls: calls.length,
		promptTokens: sumOf(calls, 'inputTokens'),
		replyTokens: sumOf(calls, 'outputTokens'),
		filesChanged: filesChanged(events, from),
		tests: { passed: tests?.passed ?? 0, failed: tests?.failed ?? 0 },
		repairs: all('fix.requested').length,
		ok: finished?.payload.outcome === 'done' && kind !== 'none',
		summary: finished?.payload.summary ?? 'The request was given up.',
		ms: finished && opened ? finished.time - opened.time : null
	};
}

const sumOf = (calls, key) => calls.reduce((sum, { cost }) => sum + (cost?.[key] ?? 0), 0);

/** Paths whose text is another than before the request. */
function filesChanged(events, from) {
	const [before, after] = [new Map(), new Map()];
	for (const [index, { topic, payload, artifactRefs }] of events.entries())
		for (const files of index < from ? [before, after] : [after]) {
			if (topic === 'artifact.published' && payload.path) files.set(payload.path, artifactRefs[0]?.sha256);
			if (topic === 'artifact.superseded' && payload.deleted && payload.path) files.delete(payload.path);
		}
	return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).sort();
}
