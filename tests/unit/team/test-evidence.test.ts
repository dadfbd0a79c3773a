import { expect, test } from 'vitest';
import { shortMessage, testSource } from '../../../src/lib/team/gates/test-evidence';

const DUMP = `Unable to find role="button" and name "Save"

Here are the accessible roles:

  heading:

  Name "Meetings":
  <h1 />

  --------------------------------------------------
  button:

  Name "Plan a meeting":
  <button class="button" />

  Name "":
  <button />

Ignored nodes: comments, script, style
<body>
  <div>A long dump</div>
</body>`;

test('of a dump of roles the names are kept, of a page without roles its text', () => {
	expect(shortMessage(DUMP)).toBe(
		'Unable to find role="button" and name "Save"\nOn the page: heading "Meetings", button "Plan a meeting".'
	);
	expect(shortMessage('Unable to find text: Hi\n\nIgnored nodes: comments\n<body>\n <p>Nothing  here</p>\n</body>')).toBe(
		'Unable to find text: Hi\nOn the page: Nothing here'
	);
});

test('the source of a test is found by the line that failed, else by its title', () => {
	const text = [
		"test('first', () => {",
		'\texpect(1).toBe(1);',
		'});',
		'',
		"describe('more', () => {",
		"\ttest('second', async () => {",
		'\t\texpect(1).toBe(2);',
		'\t});',
		'});'
	].join('\n');
	const second = "\ttest('second', async () => {\n\t\texpect(1).toBe(2);\n\t});";
	expect(testSource(text, { lineNumber: 7, title: 'x' })).toBe(second);
	expect(testSource(text, { title: 'more > second' })).toBe(second);
	expect(testSource(text, { title: 'nowhere' })).toBeUndefined();
});
