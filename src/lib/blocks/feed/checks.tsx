import { act } from '@testing-library/react';
import { expect } from 'vitest';
import { setAccount } from '../../core/account';
import { t } from '../../core/words';
import type { CheckContext, Checks, View } from '../../testing/check-page';
import { upload } from '../../testing/files';
import { idle } from '../../testing/idle';
import { plant } from '../../testing/plant';
import { followsOf } from '../profiles/people';
import { words as profileWords } from '../profiles/words';
import type { FeedParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<FeedParameters>;
const TEXT = 'Zebra at the pond, half past six.';

/** Makes whoever looks a member with a profile. */
const join = ({ parameters: { profiles, titleField } }: Context) =>
	plant(profiles, [{ slug: 'zoe-test', [titleField]: 'Zoe Test' }]);

const posts = (view: View) => view.queryAllByRole('article');
const texts = (view: View) => posts(view).map((post) => post.querySelector('.post-text')?.textContent ?? '');
const newest = ({ posts: all }: FeedParameters) => [...all].reverse().sort((a, b) => b.date.localeCompare(a.date));

/** The button of a post whose label begins so. */
function button(post: Element | undefined, label: string): HTMLElement {
	const all = [...(post?.querySelectorAll<HTMLElement>('button, a') ?? [])];
	const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(label));
	if (!found) throw new Error(`The post has no "${label}".`);
	return found;
}
const labelOf = (one: HTMLElement) => one.getAttribute('aria-label');

async function write(
	{ view, parameters, user }: Context,
	{ text = TEXT, category = parameters.categories?.[0] } = {}
): Promise<void> {
	await user.fill(view.getByRole('textbox', { name: words('text') }), text);
	if (category) await user.fill(view.getByRole('combobox', { name: words('category') }), category);
	await user.click(view.getByRole('button', { name: words('post') }));
}

async function become(kind: 'visitor' | 'member'): Promise<void> {
	await act(async () => setAccount({ kind, name: '' }));
	await idle();
}

export const checks = {
	'visitors-read': async ({ view, parameters }) => {
		await become('visitor');
		expect(texts(view)).toEqual(newest(parameters).map(({ text }) => text));
		expect(view.queryByRole('textbox')).toBeNull();
		const [invitation] = view.getAllByRole('link', { name: profileWords('join') });
		expect(invitation?.getAttribute('href')).toBe('/sign-in');
		if (parameters.likes) expect(button(posts(view)[0], words('like-join')).getAttribute('href')).toBe('/sign-in');
	},
	posts: async (context) => {
		const { view, reload } = context;
		await join(context);
		await write(context);
		for (const open of [() => view, reload]) {
			const [first] = posts(await open());
			expect(first?.textContent).toContain(TEXT);
			expect(first?.querySelector('.post-author')?.textContent).toBe('Zoe Test');
		}
	},
	'refuses-empty': async (context) => {
		const { view, parameters } = context;
		await join(context);
		await write(context, { text: '  ' });
		expect(view.getByRole('textbox', { name: words('text') }).getAttribute('aria-invalid')).toBe('true');
		expect(posts(view)).toHaveLength(parameters.posts.length);
	},
	'takes-photo': async (context) => {
		const { view } = context;
		await join(context);
		await upload(view.getByLabelText(words('photo')), 'pond.png', new Uint8Array([137, 80, 78, 71]));
		await write(context);
		expect(posts(view)[0]?.querySelector('img.picture')?.getAttribute('src')).toBe('data:image/png;base64,iVBORw==');
	},
	'likes-once': async (context) => {
		const { view, user, reload } = context;
		await join(context);
		const like = () => button(posts(view)[0], words('like'));
		const counts = [labelOf(like())];
		for (let click = 0; click < 2; click++) {
			await user.click(like());
			counts.push(labelOf(like()));
		}
		expect(counts).toEqual([0, 1, 0].map((count) => `${words('like')} (${count})`));
		await user.click(like());
		expect(labelOf(button(posts(await reload())[0], words('like')))).toBe(`${words('like')} (1)`);
	},
	comments: async (context) => {
		const { view, user, reload } = context;
		await join(context);
		await user.click(button(posts(view)[0], words('comments')));
		await user.fill(view.getByRole('textbox', { name: words('comment') }), 'We saw it too.');
		await user.click(view.getByRole('button', { name: words('say-it') }));
		expect(posts(view)[0]?.querySelector('.post-comments li')?.textContent).toBe('Zoe Test We saw it too.');
		const again = await reload();
		const toggle = button(posts(again)[0], words('comments'));
		expect(toggle.textContent).toContain('(1)');
	},
	'by-category': async ({ view, parameters, user }) => {
		for (const category of parameters.categories ?? []) {
			const group = view.getByRole('group', { name: parameters.heading });
			const chip = [...group.children].find(({ textContent }) => textContent === category);
			if (!chip) throw new Error(`There is no "${category}" to choose.`);
			await user.click(chip);
			const left = newest(parameters).filter((post) => post.category === category);
			expect(texts(view)).toEqual(left.map(({ text }) => text));
		}
	},
	'followed-only': async (context) => {
		const { view, parameters, user } = context;
		const author = parameters.posts[0]?.author ?? '';
		await join(context);
		await plant(followsOf(parameters.profiles), [{ from: 'zoe-test', to: author }]);
		const chip = view.getByRole('button', { name: words('followed') });
		await user.click(chip);
		const left = newest(parameters).filter((post) => post.author === author);
		expect(texts(view)).toEqual(left.map(({ text }) => text));
		await user.click(chip);
		expect(texts(view)).toHaveLength(parameters.posts.length);
	},
	'marks-own': async (context) => {
		const { view, parameters, user, reload } = context;
		const { word = '', category } = parameters.mark ?? {};
		await join(context);
		await write(context, category ? { category } : {});
		await user.click(button(posts(view)[0], words('mark', { word })));
		for (const open of [() => view, reload]) expect(posts(await open())[0]?.querySelector('.post-mark')?.textContent).toBe(word);
		const others = (await reload()).getAllByRole('article').slice(1);
		expect(others.filter((post) => post.textContent?.includes(words('mark', { word })))).toEqual([]);
	},
	'moderator-hides': async (context) => {
		const { view, parameters, user } = context;
		const [first] = newest(parameters);
		await user.click(button(posts(view)[0], words('hide')));
		expect(posts(view)[0]?.textContent).toContain(words('hidden'));
		for (const kind of ['member', 'visitor'] as const) {
			await become(kind);
			expect(texts(view)).not.toContain(first?.text);
			expect(texts(view)).toHaveLength(parameters.posts.length - 1);
		}
	},
	'deletes-own': async (context) => {
		const { view, page, user, parameters } = context;
		await join(context);
		await write(context);
		await user.click(button(posts(view)[0], words('delete')));
		await user.click(page.getByRole('button', { name: t('cancel') }));
		expect(texts(view)[0]).toBe(TEXT);
		await user.click(button(posts(view)[0], words('delete')));
		const dialog = page.getByRole('dialog');
		await user.click([...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === t('delete')) ?? dialog);
		expect(texts(view)).toEqual(newest(parameters).map(({ text }) => text));
	}
} satisfies Checks<FeedParameters>;
