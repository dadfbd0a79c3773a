/** Tests relative paths against globs with `*`, `**`, `?` and `{a,b}`. A pattern that names a folder covers what is in it. */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
	const expressions = patterns.map(toExpression);
	return (path) => expressions.some((expression) => expression.test(path));
}

function toExpression(pattern: string): RegExp {
	let source = '';
	let braces = 0;
	const text = pattern.replace(/^\.?\//, '').replace(/\/$/, '');
	for (let index = 0; index < text.length; index++) {
		const char = text[index] as string;
		if (text.startsWith('**/', index)) {
			source += '(?:.*/)?';
			index += 2;
		} else if (text.startsWith('**', index)) {
			source += '.*';
			index++;
		} else if (char === '*') source += '[^/]*';
		else if (char === '?') source += '[^/]';
		else if (char === '{') {
			source += '(?:';
			braces++;
		} else if (char === '}' && braces > 0) {
			source += ')';
			braces--;
		} else if (char === ',' && braces > 0) source += '|';
		else source += char.replace(/[\\^$.|+()[\]]/, '\\$&');
	}
	return new RegExp(`^${source}(?:/.*)?$`);
}
