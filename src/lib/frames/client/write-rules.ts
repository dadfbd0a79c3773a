import { foreignPackages, isTest, titleRules, type Rule, type RuleFacts } from '../rules';

/** Rules of the client frame, checked on the text of a file as it is written. */
export function brokenRules(path: string, text: string, facts: RuleFacts): string[] {
	const rules: Rule[] = [];
	if (/\.tsx?$/.test(path)) rules.push(foreignPackages);
	if (isTest(path)) rules.push(titleRules);
	else if (/^src\/(?:pages|features)\/.*\.tsx?$/.test(path)) rules.push(storageRules, scriptRules);
	if (/^src\/.*\.css$/.test(path)) rules.push(styleRules);
	return rules.flatMap((rule) => rule(text, facts)).map((words) => `${path}: ${words}`);
}

const storageRules: Rule = (text) =>
	/\b(?:localStorage|sessionStorage|indexedDB)\b/.test(text)
		? [
				'it keeps things by itself. Use useStored or useCollection of src/core: they are kept per app, and tests start without them.'
			]
		: [];

const scriptRules: Rule = (text) =>
	/\beval\s*\(|new Function\s*\(|<script[\s>]|createElement\(\s*['"]script['"]/.test(text)
		? ['it runs text as code, or loads a script. Write what it does as code of the app.']
		: [];

const styleRules: Rule = (text) =>
	/@import\s+(?:url\()?["']?https?:|url\(["']?https?:/.test(text)
		? ['it asks another host for a style, a font or a picture, which tells that host who looks at the page. Do without it.']
		: [];
