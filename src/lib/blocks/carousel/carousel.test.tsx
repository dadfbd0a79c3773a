import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { carousel } from './carousel';
import { example } from './example';

afterEach(() => {
	cleanup();
	vi.restoreAllMocks();
});

const titleNow = () => screen.getByRole('figure').querySelector('strong')?.textContent;

it('is stepped through by arrow keys and by swiping', () => {
	render(<carousel.Component parameters={example} />);
	fireEvent.keyDown(screen.getByRole('group'), { key: 'ArrowRight' });
	expect(titleNow()).toBe('Bleached sand');
	const slides = screen.getByRole('figure');
	const swipe = (from: number, to: number) => {
		fireEvent.touchStart(slides, { touches: [{ clientX: from }] });
		fireEvent.touchEnd(slides, { changedTouches: [{ clientX: to }] });
	};
	swipe(200, 100);
	expect(titleNow()).toBe('Hardpan');
	swipe(100, 120);
	expect(titleNow()).toBe('Hardpan');
	swipe(100, 200);
	expect(titleNow()).toBe('Bleached sand');
});

it('does not move by itself for those who want no motion', () => {
	vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
	render(<carousel.Component parameters={example} />);
	expect(screen.getByRole('figure').parentElement?.getAttribute('aria-live')).toBe('polite');
});
