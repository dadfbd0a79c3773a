import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import { downloaded } from '../../testing/files';
import type { TextEditorParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<TextEditorParameters>;

export const checks = {
	previews: async (context) => {
		if (context.parameters.kind === 'html') {
			await write(context, '<h1>Plums</h1>');
			return expect(frame(context).getAttribute('srcdoc')).toBe('<h1>Plums</h1>');
		}
		await write(
			context,
			'# Plums\n\nSome **ripe** ones and *one* [tree](https://example.com).\n\n- red\n- blue\n\n| a | b |\n|---|---|\n| 1 | 2 |'
		);
		const read = preview(context);
		expect(read.querySelector('[data-level="1"]')?.textContent).toBe('Plums');
		expect(['strong', 'em', 'a'].map((tag) => read.querySelector(tag)?.textContent)).toEqual(['ripe', 'one', 'tree']);
		expect([...read.querySelectorAll('li')].map((one) => one.textContent)).toEqual(['red', 'blue']);
		expect([...read.querySelectorAll('td')].map((one) => one.textContent)).toEqual(['1', '2']);
		await write(context, 'now this');
		expect(preview(context).textContent).toBe('now this');
	},
	'no-scripts': async (context) => {
		const evil =
			'<script>window.evil = 1</script><img src=x onerror="window.evil = 1">\n\n[x](javascript:evil()) ![y](javascript:evil())';
		await write(context, evil);
		if (context.parameters.kind === 'html') return expect(frame(context).getAttribute('sandbox')).toBe('');
		const read = preview(context);
		expect(read.querySelectorAll('script, img, iframe, [onerror]')).toHaveLength(0);
		expect([...read.querySelectorAll('a')].filter((link) => /script/i.test(link.href))).toEqual([]);
		expect(read.textContent).toContain('<script>');
		expect('evil' in window).toBe(false);
	},
	counts: async (context) => {
		await write(context, 'One two, three!');
		expect(figure(context, words('words'))).toBe('3');
		expect(figure(context, words('signs'))).toBe('15');
		await write(context, '');
		expect(figure(context, words('words'))).toBe('0');
		expect(figure(context, words('minutes'))).toBe('0');
	},
	stays: async (context) => {
		expect(field(context).value).toBe(context.parameters.sample);
		await write(context, 'To be kept');
		const again = { ...context, view: await context.reload() };
		expect(field(again).value).toBe('To be kept');
	},
	downloads: async (context) => {
		await write(context, 'For the file');
		const file = await downloaded(() => context.user.click(context.view.getByRole('button', { name: t('download') })));
		expect(file).toEqual({ name: context.parameters.download, text: 'For the file' });
	},
	empties: async (context) => {
		const { parameters, view, user } = context;
		await write(context, 'Something');
		await user.click(view.getByRole('button', { name: words('emptied') }));
		expect(field(context).value).toBe('');
		await user.click(view.getByRole('button', { name: words('sample') }));
		expect(field(context).value).toBe(parameters.sample);
	}
} satisfies Checks<TextEditorParameters>;

const field = ({ view }: Context) => view.getByRole<HTMLTextAreaElement>('textbox', { name: words('write') });
const preview = ({ view }: Context) => view.getByRole('region', { name: words('preview') });
const frame = ({ view }: Context) => view.getByTitle(words('preview'));
const write = (context: Context, text: string) => context.user.fill(field(context), text);
const figure = ({ view }: Context, label: string) => view.getByText(label).nextElementSibling?.textContent;
