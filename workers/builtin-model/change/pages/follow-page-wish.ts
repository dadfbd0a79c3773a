import type { Draft } from '../draft';

export function followPageWish(draft: Draft, words: string, _requirement: string): void {
	draft.ask(words);
	draft.refuse(words, 'this was not understood');
}
