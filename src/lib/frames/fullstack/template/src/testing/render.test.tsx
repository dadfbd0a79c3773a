import { render, screen } from '@testing-library/react';
import { startTransition, useEffect, useState } from 'react';
import { expect, test, vi } from 'vitest';
import './render';

const STEPS = 5;

/** Shows itself by itself, outside of act; then each effect leads to the next one. */
function Chain() {
	const [step, setStep] = useState(0);
	useEffect(() => {
		if (step > 0 && step < STEPS) startTransition(() => setStep(step + 1));
	}, [step]);
	useEffect(() => {
		const timer = setTimeout(() => setStep(1), 20);
		return () => clearTimeout(timer);
	}, []);
	return step > 0 ? <p data-step={step}>Shown</p> : <p>Loading</p>;
}

test('what was found has run all its effects, also where timers come before everything else', async () => {
	render(<Chain />);
	const { setTimeout: later } = globalThis;
	vi.stubGlobal('setTimeout', (run: () => void, ms?: number) => (ms ? later(run, ms) : queueMicrotask(run)));
	const shown = await screen.findByText('Shown');
	vi.unstubAllGlobals();
	expect(shown.dataset['step']).toBe(String(STEPS));
});
