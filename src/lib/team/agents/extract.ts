/**
 * A file as somebody needs it who only builds on it: without imports, comments, layout and what is for the eye. Not its exact text,
 * which the agent reads when it has to change it.
 */
export function extractOf(path: string, text: string): string {
	const bare = text
		.replace(/^import\b[\s\S]*?['"];?\s*$/gm, '')
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/(^|\s)\/\/ .*$/gm, '$1');
	if (/\/contract\.ts$/.test(path))
		return joined(bare.replace(/\b(tag|summary):\s*(?:'(?:[^'\\]|\\.)*'|"[^"]*"|`[^`]*`),?\s*/g, ''));
	const plain = path.endsWith('.tsx')
		? bare.replace(/\s(?:className|icon|look|style)=(?:"[^"]*"|\{\{[^}]*\}\}|\{[^{}]*\})/g, '')
		: bare;
	return lines(plain).join('\n');
}

/** One line for each statement that begins in the first column. */
function joined(text: string): string {
	const statements: string[] = [];
	for (const line of text.split('\n').filter((part) => part.trim())) {
		const last = statements.at(-1);
		if (last === undefined || /^[^\s})\].]/.test(line)) statements.push(line.trim());
		else statements[statements.length - 1] = `${last} ${line.trim()}`;
	}
	return statements.join('\n');
}

const lines = (text: string) => text.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []));
