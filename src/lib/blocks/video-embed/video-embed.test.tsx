import { expect, it } from 'vitest';
import { filmOf } from './logic';

it('finds the player of a film that leaves fewest traces', () => {
	const sources = [
		'https://www.youtube.com/watch?v=abc_-123&t=4s',
		'https://youtu.be/abc_-123',
		'https://vimeo.com/42',
		'https://example.org/films/loom.mp4',
		'https://tube.example.org/embed/7'
	].map((url) => filmOf(url));
	expect(sources.map(({ kind, src }) => `${kind} ${src}`)).toEqual([
		'player https://www.youtube-nocookie.com/embed/abc_-123',
		'player https://www.youtube-nocookie.com/embed/abc_-123',
		'player https://player.vimeo.com/video/42?dnt=1',
		'file https://example.org/films/loom.mp4',
		'player https://tube.example.org/embed/7'
	]);
});
