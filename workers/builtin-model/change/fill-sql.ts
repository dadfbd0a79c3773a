/** What records that are there get in a column that may not stay empty. */
import type { Field } from '../../../src/lib/domain/blueprint';

const quoted = (text: string) => `'${text.replace(/'/g, "''")}'`;

/** A value as SQL that the app's own checks take as well; one for each record where no two may share it. */
export function fillSql({ type, unique, min = 0, options = [], default: given }: Field): string {
	switch (type) {
		case 'integer':
		case 'money':
			return unique ? 'id' : String(typeof given === 'number' ? given : type === 'money' ? 0 : min);
		case 'decimal':
			return unique ? 'id' : String(min);
		case 'date':
			return 'current_date';
		case 'dateTime':
			return 'now()';
		case 'enum':
			return quoted(String(given ?? options[0] ?? ''));
		case 'email':
			return unique ? "'unknown-' || id || '@example.com'" : "'unknown@example.com'";
		case 'phone':
			return unique ? "'000-' || id" : "'000'";
		case 'url':
		case 'image':
			return unique ? "'https://example.com/' || id" : "'https://example.com/'";
		default:
			return unique ? "'Unknown ' || id" : "'Unknown'";
	}
}
