import { act, renderHook } from '@testing-library/react';
import { useCollection } from '../core/collection';
import { idle } from './idle';

/** Puts records into a collection as somebody else on the app would have done, for blocks that only show them. */
export async function plant<T extends object>(collection: string, records: readonly T[]): Promise<void> {
	await using<ReturnType<typeof useCollection<T>>>(
		() => useCollection<T>(collection),
		async ({ create }) => {
			for (const record of records) await create(record);
		}
	);
}

/** Does something with a hook outside the page, which hears of it as of a change in another tab. */
export async function using<H>(hook: () => H, work: (value: H) => unknown): Promise<void> {
	const { result, unmount } = renderHook(hook);
	await idle();
	await act(async () => {
		await work(result.current);
	});
	await idle();
	unmount();
}
