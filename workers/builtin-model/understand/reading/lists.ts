/** The lists in a text, each with the words it stands behind: 'three models: Walk, Run, Stand', 'groups (boiler, delivery)'. */
import { NUMBER, numberOf } from './numbers';

export interface Enumeration {
	/** The words before the list, at most six: 'four groups', 'a page takes'. */
	head: string;
	/** The number in the head. */
	count?: number;
	items: string[];
	/** The list as it stands in the text. */
	quote: string;
}

const PLAIN_ITEM = /^[^.;:!?]{1,60}$/;
const MARK =
	/\s*(?:[:：]|–|—| - |\bsuch as\b|\blike\b|\be\.g\.|\bincluding\b|\bnamely\b|\bcomprising\b|\bwie\b|\bcomo\b|(?:包括|有|如|例如))\s*/i;

/** Items of 'a, b and c'; an item in brackets or quotes keeps its comma. */
export function itemsOf(list: string): string[] {
	const items: string[] = [];
	let depth = 0;
	let item = '';
	for (const piece of list.split(
		/(\s*[,;、,；]\s*(?:and |or |und |oder |y |o )?|\s+(?:and|or|und|oder|y|e|&|\+)\s+|[和或](?=\p{Script=Han})|\s*\/\s*|[()（）])/u
	)) {
		if (/^[(（]$/.test(piece)) depth++;
		if (/^[)）]$/.test(piece)) depth--;
		const isJoint = depth <= 0 && /^(?:\s*[,;、,；/]|\s+(?:and|or|und|oder|y|e|&|\+)\s+|[和或]$)/.test(piece);
		if (isJoint) {
			items.push(item);
			item = '';
		} else item += piece;
	}
	return [...items, item].map(clean).filter((text) => text !== '');
}

const clean = (item: string) =>
	item
		.trim()
		.replace(/^(?:and|or|und|oder|y|the|a|an|their|its|his|her|our|der|die|das|ein|eine|el|la|los|las|un|una)\s+/i, '')
		.replace(/^["“'‘「『](.*)["”'’」』]$/, '$1')
		.replace(/[.!?。…]+$/, '')
		.trim();

/** Every list of two items or more. */
export function listsOf(sentence: string): Enumeration[] {
	if (/\p{Script=Han}/u.test(sentence)) return chineseLists(sentence);
	return [...inBrackets(sentence), ...afterMark(sentence)].filter((list) => list.items.length > 1);
}

function inBrackets(sentence: string): Enumeration[] {
	return [...sentence.matchAll(/([^().;:（）。]{2,80}?)\s*[(（]([^()（）]{3,300})[)）]/g)].map(([, before = '', list = '']) =>
		inner(before, list)
	);
}

/** 'what we make (three models: Walk, Run, Stand, each with a text)': the head that is nearest counts. */
function inner(before: string, list: string): Enumeration {
	const [head = '', rest] = list.split(/:\s+/);
	if (rest === undefined || head.includes(',')) return enumeration(before, list);
	return enumeration(
		`${before.trim().split(/\s+/).slice(-3).join(' ')} ${head}`,
		rest.split(/,\s+(?:each|every|all)\b/)[0] ?? rest
	);
}

/** '绿茶、红茶、乌龙、白茶四个分类', '每款茶有产地、年份和价格': only the pause mark joins. */
function chineseLists(sentence: string): Enumeration[] {
	return sentence
		.split(/[,。,;；:：()（）!！?？]/u)
		.filter((run) => run.includes('、'))
		.map((run) => {
			const items = run
				.split(/[、和或]/u)
				.map((item) => item.trim())
				.filter(Boolean);
			const lead = /^(.*(?:都有|要有|有|包括|填写?|按|为|是|分成|例如|比如|看到|管理|查询|选择|要))(.+)$/u.exec(items[0] ?? '');
			if (lead?.[2]) items[0] = lead[2];
			const counted = /^(.+?)([一二两三四五六七八九十\d]+)(?:个|种|类|项)(.*)$/u.exec(items.at(-1) ?? '');
			if (counted?.[1]) items[items.length - 1] = counted[1];
			const count = counted?.[2] ? numberOf(counted[2]) : undefined;
			const head = `${lead?.[1] ?? ''}${counted?.[3] ?? ''}`;
			return { head, items, quote: run, ...(count === undefined ? {} : { count }) };
		});
}

function afterMark(sentence: string): Enumeration[] {
	const found: Enumeration[] = [];
	const plain = sentence.replace(/\((?:[^()]*)\)/g, (inner) => ' '.repeat(inner.length));
	for (const match of plain.matchAll(new RegExp(MARK.source, 'gi'))) {
		const before =
			plain
				.slice(0, match.index)
				.split(/[.;:!?。]/)
				.at(-1) ?? '';
		const after = sentence.slice(match.index + match[0].length);
		const end = /(?<!\be\.g|\bi\.e)[.!?;。；](?:\s|$)|[–—]\s/.exec(after)?.index ?? after.length;
		if (before.trim()) found.push(enumeration(before, after.slice(0, end)));
	}
	return found;
}

function enumeration(before: string, list: string): Enumeration {
	const head = /\p{Script=Han}/u.test(before) ? before.trim().slice(-12) : before.trim().split(/\s+/).slice(-6).join(' ');
	const number = [...head.matchAll(new RegExp(NUMBER, 'gi'))].at(-1)?.[0];
	const count = number === undefined ? undefined : numberOf(number);
	const items = itemsOf(list).filter((item) => PLAIN_ITEM.test(item));
	return { head, items, quote: list.trim(), ...(count === undefined ? {} : { count }) };
}

/** The first list whose head matches, however it is marked; 'under Vegetables, Fruit or Pests' counts as well. */
export function listBehind(text: readonly string[], head: RegExp): Enumeration | undefined {
	for (const sentence of text) {
		const found = listsOf(sentence).find((list) => head.test(list.head));
		if (found) return found;
		const match = head.exec(sentence);
		if (!match) continue;
		const after = sentence.slice(match.index + match[0].length);
		const end =
			/[.!?;:。(]|\s(?:that|which|who|where|with|when|so|but|can|are|is|to|for|in|at)\s|,\s+(?=\p{L}+\s+(?:can|must|should|is|are|may)\b)/u.exec(
				after
			)?.index ?? after.length;
		const items = itemsOf(after.slice(0, end)).filter((item) => item.split(/\s+/).length <= 5);
		if (items.length > 1) return { head: match[0].trim(), items, quote: after.slice(0, end).trim() };
	}
	return undefined;
}
