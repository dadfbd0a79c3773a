import type { AppNames } from './frame';

/** A template's text with the app's names in place of `__APP_TITLE__` and the like. @param path decides how names are written */
export function fillIn(path: string, text: string, app: AppNames): string {
	const escape = path.endsWith('.html') ? escapeHtml : escapeJson;
	return text
		.replaceAll('__APP_SLUG__', app.slug)
		.replaceAll('__APP_TITLE__', () => escape(app.title))
		.replaceAll('__APP_SUMMARY__', () => escape(app.summary))
		.replaceAll('__APP_LANGUAGE__', app.language ?? 'en');
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const escapeJson = (text: string) => JSON.stringify(text).slice(1, -1);
