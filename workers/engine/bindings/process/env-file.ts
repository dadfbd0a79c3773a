const LINE = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*('[^']*'|"(?:\\.|[^"\\])*"|`[^`]*`|[^\r\n#]*)[^\r\n]*$/gm;

/** Reads a `.env` file as `process.loadEnvFile` does: quotes may span lines, `\n` is expanded in double quotes. */
export function parseEnvFile(text: string): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [, name = '', raw = ''] of text.matchAll(LINE)) {
		const quote = raw[0];
		if (quote === '"' || quote === "'" || quote === '`') {
			const inner = raw.slice(1, -1);
			values[name] = quote === '"' ? inner.replaceAll('\\n', '\n') : inner;
		} else values[name] = raw.trim();
	}
	return values;
}
