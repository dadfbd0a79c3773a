/** Pages that a text asks for by name, each with the words that say what is on it. */
import { itemsOf, listsOf } from '../../reading/lists';
import type { Context } from '../context';
import { capital } from '../phrases';

export interface NamedPage {
	title: string;
	/** What shall be on it, in the person's words; empty where only the title was said. */
	clause: string;
	line: string;
}

const LISTED =
	/^(?:(?:the )?pages?|seiten|páginas|menu|sections|please to make|it should (?:have|include)|should include|with pages|页面|栏目)$/i;
/** "a page 'Our Life' describes ..." */
const QUOTED =
	/\b(?:page|seite|página)\s+['"“‘„«]([^'"”’“»]{2,40})['"”’“»]\s*([^;]*?)(?=;\s*(?:and\s+)?an?\s+page|;|\.(?:\s|$)|$)/giu;
const ABOUT = /\b(?:a|an|the) page (?:about|on) ([^.,;()]{2,40}?)(?=[,.;(]|\s+(?:and|with|where)\b|$)/i;

export function namedPages(context: Context): NamedPage[] {
	const found: NamedPage[] = [];
	for (const line of context.lines) {
		for (const match of line.matchAll(QUOTED)) found.push({ title: match[1] ?? '', clause: (match[2] ?? '').trim(), line });
		if (found.some((page) => page.line === line)) continue;
		const list = listsOf(line).find(
			({ head }) => LISTED.test(head.trim().replace(/^(?:and|the)\s+/i, '')) || /\bpages$|\bplease to make$|栏目$/i.test(head)
		);
		if (list) {
			const whole = line.slice(line.indexOf(list.quote));
			for (const item of itemsOf(whole.replace(/[.!]\s*$/, '')))
				if (isPage(item)) found.push({ title: titleOf(item), clause: item, line });
			continue;
		}
		const about = ABOUT.exec(line)?.[1];
		if (about)
			found.push({ title: /^(?:her|him|me|us|them|myself)$/i.test(about) ? 'About' : `About ${about}`, clause: about, line });
	}
	return found;
}

/** 'address' of 'contact with form and address' is no page. */
const isPage = (item: string) => item.length < 220 && !/^(?:address|map|form|phone|e-?mail)$/i.test(item.trim());

/** 'what we make (three models ...)' -> 'What we make', 'contact with form' -> 'Contact'. */
function titleOf(item: string): string {
	const head = item
		.replace(/\s*\(.*$/, '')
		.replace(/\s+(?:with|in \w+ steps|where|that|which|showing)\b.*$/i, '')
		.trim();
	return capital(head.replace(/^about (?!the |us|me|our)(?=[a-z])/, 'about the '));
}
