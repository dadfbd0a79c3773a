/** What the judge prints: a requirement's verdicts as they come, the whole as a table at the end. */

const count = (checks, verdict) => checks.filter((check) => check.verdict === verdict).length;

/** A line per check, with the reason where it does not hold. */
export function printDetails({ id, kind, frame, error, seconds, checks, forbidden, doubtful, unbuilt }) {
	console.log(`\n${id} ${kind} (${frame || 'no app'}, ${seconds.toFixed(1)} s)${error ? `: ${error}` : ''}`);
	checks.forEach(({ verdict, why, ...check }, index) =>
		console.log(
			`  ${index + 1} ${verdict.padEnd(10)} ${check.do}${why ? `\n      ${why.replace(/\s+/g, ' ').slice(0, 300)}` : ''}`
		)
	);
	for (const { thing, seen } of forbidden) console.log(`  FORBIDDEN  ${thing}\n      ${seen.replace(/\s+/g, ' ').slice(0, 200)}`);
	if (doubtful.length) console.log(`  to doubt   ${doubtful.join(', ')}`);
	if (unbuilt.length) console.log(`  unbuilt    ${unbuilt.join(' | ').slice(0, 400)}`);
}

/** A Markdown table, a row per requirement and one for all. */
export function printTable(rows) {
	const cells = rows.map(({ id, kind, frame, ok, error, seconds, checks, forbidden, doubtful, unbuilt }) => [
		...[id, kind, frame || '–', ok && !error ? 'yes' : 'no', seconds.toFixed(1)],
		...['held', 'partly', 'not', 'unplayable'].map((verdict) => count(checks, verdict)),
		...[forbidden.length, doubtful.length, unbuilt.length]
	]);
	const sum = (column) => cells.reduce((total, row) => total + Number(row[column]), 0);
	const all = ['all', `${rows.length}`, '', `${cells.filter((row) => row[3] === 'yes').length}`, sum(4).toFixed(1)];
	const head = [
		'id',
		'kind',
		'frame',
		'ok',
		's',
		'held',
		'partly',
		'not',
		'not playable',
		'forbidden',
		'to doubt',
		'named unbuilt'
	];
	const lines = [head, head.map(() => '---'), ...cells, [...all, ...[5, 6, 7, 8, 9, 10, 11].map(sum)]];
	console.log(`\n${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`);
}
