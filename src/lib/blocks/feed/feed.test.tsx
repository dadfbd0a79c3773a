import { expect, it } from 'vitest';
import { example } from './example';
import { postsFor } from './logic';

const all = example.posts.map((post, index) => ({
	...{ ...post, id: String(index), createdAt: '2026-01-01T09:00:00.000Z', isMine: false },
	isShown: index !== 1
}));
const ids = (what: Parameters<typeof postsFor>[1]) => postsFor(all, what).map(({ id }) => id);

it('shows the newest first, to the owner also what is hidden', () => {
	expect([ids({ isOwner: true }), ids({ isOwner: false })]).toEqual([
		['2', '1', '0'],
		['2', '0']
	]);
});

it('narrows by category and by whom one follows', () => {
	expect(ids({ isOwner: true, category: 'Fruit' })).toEqual(['2']);
	expect(ids({ isOwner: true, followed: ['wanda'] })).toEqual(['2', '0']);
	expect(ids({ isOwner: true, followed: [] })).toEqual([]);
});

it('has what members write above all examples, whatever day those are of', () => {
	const own = {
		author: 'zoe',
		name: 'Zoe',
		text: 'Here',
		id: 'own',
		createdAt: '2026-05-01T09:00:00.000Z',
		isMine: true,
		isShown: true
	};
	expect(postsFor([...all, own], { isOwner: true })[0]?.id).toBe('own');
});
