import { expect } from 'vitest';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { upload } from '../../testing/files';
import { openDialog } from '../../testing/find';
import type { WritingParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<WritingParameters>;
const TITLE = 'Zebra crossing at dawn';

/** Opens the editor, fills in what has to be, and saves. */
async function write({ view, page, parameters, user }: Context, title: string): Promise<void> {
	await user.click(view.getByRole('button', { name: words('new') }));
	const field = (name: string) => {
		const found = openDialog()?.querySelector(`[name="${name}"]`);
		if (!found) throw new Error(`The editor has no '${name}'.`);
		return found;
	};
	await user.fill(field('title'), title);
	if (parameters.categories.length) await user.fill(field('category'), parameters.categories[0] ?? '');
	await user.fill(field('lead'), 'Nobody was there yet.');
	await user.fill(field('text'), 'First the light.\n\nThen the buses.');
	await user.click(page.getByRole('button', { name: words('save-draft') }));
}

const line = (view: View, title: string) =>
	view
		.queryAllByRole('heading', { level: 3 })
		.find((heading) => heading.textContent === title)
		?.closest('li');

export const checks = {
	'saves-draft': async (context) => {
		const { view, reload } = context;
		await write(context, TITLE);
		expect(openDialog()).toBeNull();
		expect(line(view, TITLE)?.textContent).toContain(words('draft'));
		expect(line(await reload(), TITLE)?.textContent).toContain(words('draft'));
	},
	'marks-missing': async ({ view, page, user }) => {
		await user.click(view.getByRole('button', { name: words('new') }));
		await user.click(page.getByRole('button', { name: words('save-draft') }));
		const marked = [...(openDialog()?.querySelectorAll('[aria-invalid=true]') ?? [])].map((field) => field.getAttribute('name'));
		expect(marked).toEqual(expect.arrayContaining(['title', 'lead', 'text']));
	},
	'publishes-and-takes-back': async (context) => {
		const { view, user, reload } = context;
		await write(context, TITLE);
		await user.click(view.getByRole('button', { name: words('publish', { title: TITLE }) }));
		expect(line(view, TITLE)?.textContent).toContain(words('published'));
		const again = await reload();
		await user.click(again.getByRole('button', { name: words('take-back', { title: TITLE }) }));
		expect(line(again, TITLE)?.textContent).toContain(words('draft'));
	},
	edits: async (context) => {
		const { view, page, user } = context;
		await write(context, TITLE);
		await user.click(view.getByRole('button', { name: words('edit', { title: TITLE }) }));
		const [title, text] = ['title', 'text'].map((name) => openDialog()?.querySelector<HTMLInputElement>(`[name="${name}"]`));
		if (!title) throw new Error('The editor has no title.');
		expect(text?.value).toBe('First the light.\n\nThen the buses.');
		await user.fill(title, 'Zebra crossing at dusk');
		await user.click(page.getByRole('button', { name: t('save') }));
		expect([line(view, TITLE), Boolean(line(view, 'Zebra crossing at dusk'))]).toEqual([undefined, true]);
	},
	'deletes-after-asking': async (context) => {
		const { view, page, user, reload } = context;
		await write(context, TITLE);
		await user.click(view.getByRole('button', { name: words('delete', { title: TITLE }) }));
		await user.click(page.getByRole('button', { name: t('cancel') }));
		expect(line(view, TITLE)).toBeTruthy();
		await user.click(view.getByRole('button', { name: words('delete', { title: TITLE }) }));
		await user.click(page.getByRole('button', { name: t('delete') }));
		expect(line(view, TITLE)).toBeUndefined();
		expect(line(await reload(), TITLE)).toBeUndefined();
	},
	'takes-photo': async (context) => {
		const { view, page, user } = context;
		await user.click(view.getByRole('button', { name: words('new') }));
		await upload(page.getByLabelText(words('photo')), 'dawn.png', new Uint8Array([137, 80, 78, 71]));
		expect(page.getByRole('img', { name: words('photo') }).getAttribute('src')).toBe('data:image/png;base64,iVBORw==');
	}
} satisfies Checks<WritingParameters>;
