/** The full-stack frame: a tested template that generated apps are built on, and the facts about it that roles need. */
const sources = import.meta.glob<string>(['./template/**/*'], {
	query: '?raw',
	import: 'default',
	eager: true,
	exhaustive: true
});

const ROOT = './template/';

/** The frame's files by path relative to the app, names filled in. Features, migrations and docs come on top. */
export function fullstackFrame(app: { slug: string; title: string; summary: string }): Map<string, string> {
	const files = new Map<string, string>();
	for (const [path, text] of Object.entries(sources)) {
		if (!path.startsWith(ROOT)) continue;
		const name = path.slice(ROOT.length);
		const escape = name.endsWith('.html') ? escapeHtml : escapeJson;
		files.set(
			name,
			text
				.replaceAll('__APP_SLUG__', app.slug)
				.replaceAll('__APP_TITLE__', () => escape(app.title))
				.replaceAll('__APP_SUMMARY__', () => escape(app.summary))
		);
	}
	return files;
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const escapeJson = (text: string) => JSON.stringify(text).slice(1, -1);
